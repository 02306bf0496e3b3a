import { AnswerHrRequest } from '@fairmark/contracts/cycles';
import { CycleErrors, processErrors } from '@fairmark/contracts/errors';
import type { Transition } from '@fairmark/domain/process';
import { lockRequest, type RequestRow } from '@fairmark/persistence/cycles';
import { openTasks, openVisits, type VisitRow } from '@fairmark/persistence/process';
import { actInApproval } from '../approvals/index.js';
import { refuse, type DecisionContext } from '../processes/index.js';
import { bulkHost, confirmed, declined } from './bulkHost.js';

/** The second HR person agrees: with what ships the act is carried out for whoever it concerns now. */
export async function confirm(context: DecisionContext): Promise<Transition> {
  const { request, reason } = await pending(context);
  const { actorId } = context;
  if (request.requestedBy === actorId) refuse(CycleErrors.secondPersonNeeded);
  if (request.approvalId === null) return confirmed(context, request, { actorId, comment: reason ?? undefined });
  return actInApproval(context, bulkHost, await ownVisit(context, request), { type: 'approve', actorId, ...(reason ? { comment: reason } : {}) });
}

/** Somebody else of HR does not agree, or who asked takes it back. */
export async function decline(context: DecisionContext): Promise<Transition> {
  const { request, reason } = await pending(context);
  const { actorId } = context;
  // Asked for before acts on many people were approvals.
  if (request.approvalId === null) return declined(context, request, { actorId, comment: reason ?? undefined });
  if (request.requestedBy === actorId) return actInApproval(context, bulkHost, request.approvalId, { type: 'withdraw', actorId, ...(reason ? { comment: reason } : {}) });
  return actInApproval(context, bulkHost, await ownVisit(context, request), { type: 'reject', actorId, comment: reason ?? NO_REASON });
}

/** The answer of a page that asks for no reason; a reject has to say something. */
const NO_REASON = '—';

async function pending({ tx, process, body }: DecisionContext): Promise<{ request: RequestRow; reason: string | null }> {
  const { requestId, reason } = AnswerHrRequest.parse(body);
  const request = await lockRequest(tx, process.refId, requestId);
  if (!request) return refuse(CycleErrors.unknownRequest);
  if (request.state !== 'pending') refuse(CycleErrors.requestDecided, { state: request.state });
  return { request, reason: reason || null };
}

/** The visit in which this person is asked. */
async function ownVisit({ tx, process, actorId }: DecisionContext, request: RequestRow): Promise<VisitRow> {
  for (const visit of await openVisits(tx, process.workflowId)) {
    if (visit.approvalId === request.approvalId && (await openTasks(tx, visit.id)).some((task) => task.assigneeId === actorId)) return visit;
  }
  return refuse(processErrors.notAssigned);
}
