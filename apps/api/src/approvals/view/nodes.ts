import type { ApprovalNodeState, ApprovalNodeView, ApprovalPart } from '@fairmark/contracts/approvals';
import type { PersonRef } from '@fairmark/contracts/common';
import { leafNodes, precedes, type ApprovalTask, type ApprovalVisit } from '@fairmark/domain/approval';
import type { ApprovalCase } from '@fairmark/persistence/approvals';

type Names = ReadonlyMap<string, PersonRef>;
type ReadMarks = ReadonlyMap<string, string | null>;

/** Every node of the chart with its last entry. `reads`: when somebody read their task or copy. */
export function nodeViews({ definition, state }: ApprovalCase, names: Names, reads: ReadMarks, veiled: boolean): ApprovalNodeView[] {
  return leafNodes(definition).map(({ id }) => {
    const visits = state.visits.filter((visit) => visit.nodeId === id);
    const last = visits.at(-1);
    const people = (last?.tasks ?? []).flatMap((task) => (veiled && task.status !== 'open' ? [] : partOf(task, names, reads)));
    return { nodeId: id, state: stateOf({ definition, state }, id, last, veiled), visits: visits.length, people };
  });
}

const BY_STATUS: Record<ApprovalVisit['status'], ApprovalNodeState> = {
  open: 'open', approved: 'approved', rejected: 'rejected', returned: 'returned', copied: 'passed', notNeeded: 'ended', takenBack: 'ahead', withdrawn: 'ended',
};

function stateOf(item: Pick<ApprovalCase, 'definition' | 'state'>, nodeId: string, last: ApprovalVisit | undefined, veiled: boolean): ApprovalNodeState {
  if (!last) return wasPassedBy(item, nodeId) ? 'skipped' : 'ahead';
  if (last.superseded && last.status !== 'open' && item.state.status === 'running') return 'ahead';
  const found = BY_STATUS[last.status];
  return veiled && found !== 'open' && found !== 'ahead' ? 'ended' : found;
}

/** The case has ended, or goes on behind the node: its condition did not hold. */
function wasPassedBy({ definition, state }: Pick<ApprovalCase, 'definition' | 'state'>, nodeId: string): boolean {
  if (state.status !== 'running' && state.status !== 'returned') return true;
  return state.visits.some((visit) => !visit.superseded && precedes(definition, nodeId, visit.nodeId));
}

function partOf(task: ApprovalTask, names: Names, reads: ReadMarks): ApprovalPart[] {
  const person = names.get(task.personId);
  const state = partState(task);
  return person && state ? [{ person, why: task.origin, state, at: task.closedAt, readAt: reads.get(task.personId) ?? null }] : [];
}

function partState({ status, decision, decidedBy }: ApprovalTask): ApprovalPart['state'] | undefined {
  switch (status) {
    case 'queued':
    case 'waiting':
      return 'waiting';
    case 'decided':
      return decidedBy === 'timeout' ? 'byTimeout' : decidedAs(decision);
    case 'removed':
    case 'takenBack':
      return undefined;
    default:
      return status;
  }
}

function decidedAs(decision: ApprovalTask['decision']): ApprovalPart['state'] {
  if (decision === 'reject') return 'rejected';
  if (decision === 'return') return 'returned';
  if (decision === 'opinion') return 'consulted';
  return decision === 'transfer' ? 'replaced' : 'approved';
}
