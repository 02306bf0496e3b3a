import type { NoticeSpec } from '@fairmark/domain/process';
import type { Executor } from '@fairmark/persistence/database';
import { openTasks, type VisitRow } from '@fairmark/persistence/process';
import type { Review } from '../reviews/review.js';

/** Notices of an act of HR for the person whose review it is and for everybody who is waited for. The page shows the reason. */
export async function concerned(tx: Executor, review: Review, visits: readonly VisitRow[], kind: string): Promise<NoticeSpec[]> {
  const people = new Set([review.employeeId]);
  for (const visit of visits) for (const task of await openTasks(tx, visit.id)) people.add(task.assigneeId);
  return [...people].map((employeeId) => ({ employeeId, kind, link: `/reviews/${review.id}` }));
}
