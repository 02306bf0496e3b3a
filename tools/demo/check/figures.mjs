import { verifyAudit } from './auditFails.mjs';

const COUNTS = `
  select (select count(*)::int from cycle_people where cycle_id = $1::uuid) as employees,
    (select count(*)::int from reviews where cycle_id = $1::uuid and started_at is not null) as launched,
    (select count(*)::int from reviews where cycle_id = $1::uuid and state = 'closed') as closed,
    (select count(*)::int from visits v join reviews r on r.workflow_id = v.workflow_id where r.cycle_id = $1::uuid and v.step = 'goalApproval' and v.outcome = 'returned') as "goalsReturned",
    (select count(*)::int from calibration_changes c join reviews r on r.id = c.review_id where r.cycle_id = $1::uuid and c.kind = 'band' and c.state = 'accepted') as "calibrationChanges"`;
const APPEALS = `
  select count(*)::int as filed, count(*) filter (where a.outcome = 'confirmed')::int as confirmed, count(*) filter (where a.outcome = 'adjusted')::int as adjusted,
    count(*) filter (where exists (select from visits v where v.workflow_id = r.workflow_id and v.step = 'rescoring'))::int as "backToScoring", count(*) filter (where a.outcome = 'withdrawn')::int as withdrawn
  from appeals a join reviews r on r.id = a.review_id where r.cycle_id = $1::uuid`;
const BUFFERS = `
  select count(*) filter (where b.kind = 'shadow')::int as shadow, count(*) filter (where b.kind = 'improvement')::int as improvement, count(*) filter (where b.consequence = 'waived')::int as waived
  from buffers b join reviews r on r.id = b.review_id where r.cycle_id = $1::uuid`;

const middle = (sorted) => sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;

async function historyEvents({ read, cycleId, temporal }) {
  const reviews = await read('select workflow_id as id from reviews where cycle_id = $1::uuid', [cycleId]);
  const lengths = [];
  for (const { id } of reviews) lengths.push((await temporal.history(id)).events);
  lengths.sort((a, b) => a - b);
  return { p50: middle(lengths), max: lengths.at(-1) ?? 0 };
}

/** What happened in a cycle, counted. @param {import('./facts.mjs').Facts} facts */
export async function figuresOf(facts) {
  const { read, cycleId } = facts;
  const one = async (query) => (await read(query, [cycleId]))[0];
  const { entries, faults } = await verifyAudit(read);
  return { ...(await one(COUNTS)), appeals: await one(APPEALS), buffer: await one(BUFFERS), audit: { entries, verified: faults.length === 0 }, historyEvents: await historyEvents(facts) };
}
