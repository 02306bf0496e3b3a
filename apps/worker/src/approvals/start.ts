import { ApprovalStoreErrors } from '@fairmark/contracts/errors';
import { startInstance } from '@fairmark/domain/approval';
import { insertApproval, prepareCase, type ApprovalCase } from '@fairmark/persistence/approvals';
import { refuse, type ProcessContext } from '../processes/index.js';
import { carryOut, type Applied } from './carryOut.js';
import { accepted } from './events.js';
import { keepEntry } from './record.js';
import type { ApprovalRequest, ApprovalStep } from './request.js';

/**
 * Submits a case: takes the definition in use, finds the approvers in the organisation as of now, enters the first nodes and says which visits open. Merge `part`
 * into the transition of the decision that submits.
 *
 * Refuses with the engine's codes: `APPROVAL.INVALID_DEFINITION`, `APPROVAL.FIELDS`, `APPROVAL.CHOSEN`, and `APPROVAL.NO_OWNER` when not even a process
 * administrator could act.
 */
export async function startApproval(context: ProcessContext, { id, step, payload = {}, ...request }: ApprovalRequest): Promise<ApprovalStep> {
  const { tx, process, now } = context;
  const scope = { ...request.scope, seed: id ?? `${process.workflowId}/${now}` };
  const prepared = await prepareCase(tx, { ...request, scope }, now);
  if (!prepared) return refuse(ApprovalStoreErrors.unknownDefinition, { purpose: request.purpose });
  const { definition } = prepared;
  const { state, effects } = accepted(startInstance(definition, prepared.submission));
  const item: ApprovalCase = { definition, step, purpose: request.purpose, scope: prepared.scope, payload, state };
  const approvalId = await insertApproval(tx, process.workflowId, item, now, id);
  const applied: Applied = { approvalId, item, effects, visit: null };
  const part = await carryOut(context, applied);
  await keepEntry(context, applied, null);
  const audit = [{ action: 'approval.submitted', object: approvalId, after: { definition: definition.id, version: definition.version, flags: state.flags, submitterId: state.submitterId } }];
  return { approvalId, outcome: state.status, changed: true, ended: state.status !== 'running', awaits: null, undo: false, item, part: { ...part, audit } };
}
