import { metricsErrors } from '@fairmark/contracts/errors';
import type { ReportValue, ValueReport } from '@fairmark/contracts/metrics';
import { DomainError } from '@fairmark/domain/common';
import { appendAudit } from '../audit/index.js';
import { sql, type Executor } from '../database/index.js';
import { hrFor } from '../org/index.js';
import { notify } from '../process/index.js';

const columns = sql`m.id, m.review_id as "reviewId", m.item_id as "itemId", m.note, jsonb_build_object('id', e.id, 'name', e.name, 'nameEn', e.name_en) as "createdBy", m.created_at as "createdAt", m.answer, m.answered_at as "answeredAt"`;

/** Reports about one review's values, oldest first. */
export async function reportsOf(tx: Executor, reviewId: string): Promise<ValueReport[]> {
  return tx.all(sql<ValueReport>`select ${columns} from metric_reports m join employees e on e.id = m.created_by where m.review_id = ${reviewId} order by m.created_at, m.id`);
}

/** Reports of the departments in HR's scope (null: all), unanswered first. */
export async function reportsInScope(tx: Executor, departmentIds: string[] | null): Promise<ValueReport[]> {
  return tx.all(sql<ValueReport>`
    select ${columns} from metric_reports m join employees e on e.id = m.created_by join reviews r on r.id = m.review_id
    where ${departmentIds === null} or r.department_id = any(${departmentIds ?? []}::uuid[]) order by m.answered_at nulls first, m.created_at limit 500`);
}

interface ReportedReview {
  workflowId: string;
  departmentId: string;
  step: string;
  scoredAt: string | null;
  known: boolean;
}

/**
 * The person holds a value for wrong; HR is told. Possible until the sheet is scored: afterwards there is the appeal.
 * @throws DomainError `METRICS.REPORT_TOO_LATE`, `METRICS.UNKNOWN_ITEM`
 */
export async function reportValue(tx: Executor, reviewId: string, { itemId, note }: ReportValue, actorId: string, now: string): Promise<string> {
  const review = await tx.one(sql<ReportedReview>`
    select r.workflow_id as "workflowId", r.department_id as "departmentId", r.step, r.scored_at as "scoredAt",
      exists (select from jsonb_path_query(r.sheet, '$.blocks[*].items[*]') item where item->>'itemId' = ${itemId} and item->>'kind' = 'indicator' and item->'indicator'->'measurement'->>'kind' <> 'judged') as known
    from reviews r where r.id = ${reviewId} for update`);
  if (!review || review.scoredAt !== null || !mayReportIn(review.step)) throw new DomainError(metricsErrors.reportTooLate, {});
  if (!review.known) throw new DomainError(metricsErrors.unknownItem, { itemId });
  const row = await tx.one(sql<{ id: string }>`insert into metric_reports (review_id, item_id, note, created_by, created_at) values (${reviewId}, ${itemId}, ${note}, ${actorId}, ${now}) returning id`);
  const { id } = row as { id: string };
  for (const hr of await hrFor(tx, review.departmentId, actorId, now.slice(0, 10))) await notify(tx, { employeeId: hr, kind: 'metrics.reported', link: '/metrics/reports' });
  await appendAudit(tx, review.workflowId, { actorId }, now, [{ action: 'value.reported', object: id, after: { itemId }, texts: { note: { body: note, ownerId: actorId } } }]);
  return id;
}

/** Phases in which indicator data can still change what is scored. */
export const mayReportIn = (step: string): boolean => ['period', 'selfReview', 'scoring'].includes(step);

interface OpenReport {
  reviewId: string;
  workflowId: string;
  departmentId: string;
  createdBy: string;
  answeredAt: string | null;
}

/**
 * HR answers; the person and whoever scores see it. A wrong value is corrected by a batch of its own.
 * @param departmentIds HR's scope, null for the whole company @throws DomainError `METRICS.UNKNOWN_REPORT`, `METRICS.ALREADY_ANSWERED`
 */
export async function answerReport(tx: Executor, id: string, answer: string, actor: { id: string; departmentIds: string[] | null }, now: string): Promise<void> {
  const report = await tx.one(sql<OpenReport>`
    select m.review_id as "reviewId", r.workflow_id as "workflowId", r.department_id as "departmentId", m.created_by as "createdBy", m.answered_at as "answeredAt"
    from metric_reports m join reviews r on r.id = m.review_id where m.id = ${id} for update of m`);
  const inScope = report && report.createdBy !== actor.id && (actor.departmentIds === null || actor.departmentIds.includes(report.departmentId));
  if (!report || !inScope) throw new DomainError(metricsErrors.unknownReport, {});
  if (report.answeredAt !== null) throw new DomainError(metricsErrors.alreadyAnswered, { answeredAt: report.answeredAt });
  await tx.run(sql`update metric_reports set answer = ${answer}, answered_at = ${now}, answered_by = ${actor.id} where id = ${id}`);
  await notify(tx, { employeeId: report.createdBy, kind: 'metrics.answered', link: `/reviews/${report.reviewId}` });
  await appendAudit(tx, report.workflowId, { actorId: actor.id }, now, [{ action: 'value.answered', object: id, texts: { answer: { body: answer, ownerId: report.createdBy } } }]);
}
