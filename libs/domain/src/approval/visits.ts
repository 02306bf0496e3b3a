import type { StepNode } from '@fairmark/contracts/approvals';
import { closeTask, closeVisit, newVisit, openTask } from './change.js';
import { comeBack, pausedVisit } from './comeBack.js';
import { nodeRules, type Verdict } from './node-rules.js';
import { earlierApprovals, samePersonPolicy } from './parties.js';
import { nodeOf, type Run } from './run.js';
import { fallbackChain } from './owners.js';
import { isGone, isPending, isRejected, type ApprovalVisit } from './state.js';
import { addTask, again, hasPart, markApproved, replaceTask } from './tasks.js';
import { chainOf, rootOf, votesOf } from './votes.js';

/** Opens a new visit of a node, with its own people and clock. A visit that was paused by a return comes back with its people and their approvals. */
export function enter(run: Run, node: StepNode): Verdict {
  const paused = pausedVisit(run.state, node.id);
  const visit = newVisit(run, node.id);
  if (paused) {
    comeBack(run, node, visit, paused);
  } else {
    for (const owner of nodeRules[node.type].owners(run, node)) addTask(run, visit, owner);
    markAlreadyApproved(run, node, visit);
  }
  return assess(run, visit);
}

/** Same person twice acts once; who is asked as a previous approver is asked on purpose. */
function markAlreadyApproved(run: Run, node: StepNode, visit: ApprovalVisit): void {
  if (samePersonPolicy(run, node) !== 'actsOnce' || run.returnedTo === node.id) return;
  const known = earlierApprovals(run.state, node.id);
  for (const task of visit.tasks) {
    const approvedIn = known.get(task.personId);
    if (approvedIn !== undefined && node.approvers[task.seat]?.type !== 'previousApprovers') markApproved(run, visit, task, approvedIn);
  }
}

/** Looks where the visit stands: opens the tasks whose turn it is, or ends the visit. What follows from an end is up to the caller. */
export function assess(run: Run, visit: ApprovalVisit): Verdict {
  const node = nodeOf(run, visit.nodeId);
  if (node.type === 'anyOf') closeLosers(run, visit);
  closeRefusedSeats(run, visit);
  // Whatever fell away, a node never passes by itself.
  if (votesOf(visit.tasks).length === 0) refill(run, visit, node);
  const verdict = held(visit, nodeRules[node.type].judge(node, votesOf(visit.tasks)));
  if (verdict !== 'waiting') {
    closeVisit(run, visit, verdict);
    return verdict;
  }
  resume(run, visit);
  for (const task of visit.tasks) if (task.part !== 'seat' && task.status === 'queued') openTask(run, visit, task);
  for (const task of nodeRules[node.type].turn(visit.tasks)) openTask(run, visit, task);
  return 'waiting';
}

/** Somebody of the fallback chain, if possible without a part in the node so far. */
function refill(run: Run, visit: ApprovalVisit, node: StepNode): void {
  const chain = fallbackChain(run, node, 0).flat();
  const owner = chain.find((one) => !hasPart(visit, one.personId)) ?? chain[0];
  if (owner) addTask(run, visit, owner);
}

/** Whoever was added after a seat acts before the next node, even when the node has passed without them. */
function held(visit: ApprovalVisit, verdict: Verdict): Verdict {
  return verdict === 'approved' && visit.tasks.some((task) => task.part === 'after' && isPending(task)) ? 'waiting' : verdict;
}

/** 或签: the first decision counts, so the others are not asked any more even while people added after it still act. */
function closeLosers(run: Run, visit: ApprovalVisit): void {
  const winner = visit.tasks.find((task) => task.part === 'seat' && task.status === 'decided');
  if (!winner) return;
  for (const task of visit.tasks) if (isPending(task) && rootOf(visit, task) !== winner) closeTask(run, visit, task, 'notNeeded');
}

/** Somebody added to a seat has rejected: the seat is refused, its people are not needed any more. */
function closeRefusedSeats(run: Run, visit: ApprovalVisit): void {
  for (const seat of visit.tasks.filter((task) => task.part === 'seat' && chainOf(visit.tasks, task).some(isRejected))) {
    for (const task of visit.tasks) if (isPending(task) && rootOf(visit, task) === seat) closeTask(run, visit, task, 'notNeeded');
  }
}

/** Whoever waited for added people or for an opinion is asked again when nobody is left to wait for. */
function resume(run: Run, visit: ApprovalVisit): void {
  for (const task of visit.tasks.filter((one) => one.status === 'waiting')) {
    const children = visit.tasks.filter((one) => one.parentId === task.id && one.part !== 'after' && !isGone(one));
    if (!children.some(isPending)) replaceTask(run, visit, task, again(task), 'open');
  }
}
