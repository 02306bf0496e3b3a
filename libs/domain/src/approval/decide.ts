import type { ApprovalEvent } from '@fairmark/contracts/approvals';
import { ApprovalErrors } from '@fairmark/contracts/errors';
import { closeTask, setCase } from './change.js';
import { changeValues } from './fields.js';
import { advance, settle } from './flow.js';
import { Refusal, type Run } from './run.js';
import { assertChosen } from './submit.js';
import { assertComment, ownOpenTask, type Place } from './tasks.js';

type Of<T extends ApprovalEvent['type']> = Extract<ApprovalEvent, { type: T }>;

/** 同意 / 拒绝: the assignee decides, or somebody who stands in for them. */
export function decide(run: Run, event: Of<'approve'> | Of<'reject'>): void {
  if (event.type === 'reject') assertComment(event.commentId);
  const place = ownOpenTask(run, event, ['seat', 'before', 'after']);
  recordDecision(run, place, event, event.type);
  if (event.type === 'approve') place.task.valuesBefore = changeValues(run, event);
  settle(run, place.visit);
}

/** Writes a person's decision on their open task. What follows is because of it. */
export function recordDecision(run: Run, { visit, task }: Place, event: { actorId: string; commentId?: string | undefined }, decision: 'approve' | 'reject' | 'return' | 'opinion', details: Record<string, unknown> = {}): void {
  run.cause = task.id;
  closeTask(run, visit, task, 'decided', { decision, ...details });
  Object.assign(task, { decision, decidedBy: 'person', actorId: event.actorId, commentId: event.commentId ?? null });
}

/** The submitter hands in again; the run goes on at the first node without a valid approval. */
export function resubmit(run: Run, event: Of<'resubmit'>): void {
  const { state } = run;
  if (state.status !== 'returned') throw new Refusal(ApprovalErrors.notReturned);
  if (event.actorId !== state.submitterId) throw new Refusal(ApprovalErrors.notSubmitter, { actorId: event.actorId });
  setCase(run, 'running');
  state.submissions += 1;
  changeValues(run, event);
  if (event.chosen) {
    state.chosen = { ...state.chosen, ...event.chosen };
    assertChosen(run);
  }
  advance(run);
}
