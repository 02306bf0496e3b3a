import { ResubmitCase } from '@fairmark/contracts/approvals';
import type { Transition } from '@fairmark/domain/process';
import { updateRequestFields } from '@fairmark/persistence/approvals';
import { openVisits } from '@fairmark/persistence/process';
import type { DecisionContext } from '../processes/index.js';
import { actInApproval } from './host.js';
import { approvalOf } from './operators.js';
import { processHost } from './processHost.js';

/** The submitter hands in again, in the visit that waits for it or on the process as a whole. */
export async function handInAgain(context: DecisionContext): Promise<Transition> {
  const { tx, process, actorId } = context;
  const { fields, comment } = ResubmitCase.parse(context.body);
  if (fields) await updateRequestFields(tx, process.refId, fields);
  const waits = (await openVisits(tx, process.workflowId)).filter((visit) => visit.step === 'resubmission');
  return actInApproval(context, processHost, approvalOf(context), { type: 'resubmit', actorId, comment, ...(fields ? { fields } : {}) }, {
    step: 'approving', close: waits.map((visit) => ({ visitId: visit.id, outcome: 'resubmitted', by: actorId })),
  });
}
