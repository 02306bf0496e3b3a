import type { ReviewSection } from '@fairmark/contracts/reviews';
import type { ResultDetail, ResultReward } from '@fairmark/contracts/results';
import type { Relation } from '@fairmark/domain/access';
import { isRecordedRead, leadingRelation, visibleSections } from '@fairmark/domain/reviews';
import { recordAccess } from '@fairmark/persistence/audit';
import { sql, type Executor } from '@fairmark/persistence/database';
import { acceptanceOf, acknowledgementVisit, interviewOf, ratingsOf } from '@fairmark/persistence/result';
import { ownTasks, type ReviewHead } from '@fairmark/persistence/reviews';
import { amountOf, rewardInputs } from '@fairmark/persistence/rewards';

export interface ResultReader {
  employeeId: string;
  relations: ReadonlySet<Relation>;
}

/** The result as this reader may see it now; what the sections of the review page hide is not read. */
export async function resultDetail(tx: Executor, head: ReviewHead, reader: ResultReader, now: string): Promise<ResultDetail> {
  const sections = await sectionsFor(tx, head, reader, now);
  if (isRecordedRead(reader.relations, sections)) await recordAccess(tx, { readerId: reader.employeeId, reviewId: head.id, object: 'result', relation: leadingRelation(reader.relations) });
  const visible = sections.has('result');
  const self = reader.relations.has('self');
  const ratings = visible ? await ratingsOf(tx, head.id) : [];
  return {
    publishedAt: head.publishedAt, managersSeeAt: self ? null : head.managersSeeAt, final: ratings.at(-1) ?? null, ratings,
    changedByCalibration: ratings.some((rating) => rating.source === 'calibration'),
    acceptance: visible ? await acceptanceOf(tx, { id: head.id, employeeId: head.employee.id, workflowId: head.workflowId, publishedAt: head.publishedAt, plan: head.plan }, now) : null,
    acknowledgementVisitId: visible && self ? await acknowledgementVisit(tx, head.workflowId) : null,
    interview: sections.has('interview') ? await interviewOf(tx, head.id) : null,
    reward: visible && (self || reader.relations.has('hr')) ? await rewardOf(tx, head.id) : null,
  };
}

async function sectionsFor(read: Executor, head: ReviewHead, { employeeId, relations }: ResultReader, now: string): Promise<Set<ReviewSection>> {
  const tasks = await ownTasks(read, head.workflowId, employeeId);
  const past = (instant: string | null): boolean => instant !== null && instant <= now;
  const published = past(head.publishedAt);
  return visibleSections({ relations, step: head.step, published, managersSee: published || past(head.managersSeeAt), taskSteps: tasks.map((task) => task.step) });
}

/** What the result pays, own part and share in the team's pool; null without a base. */
async function rewardOf(read: Executor, reviewId: string): Promise<ResultReward | null> {
  const [input] = await rewardInputs(read, sql`r.id = ${reviewId}`);
  const amount = input && amountOf(input);
  if (!input || !amount || input.baseCents === null) return null;
  const { baseCents, eligibleDays, periodDays, poolCents, held } = input;
  return { baseCents, eligibleDays, periodDays, held, coefficientBp: amount.coefficientBp, ownCents: amount.ownCents, teamCents: poolCents ?? 0 };
}
