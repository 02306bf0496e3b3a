import type { StepNode } from '@fairmark/contracts/approvals';
import { ownersOfAnySeat, ownersOfEverySeat, type Owner } from './owners.js';
import type { Run } from './run.js';
import { isPending, type ApprovalTask } from './state.js';
import type { Vote } from './votes.js';
import { judgeWeights } from './weighing.js';

export type Verdict = 'waiting' | 'approved' | 'rejected';

/** What a node type decides. A further type adds an entry to `nodeRules`; the compiler asks for it. */
export interface NodeRule {
  /** The people of a new visit, each once, never empty. */
  owners(run: Run, node: StepNode): Owner[];
  /** Where the visit stands. */
  judge(node: StepNode, votes: readonly Vote[]): Verdict;
  /** Queued seats whose turn it is. */
  turn(tasks: readonly ApprovalTask[]): ApprovalTask[];
  /** Whether a person who drops out must be replaced while others are still there. */
  everySeat: boolean;
}

const queuedSeats = (tasks: readonly ApprovalTask[]) => tasks.filter((task) => task.part === 'seat' && task.status === 'queued');
const some = (votes: readonly Vote[], is: Vote['is']) => votes.some((vote) => vote.is === is);

const inOrder: NodeRule = {
  owners: ownersOfEverySeat,
  judge(_node, votes) {
    if (some(votes, 'rejected')) return 'rejected';
    return some(votes, 'waiting') ? 'waiting' : 'approved';
  },
  turn: (tasks) => (tasks.some((task) => isPending(task) && (task.part !== 'seat' || task.status !== 'queued')) ? [] : queuedSeats(tasks).slice(0, 1)),
  everySeat: true,
};

const allOf: NodeRule = {
  owners: ownersOfEverySeat,
  judge(node, votes) {
    const rejected = some(votes, 'rejected');
    if (rejected && node.type === 'allOf' && node.onReject === 'veto') return 'rejected';
    if (some(votes, 'waiting')) return 'waiting';
    return rejected ? 'rejected' : 'approved';
  },
  turn: queuedSeats,
  everySeat: true,
};

const anyOf: NodeRule = {
  owners: ownersOfAnySeat,
  judge(_node, votes) {
    if (some(votes, 'approved')) return 'approved';
    return some(votes, 'rejected') ? 'rejected' : 'waiting';
  },
  turn: queuedSeats,
  everySeat: false,
};

const weightedVote: NodeRule = {
  owners: ownersOfEverySeat,
  judge: (node, votes) => (node.type === 'weightedVote' ? judgeWeights(votes, node.weightsBp, node.thresholdBp) : 'waiting'),
  turn: queuedSeats,
  everySeat: true,
};

/** The rule of each node type. */
export const nodeRules: Record<StepNode['type'], NodeRule> = { inOrder, allOf, anyOf, weightedVote };
