import type { Appealable } from '@fairmark/contracts/appeals';
import { accessErrors, AppealErrors } from '@fairmark/contracts/errors';
import { acceptanceRefusal } from '@fairmark/domain/acceptance';
import { appealableItems, appealsOf, waitingPapers } from '@fairmark/persistence/appeals';
import type { Executor } from '@fairmark/persistence/database';
import { openVisits } from '@fairmark/persistence/process';
import { acceptanceOf } from '@fairmark/persistence/result';
import { reviewHead, type ReviewHead } from '@fairmark/persistence/reviews';
import { ApiError } from '../problems/index.js';

/** What of the result, or of the end of its buffer while that is told, can be contested, and why not when it cannot. */
export async function appealable(read: Executor, reviewId: string, employeeId: string, now: string): Promise<Appealable> {
  const head = await reviewHead(read, reviewId);
  if (!head) throw new ApiError(accessErrors.objectNotFound);
  const visits = await openVisits(read, head.workflowId);
  const about = visits.some((visit) => visit.step === 'bufferOutcome') ? ('buffer' as const) : ('result' as const);
  const visit = visits.find((open) => open.step === (about === 'buffer' ? 'bufferOutcome' : 'acknowledgement'));
  const filed = (await appealsOf(read, reviewId)).some((appeal) => appeal.about === about);
  const { endsAt, refusal } = about === 'buffer' ? { endsAt: visit?.dueAt ?? null, refusal: null } : await ofResult(read, head, employeeId, now, filed);
  return {
    reviewId, about, visitId: visit?.id ?? null, endsAt, refusal: filed ? AppealErrors.repeated : refusal,
    items: head.publishedAt === null ? [] : await appealableItems(read, head, about), papers: await waitingPapers(read, reviewId, employeeId),
  };
}

async function ofResult(read: Executor, head: ReviewHead, employeeId: string, now: string, filed: boolean): Promise<Pick<Appealable, 'endsAt' | 'refusal'>> {
  const view = await acceptanceOf(read, { id: head.id, employeeId, workflowId: head.workflowId, publishedAt: head.publishedAt, plan: head.plan }, now);
  return { endsAt: view.endsAt, refusal: acceptanceRefusal(view, 'appeal', filed) };
}
