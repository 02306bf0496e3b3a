import type { ChangePreview, ConcernedReview, ConcernedTask, OrganisationChange } from '@fairmark/contracts/changes';
import type { PersonRef } from '@fairmark/contracts/common';
import { reviewFacts, type ReviewFacts } from '../cycles/facts.js';
import { sql, type Database, type Executor } from '../database/index.js';
import { cyclesToJoin } from './joining.js';
import { refreshLines } from './line.js';
import { policiesFor } from './policies.js';
import { concernedTasks, type Concerned } from './concerned.js';
import { reportChange, type Report } from './report.js';
import { loadChange, type ChangeRow } from './rows.js';
import { fixTargets } from './targets.js';

/** Ends a transaction whose writes were only a question. */
class Asked extends Error {}

/** Reviews whose stretches are shown; the figures count all. */
const REVIEWS = 50;
/** Tasks that are listed. */
const LINES = 500;

interface ReviewRow {
  id: string;
  cycleId: string;
  planId: string;
  periodStart: string;
  periodEnd: string;
  employeeId: string;
  step: string;
}

/**
 * What a change would do: it is carried out in a transaction that is then undone, so that the answer is that of the rules themselves. `now` lies at least on its day.
 * @throws {DomainError} `CHANGE.*`, as the change itself would
 */
export async function previewChange(database: Database, change: OrganisationChange, report: Omit<Report, 'key'>): Promise<ChangePreview> {
  let found: ChangePreview | undefined;
  const now = report.at.slice(0, 10) < change.effectiveOn ? `${change.effectiveOn}T12:00:00.000Z` : report.at;
  try {
    await database.transaction(async (tx) => {
      const before = await stretchesBefore(tx, change, now);
      const id = await reportChange(tx, change, { ...report, key: `preview/${report.at}/${Math.random()}` });
      const row = { ...((await loadChange(tx, id)) as ChangeRow), policies: await policiesFor(tx, change.kind) };
      await fixTargets(tx, row, now);
      found = await previewOf(tx, row, now, before);
      throw new Asked();
    });
  } catch (error) {
    if (!(error instanceof Asked)) throw error;
  }
  return found as ChangePreview;
}

async function previewOf(tx: Executor, change: ChangeRow, now: string, before: ReadonlyMap<string, ReviewFacts['segments']>): Promise<ChangePreview> {
  const targets = await tx.all(sql<{ workflowId: string; reviewId: string | null }>`select t.workflow_id as "workflowId", r.id as "reviewId" from org_change_targets t left join reviews r on r.workflow_id = t.workflow_id where t.change_id = ${change.id}`);
  await refreshLines(tx, targets.flatMap((target) => target.reviewId ?? []), now.slice(0, 10));
  const tasks: Concerned[] = [];
  for (const { workflowId } of targets) tasks.push(...(await concernedTasks({ tx, now }, workflowId, change)));
  const reviews = await concernedReviews(tx, change, now, before);
  return {
    people: new Set([...tasks.flatMap((task) => task.subjectId ?? []), ...reviews.map((review) => review.subject.id)]).size, tasks: tasks.length, processes: targets.length,
    lines: await named(tx, tasks.slice(0, LINES)), reviews, policies: change.policies, delegations: await delegationsOf(tx, change), cyclesToJoin: (await cyclesToJoin(tx, change)).map(({ id: cycleId, name }) => ({ id: cycleId, name })),
  };
}

async function named(tx: Executor, tasks: readonly Concerned[]): Promise<ConcernedTask[]> {
  const people = await peopleOf(tx, tasks.flatMap((task) => [task.fromId, task.toId, task.subjectId].filter((id) => id !== null)));
  const ref = (id: string | null): PersonRef | null => (id === null ? null : (people.get(id) ?? null));
  return tasks.map(({ fromId, toId, subjectId, ...task }) => ({ ...task, from: ref(fromId) as PersonRef, to: ref(toId), subject: ref(subjectId) }));
}

async function peopleOf(tx: Executor, ids: readonly string[]): Promise<Map<string, PersonRef>> {
  const rows = await tx.all(sql<PersonRef>`select id, name, name_en as "nameEn" from employees where id = any(${[...new Set(ids)]}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row]));
}

const reviewRows = (tx: Executor, of: ReturnType<typeof sql>): Promise<ReviewRow[]> =>
  tx.all(sql<ReviewRow>`
    select r.id, r.cycle_id as "cycleId", r.plan_id as "planId", r.period_start as "periodStart", r.period_end as "periodEnd", r.employee_id as "employeeId", r.step from reviews r
    where r.state = 'open' and r.step in ('goalSetting', 'period', 'selfReview', 'scoring') and ${of} order by r.id limit ${REVIEWS}`);

async function stretchesBefore(tx: Executor, change: OrganisationChange, now: string): Promise<Map<string, ReviewFacts['segments']>> {
  if (!('employeeId' in change)) return new Map();
  return stretches(tx, await reviewRows(tx, sql`r.employee_id = ${change.employeeId}`), now);
}

async function stretches(tx: Executor, reviews: readonly ReviewRow[], now: string): Promise<Map<string, ReviewFacts['segments']>> {
  const found = new Map<string, ReviewFacts['segments']>();
  for (const { id, cycleId, planId, periodStart, periodEnd, employeeId } of reviews) {
    const [facts] = await reviewFacts(tx, { id: cycleId, planId, periodStart, periodEnd }, [employeeId], now);
    if (facts) found.set(id, facts.segments);
  }
  return found;
}

/** Reviews of the person whose stretches differ afterwards, with the exact shares before and after. */
async function concernedReviews(tx: Executor, change: ChangeRow, now: string, before: ReadonlyMap<string, ReviewFacts['segments']>): Promise<ConcernedReview[]> {
  const rows = await reviewRows(tx, sql`r.id = any(${[...before.keys()]}::uuid[])`);
  const after = await stretches(tx, rows, now);
  const people = await peopleOf(tx, [...rows.map((row) => row.employeeId), ...[...before.values(), ...after.values()].flat().flatMap((one) => one.managerId ?? [])]);
  const shares = (segments: ReviewFacts['segments'] = []): ConcernedReview['before'] =>
    segments.map(({ managerId, from, to, days, workingDays, kind, weightBp }) => ({ manager: managerId === null ? null : (people.get(managerId) ?? null), from, to, days, workingDays, kind, weightBp }));
  return rows.flatMap(({ id, employeeId, step }) => {
    const [was, becomes] = [shares(before.get(id)), shares(after.get(id))];
    return JSON.stringify(was) === JSON.stringify(becomes) ? [] : [{ reviewId: id, subject: people.get(employeeId) as PersonRef, step, policy: change.policies.review ?? 'followNew', before: was, after: becomes }];
  });
}

async function delegationsOf(tx: Executor, { kind, employeeId }: ChangeRow): Promise<number> {
  if (kind !== 'left') return 0;
  return (await tx.one(sql<{ n: number }>`select count(*)::integer as n from delegations where (delegator_id = ${employeeId} or delegate_id = ${employeeId}) and ended_at is null and to_at > now()`))?.n ?? 0;
}
