import type { ApprovalEvent, Resolution } from '@fairmark/contracts/approvals';
import { processErrors } from '@fairmark/contracts/errors';
import { apply, openTasks, type ApprovalEffect, type ApprovalResult, type ApprovalState } from '@fairmark/domain/approval';
import type { ApprovalCase } from '@fairmark/persistence/approvals';
import { refuse } from '../processes/index.js';
import type { ApprovalAct } from './request.js';

/** What an engine call answered, its refusal turned into the refusal of the decision. */
export function accepted(result: ApprovalResult): { state: ApprovalState; effects: ApprovalEffect[] } {
  return result.ok ? result : refuse(result.code, { ...result.details });
}

/** Applies an act to the case. A deadline concerns every task that is open in the visit: they share its clock. */
export function run(item: ApprovalCase, act: ApprovalAct, at: string, resolution: Resolution, commentId: string | undefined): { state: ApprovalState; effects: ApprovalEffect[] } {
  if (act.type === 'timeout') return expireAll(item, at, resolution);
  return accepted(apply(item.definition, item.state, eventOf(item.state, act, at, resolution, commentId)));
}

function expireAll({ definition, state: before }: ApprovalCase, at: string, resolution: Resolution): { state: ApprovalState; effects: ApprovalEffect[] } {
  let state = before;
  const effects: ApprovalEffect[] = [];
  for (const { taskId } of openTasks(before)) {
    if (!openTasks(state).some((task) => task.taskId === taskId)) continue;
    const step = accepted(apply(definition, state, { type: 'timeout', at, taskId, resolution }));
    state = step.state;
    effects.push(...step.effects);
  }
  return { state, effects };
}

function eventOf(state: ApprovalState, act: Exclude<ApprovalAct, { type: 'timeout' }>, at: string, resolution: Resolution, commentId: string | undefined): ApprovalEvent {
  if (act.type === 'organisationChanged') return { type: 'organisationChanged', at, resolution, follow: act.follow ?? false };
  const comment = commentId === undefined ? {} : { commentId };
  if (act.type === 'reassign') return { type: 'reassign', at, resolution, taskId: taskOf(state, act.fromId), actorId: act.actorId, toPersonId: act.toId, toActive: true, ...comment };
  // The engine knows the holder of the task; who acted for them stands on the visit.
  const holder = act.assigneeId ?? act.actorId;
  const common = { at, resolution, taskId: taskOf(state, holder), actorId: holder, ...comment };
  if (act.type === 'return') return { type: 'return', ...common, to: act.to, then: act.then };
  return act.type === 'approve' ? { type: 'approve', ...common, ...(act.flags ? { flags: act.flags } : {}) } : { type: 'reject', ...common };
}

function taskOf(state: ApprovalState, personId: string): string {
  return openTasks(state).find((task) => task.personId === personId)?.taskId ?? refuse(processErrors.notAssigned);
}
