import type { ApprovalNode } from '@fairmark/contracts/approvals';
import { fallbackOwners, onePerPerson, seatOwners, type Owner } from './parties.js';
import type { Run } from './run.js';
import { isApproved, isPending, isRejected, type ApprovalTask } from './state.js';

/** What a node type decides. A further type adds an entry to `nodeRules`; the compiler asks for it. */
export interface NodeRule {
  /** The people of a new visit, each once, never empty. */
  owners(run: Run, node: ApprovalNode): Owner[];
  /** Where the visit stands. */
  judge(node: ApprovalNode, tasks: readonly ApprovalTask[]): 'waiting' | 'approved' | 'rejected';
  /** Queued tasks whose turn it is. */
  turn(tasks: readonly ApprovalTask[]): ApprovalTask[];
  /** Whether a person who drops out must be replaced while others are still there. */
  everySeat: boolean;
}

/** Every seat is filled: one that resolves to nobody goes to the first person of the fallback chain. */
function ownersOfEverySeat(run: Run, node: ApprovalNode): Owner[] {
  const seats = node.approvers.map((_, seat) => {
    const owners = seatOwners(run, node, seat);
    return owners.length > 0 ? owners : fallbackOwners(run, node, seat).slice(0, 1);
  });
  return onePerPerson(seats.flat());
}

/** One person is enough: the fallback chain is asked only when no seat has anybody. */
function ownersOfAnySeat(run: Run, node: ApprovalNode): Owner[] {
  const owners = node.approvers.flatMap((_, seat) => seatOwners(run, node, seat));
  return onePerPerson(owners.length > 0 ? owners : fallbackOwners(run, node, 0));
}

const queued = (tasks: readonly ApprovalTask[]) => tasks.filter((task) => task.status === 'queued');

const inOrder: NodeRule = {
  owners: ownersOfEverySeat,
  judge(_node, tasks) {
    if (tasks.some(isRejected)) return 'rejected';
    return tasks.some(isPending) ? 'waiting' : 'approved';
  },
  turn: (tasks) => (tasks.some((task) => task.status === 'open') ? [] : queued(tasks).slice(0, 1)),
  everySeat: true,
};

const allOf: NodeRule = {
  owners: ownersOfEverySeat,
  judge(node, tasks) {
    const rejected = tasks.some(isRejected);
    if (rejected && node.type === 'allOf' && node.onReject === 'veto') return 'rejected';
    if (tasks.some(isPending)) return 'waiting';
    return rejected ? 'rejected' : 'approved';
  },
  turn: queued,
  everySeat: true,
};

const anyOf: NodeRule = {
  owners: ownersOfAnySeat,
  judge(_node, tasks) {
    if (tasks.some(isApproved)) return 'approved';
    return tasks.some(isRejected) ? 'rejected' : 'waiting';
  },
  turn: queued,
  everySeat: false,
};

/** The rule of each node type. */
export const nodeRules: Record<ApprovalNode['type'], NodeRule> = { inOrder, allOf, anyOf };
