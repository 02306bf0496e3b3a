import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { DECIDES, gone, has, LONG, never, SUBMITTED } from '@fairmark/tools/demo/scenarios/statements.mjs';
import { command, type Decision } from './course.js';
import { at, insert, type FinishedCycle } from './finishedCycle.js';

/** A small case as it was played: HR asked, `a` approved, a copy went to nobody. */
export interface JudgedCase {
  approvalId: string;
  workflowId: string;
  visitId: string;
  cast: Record<'hr' | 'subject' | 'a' | 'x', string>;
  decision: Decision;
}

export const OPENED = at(100);
export const DUE = new Date(Date.parse(OPENED) + LONG * 1_000).toISOString();
export const DECIDED = at(102);

/** What is stated of it. */
export const stated = () => ({
  name: 'approve', title: '同意', cast: ['hr', 'subject', 'a', 'x'], ends: 'approved', definition: {},
  course: [
    { submit: true, lines: ['{hr} 提交 → {a}：初审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: has(LONG, DECIDES), x: never() } },
    { by: 'a', act: 'approve', lines: ['{a} 同意 “可以”'], stands: { hr: never(), subject: never(), a: gone(), x: never() } },
  ] as Record<string, unknown>[],
});

/** The rows that the servers would have left. */
export async function insertCase(client: pg.Client, { boss, manager, colleague, appellant, reviews }: FinishedCycle): Promise<JudgedCase> {
  const [approvalId, visitId, commentId] = [randomUUID(), randomUUID(), randomUUID()];
  const cast = { hr: boss, subject: appellant, a: manager, x: colleague };
  const workflowId = `approval/${approvalId}`;
  await insert(client, 'approval_requests', { id: approvalId, purpose: 'deadlineExtension', subject_id: appellant, submitter_id: boss, about: { workflowId: reviews.appellant.workflowId }, created_at: OPENED });
  await insert(client, 'processes', { workflow_id: workflowId, kind: 'approval', ref_id: approvalId, step: 'closed', state: 'closed', outcome: 'approved', closed_at: DECIDED });
  await insert(client, 'approval_instances', {
    id: approvalId, workflow_id: workflowId, definition_id: 'd', definition_version: 1, state: {}, subject_id: appellant, submitter_id: boss, created_at: OPENED, finished_at: DECIDED, outcome: 'approved',
  });
  await insert(client, 'visits', { id: visitId, workflow_id: workflowId, step: 'approval', no: 1, state: 'closed', subject_id: appellant, approval_id: approvalId, node: 'first', opened_at: OPENED, due_at: DUE, outcome: 'approved', closed_at: DECIDED, closed_by: manager });
  await insert(client, 'tasks', { visit_id: visitId, assignee_id: manager, state: 'done', why: 'person', decision: 'approve', decided_at: DECIDED, decided_by: manager, created_at: OPENED });
  await insert(client, 'visit_comments', { id: commentId, workflow_id: workflowId, visit_id: visitId, author_id: manager, kind: 'approve', body: '可以', created_at: DECIDED });
  await insert(client, 'approval_entries', { approval_id: approvalId, no: 1, at: OPENED, what: 'submitted', actor_id: boss });
  await insert(client, 'approval_entries', { approval_id: approvalId, no: 2, at: DECIDED, what: 'approve', actor_id: manager, visit_id: visitId, node: 'first', comment_id: commentId });
  const decision = await command(client, { actorId: manager, action: 'approve', workflowId, visitId, key: randomUUID(), outcome: 'approved' });
  return { approvalId, workflowId, visitId, cast, decision };
}
