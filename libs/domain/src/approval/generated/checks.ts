import type { ApprovalDefinition, StepNode } from '@fairmark/contracts/approvals';
import { isKnownInactive, partiesOf } from '../parties.js';
import { isApproved, isPending, isRejected, type ApprovalState, type ApprovalTask, type ApprovalVisit } from '../state.js';
import { stepOf } from '../tree.js';
import { visibleTo } from '../visible.js';
import { must } from './must.js';

/** A task or a visit in one line, for messages. */
const briefTask = ({ id, part, personId, status, decision, parentId, replaces, cause, closedBy }: ApprovalTask) => [id, part, personId, status, decision, parentId, replaces, cause, closedBy].join(' ');
const brief = ({ id, nodeId, status, superseded, cause, closedBy, waitsFor, tasks }: ApprovalVisit) => [[id, nodeId, status, superseded, cause, closedBy, waitsFor].join(' '), ...tasks.map(briefTask)];

/** What must hold after every accepted event, whatever led there. */
export function checkState(definition: ApprovalDefinition, state: ApprovalState): void {
  const parties = partiesOf({ definition, state });
  const pending = state.visits.flatMap((visit) => visit.tasks.filter(isPending));
  must((state.status === 'running') === pending.some((task) => task.status === 'open'), 'a running case waits for somebody, any other for nobody', () => state.visits.map(brief));
  must(state.status === 'running' || pending.length === 0, 'what has ended has no tasks');
  must((state.endedAt !== null) === ['approved', 'rejected', 'withdrawn'].includes(state.status), 'what has ended says when', state.status);
  if (state.status === 'returned') must(state.submitterId !== null && !isKnownInactive(state, state.submitterId), 'a returned case waits for a live submitter', state.submitterId);
  for (const task of pending) {
    must(!isKnownInactive(state, task.personId), 'nobody who left has a task', task);
    must(!parties.has(task.personId), 'nobody has a task in their own case', task);
  }
  for (const visit of state.visits) checkVisit(definition, state, visit);
}

function checkVisit(definition: ApprovalDefinition, state: ApprovalState, visit: ApprovalVisit): void {
  const node = stepOf(definition, visit.nodeId);
  if (visit.status === 'copied') return checkCopies(state, visit);
  must(node !== undefined, 'people decide only in steps', visit.nodeId);
  must(visit.status === 'open' || !visit.tasks.some(isPending), 'only an open visit waits', visit.id);
  must(!visit.tasks.some((task) => task.personId === 's'), 'the subject has no part', visit.id);
  const deciding = visit.tasks.filter((task) => task.status === 'decided' && task.decidedBy === 'person');
  must(deciding.every((task) => task.actorId !== null && task.actorId !== 's'), 'nobody acts in their own case, for themselves or for others', visit.id);
  // Somebody who was added may be the last who can take the node over.
  const actors = deciding.filter((task) => task.decision !== 'opinion' && task.origin !== 'fallback' && task.origin !== 'administrator').map((task) => task.actorId);
  must(new Set(actors).size === actors.length, 'nobody decides twice in a node', () => brief(visit));
  for (const task of visit.tasks) checkTask(visit, task);
  if (visit.status === 'open') checkTurn(visit, node);
  else checkOutcome(visit, node);
}

/** A copy decides nothing and shows no scores to whoever has no other part. */
function checkCopies(state: ApprovalState, { tasks }: ApprovalVisit): void {
  for (const task of tasks) {
    must(task.status === 'copied' && task.decision === null && task.part === 'copy', 'a copy decides nothing', task);
    const sight = visibleTo(state, task.personId);
    must(sight !== null && (sight.as === 'approver' || !sight.scores), 'a copy never widens who sees scores', task.personId);
  }
}

function checkTask({ tasks }: ApprovalVisit, task: ApprovalTask): void {
  must(task.part !== 'copy', 'copies stand by themselves', task);
  const helpers = tasks.filter((one) => one.parentId === task.id && isPending(one) && one.part !== 'after');
  if (task.status === 'waiting') must(helpers.length > 0, 'who waits for others has others', task);
  else must(helpers.length === 0, 'people added before somebody act before them', () => tasks.map(briefTask));
  if (task.part === 'consult') must(task.decision === null || task.decision === 'opinion', 'an opinion decides nothing', task);
}

function checkTurn({ tasks }: ApprovalVisit, node: StepNode): void {
  const seats = tasks.filter((task) => task.part === 'seat');
  if (node.type !== 'inOrder') must(!tasks.some((task) => task.status === 'queued'), 'only an order makes people wait', node.id);
  else must(seats.filter((task) => task.status === 'open' || task.status === 'waiting').length <= 1, 'one after the other', node.id);
}

const chainOf = (tasks: readonly ApprovalTask[], seat: ApprovalTask) => tasks.filter((task) => task.parentId === seat.id && (task.part === 'before' || task.part === 'after'));
const refused = (tasks: readonly ApprovalTask[], seat: ApprovalTask) => isRejected(seat) || chainOf(tasks, seat).some(isRejected);
const given = (tasks: readonly ApprovalTask[], seat: ApprovalTask) => isApproved(seat) && !refused(tasks, seat);

/** The end of a visit, counted again in the simplest way. */
function checkOutcome({ status, tasks, id }: ApprovalVisit, node: StepNode): void {
  const seats = tasks.filter((task) => task.part === 'seat' && !['replaced', 'removed', 'takenBack'].includes(task.status));
  const counted = seats.filter((seat) => seat.status !== 'notNeeded' || refused(tasks, seat));
  const winners = counted.filter((seat) => given(tasks, seat) || refused(tasks, seat));
  if (status === 'approved') must(counted.some((seat) => given(tasks, seat)), 'nothing passes by itself', id);
  if (node.type === 'anyOf' && status !== 'returned' && status !== 'takenBack' && !seats.some((seat) => seat.status === 'alreadyApproved')) must(winners.length <= 1, 'exactly one winner', { id, winners });
  if (node.type === 'weightedVote' && status === 'approved') must(share(node, tasks, counted) > node.thresholdBp, 'a vote passes with more than the threshold', { id, counted });
  if (node.type === 'weightedVote' && status === 'rejected') must(share(node, tasks, counted, true) <= node.thresholdBp + 1e-6, 'a vote fails only when it cannot pass', { id, counted });
  if ((node.type === 'inOrder' || node.type === 'allOf') && status === 'approved') must(counted.every((seat) => given(tasks, seat)), 'everybody has approved', id);
  if (status === 'rejected' && node.type !== 'weightedVote') must(counted.some((seat) => refused(tasks, seat)), 'nothing fails by itself', id);
}

/** Weight that was given, or, with `possible`, was not refused. */
function share(node: Extract<StepNode, { type: 'weightedVote' }>, tasks: readonly ApprovalTask[], seats: readonly ApprovalTask[], possible = false): number {
  return node.weightsBp.reduce((sum, weight, seat) => {
    const holders = seats.filter((task) => task.seat === seat || task.alsoSeats.includes(seat));
    const counts = holders.filter((task) => (possible ? !refused(tasks, task) && task.status !== 'notNeeded' : given(tasks, task)));
    return sum + (holders.length === 0 ? 0 : (weight * counts.length) / holders.length);
  }, 0);
}
