import type { ApprovalNode } from '@fairmark/contracts/approvals';
import { nodeRules } from './node-rules.js';
import { earlierApprovals, samePersonPolicy, type Owner } from './parties.js';
import { closeVisit, finish, nodeOf, openTask, type Run } from './run.js';
import { isApproved, type ApprovalTask, type ApprovalVisit } from './state.js';

/** Goes to the first node that applies and has no valid approval; without one the case is approved. */
export function advance(run: Run): void {
  const next = run.definition.nodes.find((node) => applies(run, node) && !isPassed(run, node.id));
  if (next) enter(run, next);
  else finish(run, 'approved');
}

function applies(run: Run, node: ApprovalNode): boolean {
  return node.when === undefined || (run.state.flags[node.when.flag] ?? false) === node.when.is;
}

/** Whether the node was approved and no return has taken that back. */
export function isPassed(run: Run, nodeId: string): boolean {
  return run.state.visits.some((visit) => visit.nodeId === nodeId && visit.status === 'approved' && !visit.superseded);
}

/** Opens a new visit of a node, with its own people and clock. */
export function enter(run: Run, node: ApprovalNode): void {
  const paused = run.state.visits.findLast((v) => v.nodeId === node.id && v.status === 'returned' && !v.superseded);
  const owners = comingBack(paused, node, nodeRules[node.type].owners(run, node));
  const id = `v${run.state.visits.length + 1}`;
  const visit: ApprovalVisit = { id, nodeId: node.id, status: 'open', superseded: false, openedAt: run.at, closedAt: null, tasks: [] };
  for (const owner of owners) addTask(visit, owner);
  run.state.visits.push(visit);
  if (paused) paused.superseded = true;
  markAlreadyApproved(run, node, visit, paused);
  settle(run, visit);
}

/** "Straight back" means to the one who returned it: where one decision is enough, only that person is asked again. */
function comingBack(paused: ApprovalVisit | undefined, node: ApprovalNode, owners: Owner[]): Owner[] {
  const returner = paused?.tasks.find((task) => task.decision === 'return')?.personId;
  const back = owners.filter((owner) => owner.personId === returner);
  return node.type === 'anyOf' && back.length > 0 ? back : owners;
}

/** Adds a queued task to a visit. */
export function addTask(visit: ApprovalVisit, owner: Owner, replaces: string | null = null): ApprovalTask {
  const task: ApprovalTask = {
    ...{ id: `${visit.id}.t${visit.tasks.length + 1}`, seat: owner.seat, personId: owner.personId, origin: owner.origin, status: 'queued' },
    ...{ openedAt: null, closedAt: null, decision: null, decidedBy: null, commentId: null, approvedIn: null, replaces },
    ...{ extensions: 0, handedToHr: false },
  };
  visit.tasks.push(task);
  return task;
}

/** Same person twice acts once; who had approved before somebody returned the visit straight back is not asked again. */
function markAlreadyApproved(run: Run, node: ApprovalNode, visit: ApprovalVisit, paused: ApprovalVisit | undefined): void {
  const known = new Map<string, string>();
  if (samePersonPolicy(run, node) === 'actsOnce') for (const [person, task] of earlierApprovals(run.state, node.id)) known.set(person, task);
  for (const task of paused?.tasks ?? []) if (isApproved(task) && task.decidedBy !== 'timeout') known.set(task.personId, task.approvedIn ?? task.id);
  for (const task of visit.tasks) {
    const approvedIn = known.get(task.personId);
    if (approvedIn === undefined) continue;
    task.status = 'alreadyApproved';
    task.approvedIn = approvedIn;
    task.closedAt = run.at;
  }
}

/** Looks where the visit stands: opens the tasks whose turn it is, or ends the visit and goes on. */
export function settle(run: Run, visit: ApprovalVisit): void {
  const node = nodeOf(run, visit.nodeId);
  const rule = nodeRules[node.type];
  const verdict = rule.judge(node, visit.tasks);
  if (verdict === 'waiting') {
    for (const task of rule.turn(visit.tasks)) openTask(run, visit, task);
    return;
  }
  closeVisit(run, visit, verdict);
  if (verdict === 'approved') advance(run);
  else finish(run, 'rejected');
}
