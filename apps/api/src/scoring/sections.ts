import type { ReviewSection } from '@fairmark/contracts/reviews';
import { isRecordedRead, leadingRelation, visibleSections } from '@fairmark/domain/reviews';
import { recordAccess } from '@fairmark/persistence/audit';
import type { Executor } from '@fairmark/persistence/database';
import { segmentOfScorer } from '@fairmark/persistence/scoring';
import type { Standing } from '@fairmark/persistence/access';
import { ownTasks, type ReviewHead } from '@fairmark/persistence/reviews';

export interface ScoreReader {
  employeeId: string;
  relations: Standing['relations'];
}

/** What the reader may see of a review now. A read of scores or of the result by somebody outside the person and the line is recorded. */
export async function sectionsFor(tx: Executor, head: ReviewHead, { employeeId, relations }: ScoreReader, wanted: readonly ReviewSection[], now: string): Promise<Set<ReviewSection>> {
  const published = isPast(head.publishedAt, now);
  const tasks = await ownTasks(tx, head.workflowId, employeeId);
  const visible = visibleSections({ relations, step: head.step, published, managersSee: published || isPast(head.managersSeeAt, now), taskSteps: tasks.map((task) => task.step) });
  const sections = new Set(wanted.filter((section) => visible.has(section)));
  if (isRecordedRead(relations, sections)) await recordAccess(tx, { readerId: employeeId, reviewId: head.id, object: 'scores', relation: leadingRelation(relations) });
  return sections;
}

const isPast = (instant: string | null, now: string): boolean => instant !== null && instant <= now;

const WHOLE_REVIEW = ['self', 'manager', 'skipLevel', 'hr', 'panelMember', 'departmentHead'] as const;

/** Rule (rules §4): somebody who is concerned only as scorer of a stretch, such as a former manager, sees that stretch. Null: the whole review. */
export async function onlySegmentOf(tx: Executor, reviewId: string, { employeeId, relations }: ScoreReader): Promise<number | null> {
  return WHOLE_REVIEW.some((relation) => relations.has(relation)) ? null : segmentOfScorer(tx, reviewId, employeeId);
}
