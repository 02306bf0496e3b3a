import { ExtendVisit } from '@fairmark/contracts/cycles';
import type { NoticeSpec, Transition } from '@fairmark/domain/process';
import { relationsTo } from '@fairmark/persistence/access';
import { openTasks } from '@fairmark/persistence/process';
import { mustWaitForPeople, visitOf } from '../hr/visit.js';
import type { ActionHandler, DecisionContext, EventContext, ProcessContext } from '../processes/index.js';
import { moveOne, moveShare, type MovedVisit } from './carryOut.js';

/** HR in whose scope the session or the approval is; never in the own case. */
async function isHr({ tx, process, actorId }: DecisionContext): Promise<boolean> {
  const { relations } = await relationsTo(tx, actorId, process.kind, process.refId);
  return relations.has('hr') && !relations.has('self');
}

async function run(context: DecisionContext): Promise<Transition> {
  const body = ExtendVisit.parse(context.body);
  const visit = await visitOf(context, body.visitId);
  mustWaitForPeople(visit, context.process.kind);
  return extended(context, [await moveOne(context, visit, body)], { reason: body.reason, ownerId: context.actorId, confirmedBy: null });
}

/** HR gives time in a session or an approval, with a reason that those concerned read. What is decided there is not HR's. */
export const extendHere: ActionHandler = { by: isHr, run };

/** The share of a process in a move of many deadlines. */
export async function extendShare(context: EventContext): Promise<Transition | null> {
  const share = await moveShare(context);
  if (!share || share.moved.length === 0) return null;
  return extended(context, share.moved, { reason: share.move.reason, ownerId: share.move.actorId, confirmedBy: share.move.confirmedBy });
}

async function extended({ tx, process }: ProcessContext, moved: readonly MovedVisit[], { reason, ownerId, confirmedBy }: { reason: string; ownerId: string; confirmedBy: string | null }): Promise<Transition> {
  const notices: NoticeSpec[] = [];
  for (const { visit } of moved) for (const task of await openTasks(tx, visit.id)) notices.push({ employeeId: task.assigneeId, kind: 'deadline.moved', link: `/visits/${visit.id}` });
  return {
    outcome: 'extended', details: { dueAt: moved[0]?.dueAt ?? null }, notices,
    audit: [{ action: 'hr.extended', object: process.refId, before: moved.map(({ visit, before }) => ({ visitId: visit.id, dueAt: before })), after: { visits: moved.map(({ visit, dueAt }) => ({ visitId: visit.id, dueAt })), confirmedBy }, texts: { reason: { body: reason, ownerId } } }],
  };
}
