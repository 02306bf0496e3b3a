import type { ApprovalEvent } from '@fairmark/contracts/approvals';
import { ApprovalErrors } from '@fairmark/contracts/errors';
import { closeTask } from './change.js';
import { recordDecision } from './decide.js';
import { settle } from './flow.js';
import { Refusal, type Run } from './run.js';
import { addTask, assertComment, assertMayJoin, openTaskOf, ownOpenTask, replaceTask } from './tasks.js';

type Of<T extends ApprovalEvent['type']> = Extract<ApprovalEvent, { type: T }>;

/** 转办: B replaces A with a clock of B's own; the record keeps A → B. */
export function transfer(run: Run, event: Of<'transfer'>): void {
  const { visit, task } = ownOpenTask(run, event, ['seat', 'before', 'after']);
  assertMayJoin(run, visit, event.toPersonId, event.toActive);
  Object.assign(task, { decision: 'transfer', decidedBy: 'person', actorId: event.actorId, commentId: event.commentId ?? null });
  replaceTask(run, visit, task, { personId: event.toPersonId, origin: 'transferred', seat: task.seat });
}

/** 委派: B gives an opinion first, then the task is A's again. */
export function consult(run: Run, event: Of<'consult'>): void {
  const { visit, task } = ownOpenTask(run, event, ['seat', 'before', 'after']);
  assertMayJoin(run, visit, event.toPersonId, event.toActive);
  closeTask(run, visit, task, 'waiting');
  addTask(run, visit, { personId: event.toPersonId, origin: 'consulted', seat: task.seat }, { part: 'consult', addedBy: task.personId, parentId: task.id });
  settle(run, visit);
}

/** The opinion of somebody who was consulted: it decides nothing. */
export function giveOpinion(run: Run, event: Of<'opinion'>): void {
  assertComment(event.commentId);
  const place = ownOpenTask(run, event, ['consult']);
  recordDecision(run, place, event, 'opinion');
  settle(run, place.visit);
}

/** HR appoints somebody else for an open task, with a reason. Whether the actor may do so is the caller's access rule. */
export function reassign(run: Run, event: Of<'reassign'>): void {
  assertComment(event.commentId);
  const { visit, task } = openTaskOf(run, event.taskId);
  if (run.state.subjectIds.includes(event.actorId)) throw new Refusal(ApprovalErrors.ownCase, { actorId: event.actorId });
  assertMayJoin(run, visit, event.toPersonId, event.toActive);
  task.commentId = event.commentId ?? null;
  replaceTask(run, visit, task, { personId: event.toPersonId, origin: 'reassigned', seat: task.seat });
}
