import { reviewLine, type LineRule } from '@fairmark/domain/changes';
import { sql, type Executor } from '../database/index.js';
import { managersUpwards } from '../org/relations.js';

const ruleColumns = sql`
  kind, policy, effective_on as "effectiveOn", ends_on as "endsOn", from_manager_id as "fromManagerId", to_manager_id as "toManagerId", from_department_id as "fromDepartmentId", to_department_id as "toDepartmentId"`;

/** What changes in the organisation mean for a review, as they became known. */
export async function lineRulesOf(read: Executor, reviewId: string): Promise<LineRule[]> {
  return read.all(sql<LineRule>`select ${ruleColumns} from review_line_rules where review_id = ${reviewId} order by effective_on, recorded_at`);
}

/**
 * The managers above a person as one review sees them on a day, nearest first: a review that stays with the old manager reads the line as of the day before the change, and passes
 * over who is away where the policy says that others act meanwhile.
 */
export async function lineAbove(tx: Executor, review: { id: string; employeeId: string }, day: string): Promise<{ personId: string; active: boolean }[]> {
  const rules = await lineRulesOf(tx, review.id);
  const { asOf, away } = reviewLine(rules, day);
  const line = asOf === null ? await managersUpwards(tx, review.employeeId, day) : await lineOfThen(tx, review.employeeId, asOf, day);
  return line.map((one) => ({ ...one, active: one.active && !away.includes(one.personId) }));
}

/** The managers above a person as of an earlier day, with who of them can act today. */
export async function lineOfThen(tx: Executor, employeeId: string, asOf: string, day: string): Promise<{ personId: string; active: boolean }[]> {
  const line = await managersUpwards(tx, employeeId, asOf);
  const active = await activeOn(tx, line.map((one) => one.personId), day);
  return line.map(({ personId }) => ({ personId, active: active.has(personId) }));
}

/** The nearest manager of {@link lineAbove} who can act. */
export async function activeManagerAbove(tx: Executor, review: { id: string; employeeId: string }, day: string): Promise<string | undefined> {
  return (await lineAbove(tx, review, day)).find((manager) => manager.active && manager.personId !== review.employeeId)?.personId;
}

/** Which of these people can act on a day: employed and not disabled. */
export async function activeOn(tx: Executor, ids: readonly string[], day: string): Promise<Set<string>> {
  const rows = await tx.all(sql<{ id: string }>`
    select e.id from employees e left join accounts a on a.employee_id = e.id
    where e.id = any(${[...ids]}::uuid[]) and e.hired_on <= ${day}::date and (e.left_on is null or e.left_on >= ${day}::date) and a.disabled_at is null`);
  return new Set(rows.map((row) => row.id));
}

/** Writes what the rules of reviews say today onto their rows, for queries that look at many. */
export async function refreshLines(tx: Executor, reviewIds: readonly string[], day: string): Promise<void> {
  const rows = await tx.all(sql<LineRule & { reviewId: string }>`select review_id as "reviewId", ${ruleColumns} from review_line_rules where review_id = any(${[...reviewIds]}::uuid[]) order by effective_on, recorded_at`);
  const lines = [...Map.groupBy(rows, (row) => row.reviewId)].map(([id, rules]) => ({ id, ...reviewLine(rules, day) }));
  await tx.run(sql`
    update reviews r set line_as_of = l."asOf", stays_with = l."staysWithId" from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l(id uuid, "asOf" date, "staysWithId" uuid) where r.id = l.id`);
}
