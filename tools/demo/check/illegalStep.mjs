import { acknowledged, named, WORKFLOWS } from './facts.mjs';
import { FOLLOWS, FROM_OUTSIDE, LAST, OTHER_STEPS, REVIEW_STEPS } from './stepRules.mjs';

const violation = named('illegalStep');
const rules = { ...REVIEW_STEPS, ...OTHER_STEPS };

const VISITS = `
  select v.id, v.workflow_id as "workflowId", p.kind, p.state as process, v.step, v.state, v.outcome, v.closed_by as by, v.closed_at < v.opened_at as backwards
  from visits v join processes p on p.workflow_id = v.workflow_id where v.workflow_id in ${WORKFLOWS} order by v.workflow_id, v.opened_at, v.id`;

/** Faults of one visit by itself. */
function* faultsOf({ id, process, step, state, outcome, by, backwards }) {
  const rule = rules[step];
  if (!rule) yield `${step} ${id} is no step`;
  else if (state === 'closed' && by === null && !rule.silent && !FROM_OUTSIDE.test(outcome ?? '')) yield `${step} ${id} ended as ${outcome} without anybody`;
  if (state === 'open' && process === 'closed') yield `${step} ${id} is open in a closed process`;
  if (backwards) yield `${step} ${id} ended before it began`;
}

/** The way of one review through its phases. */
function* faultsOfWay(visits) {
  let phase = '';
  for (const { step } of visits) {
    const next = REVIEW_STEPS[step]?.phase;
    if (!next || next === phase) continue;
    if (!FOLLOWS[phase]?.includes(next)) yield `${step} follows ${phase || 'nothing'}`;
    phase = next;
  }
  const [{ process }] = visits;
  if (process === 'closed' && !LAST.has(phase) && !visits.some(({ outcome }) => /removed|cancelled/.test(outcome ?? ''))) yield `closed in ${phase}`;
}

/**
 * Nothing happened out of order: phases follow each other as the rules say, decisions were offered where they were taken, and goals, scores and appeals never passed by time.
 * @param {import('./facts.mjs').Facts} facts @returns {Promise<import('./facts.mjs').Violation[]>}
 */
export async function illegalStep(facts) {
  const visits = await facts.read(VISITS, [facts.cycleId]);
  const byId = new Map(visits.map((visit) => [visit.id, visit]));
  const ways = Map.groupBy(visits.filter(({ kind }) => kind === 'review'), ({ workflowId }) => workflowId);
  const taken = acknowledged(facts).flatMap(({ visitId, action, path }) => {
    const visit = visitId && byId.get(visitId);
    return visit && !rules[visit.step]?.actions.has(action) ? [violation(`${path} in the step ${visit.step}`)] : [];
  });
  return [
    ...visits.flatMap((visit) => [...faultsOf(visit)].map(violation)),
    ...[...ways].flatMap(([workflowId, own]) => [...faultsOfWay(own)].map((fault) => violation(`${workflowId}: ${fault}`))),
    ...taken,
  ];
}
