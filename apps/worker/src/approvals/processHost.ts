import { assertNever } from '@fairmark/domain/common';
import type { Duration } from '@fairmark/contracts/common';
import type { Transition, VisitSpec } from '@fairmark/domain/process';
import { loadRequest, type ApprovalCase, type ApprovalRequestRow } from '@fairmark/persistence/approvals';
import { openVisits } from '@fairmark/persistence/process';
import type { ProcessContext, VisitContext } from '../processes/index.js';
import type { ApprovalHost, Ended } from './host.js';
import { effectsOf } from './purposes/index.js';

/** How long an approved case may be taken back where the definition allows it, and how long a returned one waits before it reminds. */
const WITHDRAWABLE: Duration = { n: 10, unit: 'workingDay' };
const RESUBMIT_WITHIN: Duration = { n: 5, unit: 'workingDay' };

/** What follows from the outcome of a case that is a process of its own. */
export const processHost: ApprovalHost = {
  async ended(context, ended) {
    const request = await loadRequest(context.tx, context.process.refId);
    switch (ended.outcome) {
      case 'approved':
        return approved(context, request, ended);
      case 'rejected':
        return over(request, 'rejected', await effectsOf(request.purpose).onRejected(context, request));
      case 'returned':
        return { outcome: 'returned', step: 'returned', open: [resubmission(ended.item, ended.approvalId, ended.visit?.id)], audit: [] };
      case 'withdrawn':
        return withdrawn(context, request, ended);
      default:
        return assertNever(ended.outcome);
    }
  },
  async awaits(context, item, approvalId) {
    const before = (await openVisits(context.tx, context.process.workflowId)).filter((visit) => visit.step === 'resubmission');
    return { outcome: 'handedOver', close: before.map((visit) => ({ visitId: visit.id, outcome: 'handedOver' })), open: [resubmission(item, approvalId, undefined)], audit: [] };
  },
};

async function approved(context: ProcessContext, request: ApprovalRequestRow, ended: Ended): Promise<Transition> {
  const effects = await effectsOf(request.purpose).onApproved(context, request, ended);
  const transition = over(request, 'approved', effects);
  if (!ended.item.definition.settings.withdrawAfterEnd) return transition;
  const { finish: _later, ...rest } = transition;
  const waits: VisitSpec = { step: 'withdrawal', approvalId: ended.approvalId, assignees: [], subjectId: request.subjectId, deadline: { duration: WITHDRAWABLE }, timeout: 'moveOn', remindBefore: [], payload: { requestId: request.id } };
  return { ...rest, step: 'withdrawable', open: [waits] };
}

async function withdrawn(context: ProcessContext, request: ApprovalRequestRow, { undo, actorId }: Ended): Promise<Transition> {
  const effects = await effectsOf(request.purpose).onWithdrawn(context, request, undo);
  // The visits of nodes are closed by the approval itself; these two belong to the process.
  const own = (await openVisits(context.tx, context.process.workflowId)).filter((visit) => visit.step !== 'approval');
  return { outcome: 'withdrawn', ...effects, close: own.map((visit) => ({ visitId: visit.id, outcome: 'withdrawn', ...(actorId ? { by: actorId } : {}) })), finish: { outcome: 'withdrawn' } };
}

function over({ submitterId, id }: ApprovalRequestRow, outcome: 'approved' | 'rejected', effects: Pick<Transition, 'audit' | 'signals' | 'notices'>): Transition {
  const notice = { employeeId: submitterId, kind: `approval.${outcome}`, link: `/approvals/${id}` };
  return { outcome, ...effects, notices: [...(effects.notices ?? []), notice], finish: { outcome } };
}

/** Who submitted hands in again, with a clock of their own: a returned case never inherits a deadline. */
function resubmission({ definition, state, payload }: ApprovalCase, approvalId: string, returnedFrom: string | undefined): VisitSpec {
  const who = state.submitterId;
  return {
    step: 'resubmission', approvalId, assignees: who ? [{ employeeId: who, why: 'submitter' }] : [], subjectId: who, timeout: 'remind', deadline: { duration: definition.settings.resubmitWithin ?? RESUBMIT_WITHIN },
    payload: { ...payload, ...(returnedFrom ? { returnedFrom } : {}) },
  };
}

/** Nobody took it back in time: it stands. */
export function withdrawalOver({ visit }: VisitContext): Promise<Transition> {
  return Promise.resolve({ outcome: 'approved', close: [{ visitId: visit.id, outcome: 'approved' }], finish: { outcome: 'approved' }, audit: [] });
}
