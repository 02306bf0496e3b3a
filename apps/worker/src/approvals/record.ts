import { openTasks } from '@fairmark/domain/approval';
import { addEntry, type NewEntry } from '@fairmark/persistence/approvals';
import type { ProcessContext } from '../processes/index.js';
import type { Applied } from './carryOut.js';
import type { ApprovalAct } from './request.js';
import { whyOf } from './visitSpec.js';

/** Adds what happened to the record of the case, with everybody who has to act because of it. */
export async function keepEntry({ tx, now }: ProcessContext, applied: Applied, commentId: string | null): Promise<void> {
  const { approvalId, act, visit, item } = applied;
  const actorId = act && 'actorId' in act ? act.actorId : act ? null : item.state.submitterId;
  const holder = act && 'assigneeId' in act && act.assigneeId !== act.actorId ? (act.assigneeId ?? null) : null;
  await addEntry(tx, approvalId, {
    at: now, what: act?.type ?? 'submitted', actorId, onBehalfOf: holder, node: visit?.node ?? null, visitId: visit?.id ?? null, people: act ? peopleOf(act) : [], commentId, opened: openedBy(applied), details: detailsOf(applied),
  });
}

function openedBy({ before, item }: Applied): NewEntry['opened'] {
  const known = new Set(before ? openTasks(before.state).map((task) => task.taskId) : []);
  return openTasks(item.state).flatMap(({ taskId, personId, nodeId, visitId }) => {
    const task = item.state.visits.find((visit) => visit.id === visitId)?.tasks.find((one) => one.id === taskId);
    return known.has(taskId) || !task ? [] : [{ personId, nodeId, why: whyOf(item.definition, nodeId, task) }];
  });
}

/** Whom an act names. */
function peopleOf(act: ApprovalAct): string[] {
  switch (act.type) {
    case 'addBefore':
    case 'addAfter':
    case 'addBeside':
      return act.personIds;
    case 'removeAdded':
      return [act.personId];
    case 'transfer':
    case 'consult':
      return [act.toId];
    case 'reassign':
      return [act.fromId, act.toId];
    case 'handOver':
      return act.toId === null ? [act.fromId] : [act.fromId, act.toId];
    default:
      return [];
  }
}

function detailsOf({ act, item, effects }: Applied): NewEntry['details'] {
  const status = { status: item.state.status };
  if (act?.type === 'return') return { ...status, to: act.to, then: act.then };
  if (act?.type === 'timeout') return { ...status, by: 'timeout', notified: effects.flatMap((effect) => (effect.type === 'notify' ? [effect.topic] : [])) };
  return act ? status : { ...status, definition: item.definition.id, version: item.definition.version };
}
