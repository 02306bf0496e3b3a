import type { ApprovalNode, CopyNode, StepNode } from '@fairmark/contracts/approvals';
import { closeVisit, finish, newVisit, setTask, supersede } from './change.js';
import { applies, branchOf } from './fields.js';
import { isUsable } from './parties.js';
import type { Run } from './run.js';
import type { ApprovalState, ApprovalVisit } from './state.js';
import { addTask } from './tasks.js';
import { assess, enter } from './visits.js';

/** Looks where the visit stands and goes on from there. */
export function settle(run: Run, visit: ApprovalVisit): void {
  const verdict = assess(run, visit);
  if (verdict === 'rejected') finish(run, 'rejected');
  if (verdict === 'approved') advance(run);
}

/**
 * Walks through the definition as it applies to the present values: enters every node that is next, and ends the case when nothing is left. A visit that is not
 * on the way any more, because values have changed, is closed.
 */
export function advance(run: Run): void {
  const reached = new Set<string>();
  const ended = walk(run, run.definition.nodes, reached);
  for (const visit of run.state.visits) {
    if (visit.status !== 'open' || reached.has(visit.nodeId)) continue;
    closeVisit(run, visit, 'notNeeded');
    supersede(run, visit);
  }
  if (ended) finish(run, 'approved');
}

/** Whether every node of the list has passed. */
function walk(run: Run, nodes: readonly ApprovalNode[], reached: Set<string>): boolean {
  return nodes.every((node) => pass(run, node, reached));
}

function pass(run: Run, node: ApprovalNode, reached: Set<string>): boolean {
  switch (node.type) {
    case 'condition':
      return walk(run, branchOf(run.state, node), reached);
    case 'parallel':
      // Every branch is looked at, also behind one that waits.
      return node.branches.map((branch) => walk(run, branch.nodes, reached)).every(Boolean);
    case 'subProcess':
      return !applies(run.state, node) || walk(run, node.nodes ?? [], reached);
    case 'copy':
      return sendCopies(run, node);
    default:
      return passStep(run, node, reached);
  }
}

function passStep(run: Run, node: StepNode, reached: Set<string>): boolean {
  if (!applies(run.state, node) || isPassed(run.state, node.id)) return true;
  reached.add(node.id);
  if (run.state.visits.some((visit) => visit.nodeId === node.id && visit.status === 'open') || waitsForAnother(run, node.id)) return false;
  return enter(run, node) === 'approved';
}

/** Returned to a node of another branch: it goes on after that node, unless the way no longer leads there. */
function waitsForAnother(run: Run, nodeId: string): boolean {
  const target = run.state.visits.findLast((visit) => visit.nodeId === nodeId)?.waitsFor ?? null;
  return target !== null && !isPassed(run.state, target) && onTheWay(run, target);
}

/** Copies go out once per pass; nobody is asked anything. */
function sendCopies(run: Run, node: CopyNode): boolean {
  const { state } = run;
  if (!applies(state, node) || state.visits.some((visit) => visit.nodeId === node.id && visit.status === 'copied' && !visit.superseded)) return true;
  const visit = newVisit(run, node.id, 'copied');
  const told = new Set<string>();
  for (const [seat, list] of (state.resolution.nodes[node.id]?.approvers ?? []).entries()) {
    for (const candidate of list) {
      if (!isUsable(state, candidate) || told.has(candidate.personId)) continue;
      told.add(candidate.personId);
      const task = addTask(run, visit, { personId: candidate.personId, origin: 'copied', seat }, { part: 'copy' });
      setTask(run, visit, task, 'copied');
      task.openedAt = run.at;
      run.effects.push({ type: 'copy', taskId: task.id, visitId: visit.id, nodeId: node.id, personId: task.personId });
    }
  }
  return true;
}

/** Whether the node was approved and nothing has taken that back. */
export function isPassed(state: ApprovalState, nodeId: string): boolean {
  return state.visits.some((visit) => visit.nodeId === nodeId && visit.status === 'approved' && !visit.superseded);
}

/** Whether the present values lead to the node. */
export function onTheWay({ definition, state }: Pick<Run, 'definition' | 'state'>, nodeId: string): boolean {
  return leadsTo(state, definition.nodes, nodeId);
}

function leadsTo(state: ApprovalState, nodes: readonly ApprovalNode[], nodeId: string): boolean {
  return nodes.some((node) => {
    if (node.type === 'condition') return leadsTo(state, branchOf(state, node), nodeId);
    if (node.type === 'parallel') return node.branches.some((branch) => leadsTo(state, branch.nodes, nodeId));
    if (!applies(state, node)) return false;
    return node.type === 'subProcess' ? leadsTo(state, node.nodes ?? [], nodeId) : node.id === nodeId;
  });
}
