import type { ApprovalDefinition } from '@fairmark/contracts/approvals';
import type { ApprovalState } from './state.js';
import { stepOf } from './tree.js';

/**
 * Whether an open task of somebody in a visit is the seat of the direct manager, whoever sits in it now and whatever the definition calls its node: who was only added to that seat or is asked for an opinion does
 * not sit in it. Rule: the direct manager may edit goals, further approvers approve or return them.
 */
export function sitsForDirectManager(definition: ApprovalDefinition, state: ApprovalState, visitId: unknown, personId: string): boolean {
  const visit = state.visits.find((one) => one.id === visitId);
  return (visit?.tasks ?? []).some((task) => {
    if (task.personId !== personId || task.status !== 'open' || task.part !== 'seat') return false;
    const source = stepOf(definition, visit?.nodeId ?? '')?.approvers[task.seat];
    return source?.type === 'lineManager' && source.level === 1;
  });
}
