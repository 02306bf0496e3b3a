import type { ApprovalEvent } from '@fairmark/contracts/approvals';
import { ApprovalErrors } from '@fairmark/contracts/errors';
import { closeTask, closeVisit, finish, nodeOf, Refusal, type Run } from './run.js';
import type { ApprovalTask, ApprovalVisit } from './state.js';
import { assertComment, assertMayAct, openTaskOf } from './tasks.js';
import { advance, enter, isPassed, settle } from './visits.js';

type Of<T extends ApprovalEvent['type']> = Extract<ApprovalEvent, { type: T }>;

/** 同意 / 拒绝: the assignee decides. */
export function decide(run: Run, event: Of<'approve'> | Of<'reject'>): void {
  if (event.type === 'reject') assertComment(event.commentId);
  const { visit } = record(run, event);
  if (event.type === 'approve') Object.assign(run.state.flags, event.flags);
  settle(run, visit);
}

/** 退回: back to the submitter or to a node already passed; what has to run again loses its approvals. */
export function returnCase(run: Run, event: Of<'return'>): void {
  assertComment(event.commentId);
  const { visit } = record(run, event);
  closeVisit(run, visit, 'returned');
  if (event.to === 'submitter') return returnToSubmitter(run, event.then);
  returnToNode(run, visit.nodeId, event.to.nodeId, event.then);
}

function returnToSubmitter(run: Run, then: Of<'return'>['then']): void {
  if (run.state.submitterId === null) throw new Refusal(ApprovalErrors.returnTarget, { to: 'submitter' });
  if (then === 'rerun') for (const visit of run.state.visits) visit.superseded = true;
  finish(run, 'returned');
}

function returnToNode(run: Run, from: string, to: string, then: Of<'return'>['then']): void {
  const order = run.definition.nodes.map((node) => node.id);
  const target = order.indexOf(to);
  if (target < 0 || target >= order.indexOf(from) || !isPassed(run, to)) throw new Refusal(ApprovalErrors.returnTarget, { to });
  for (const visit of run.state.visits) {
    const again = then === 'rerun' ? order.indexOf(visit.nodeId) >= target : visit.nodeId === to;
    if (again) visit.superseded = true;
  }
  enter(run, nodeOf(run, to));
}

/** The submitter hands in again; the run goes on at the first node without a valid approval. */
export function resubmit(run: Run, event: Of<'resubmit'>): void {
  if (run.state.status !== 'returned') throw new Refusal(ApprovalErrors.notReturned);
  if (event.actorId !== run.state.submitterId) throw new Refusal(ApprovalErrors.notSubmitter, { actorId: event.actorId });
  run.state.status = 'running';
  run.state.submissions += 1;
  Object.assign(run.state.flags, event.flags);
  advance(run);
}

/** Writes a person's decision on their open task. */
function record(run: Run, event: Of<'approve'> | Of<'reject'> | Of<'return'>): { visit: ApprovalVisit; task: ApprovalTask } {
  const found = openTaskOf(run, event.taskId);
  assertMayAct(run, event.actorId);
  if (found.task.personId !== event.actorId) throw new Refusal(ApprovalErrors.notAssignee, { taskId: event.taskId });
  closeTask(run, found.task, 'decided');
  Object.assign(found.task, { decision: event.type, decidedBy: 'person', commentId: event.commentId ?? null });
  return found;
}
