import type { ApprovalWaiting } from '@fairmark/contracts/approvals';
import type { PersonRef } from '@fairmark/contracts/common';
import { openTasks, stepOf } from '@fairmark/domain/approval';
import type { ApprovalCase, ApprovalVisitRow } from '@fairmark/persistence/approvals';

/** Everybody for whom the case waits, until when, and what the policy of the node does then. */
export function waitingOf({ definition, state }: ApprovalCase, visits: readonly ApprovalVisitRow[], names: ReadonlyMap<string, PersonRef>): ApprovalWaiting[] {
  return openTasks(state).flatMap(({ taskId, visitId, nodeId, personId, openedAt }) => {
    const visit = visits.find((one) => one.state === 'open' && one.nodeVisit === visitId);
    const person = names.get(personId);
    const node = stepOf(definition, nodeId);
    if (!visit || !person || !node) return [];
    const why = state.visits.find((one) => one.id === visitId)?.tasks.find((one) => one.id === taskId)?.origin ?? 'approver';
    const remindAt = visit.wakeAt !== null && visit.dueAt !== null && visit.wakeAt < visit.dueAt ? visit.wakeAt : null;
    return [{ visitId: visit.id, nodeId, person, why, since: openedAt, dueAt: visit.dueAt, zone: visit.zone, remindAt, atDeadline: node.timeout }];
  });
}
