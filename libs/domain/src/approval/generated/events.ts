import type { ApprovalDefinition, ApprovalEvent, Candidate } from '@fairmark/contracts/approvals';
import { openTasks, RESUBMISSION } from '../effects.js';
import { isPending, type ApprovalState, type ApprovalTask } from '../state.js';
import { stepsOf } from '../tree.js';
import type { Draws } from './draws.js';
import { drawOrganisation, PEOPLE } from './organisations.js';

/** Often what brings a case on, every operator now and then. */
const ACTS: readonly ApprovalEvent['type'][] = [
  'approve', 'approve', 'approve', 'approve', 'approve', 'reject', 'return', 'return', 'resubmit', 'resubmit', 'timeout', 'timeout', 'reassign', 'organisationChanged',
  'addBefore', 'addAfter', 'addBeside', 'removeAdded', 'transfer', 'consult', 'opinion', 'opinion', 'handOver', 'takeBack', 'takeBack', 'read', 'withdraw',
];

/**
 * An event somebody might send. `seen` is what they saw: an earlier state when two click at the same time. Some of what is sent must be refused: strangers,
 * substitutes who are parties, tasks that are closed.
 */
export function drawEvent(draws: Draws, definition: ApprovalDefinition, state: ApprovalState, seen: ApprovalState, at: string): ApprovalEvent {
  const type = draws.of(ACTS);
  const task = drawTask(draws, seen, type);
  const fresh = draws.once(8) ? { resolution: drawOrganisation(draws, definition) } : {};
  const standsIn = draws.once(6) ? { actorId: draws.of(PEOPLE), forId: task.personId } : { actorId: draws.once(12) ? draws.of(PEOPLE) : task.personId };
  const base = { at, taskId: task.id, commentId: draws.once(15) ? undefined : 'c', ...standsIn, ...fresh };
  const someone: Candidate = { personId: draws.of(PEOPLE), active: true };
  switch (type) {
    case 'approve':
      return { ...base, type, ...(draws.once(6) ? { flags: { f: draws.once(2) }, fields: { amount: draws.of([0, 100]) } } : {}) };
    case 'return':
      return { ...base, type, to: draws.once(2) ? 'submitter' : { nodeId: draws.of(stepsOf(definition)).id }, then: draws.once(2) ? 'rerun' : 'straightBack' };
    case 'resubmit':
      return { at, type, actorId: state.submitterId ?? 'a', ...fresh, ...(draws.once(3) ? { fields: { amount: draws.of([0, 100]) } } : {}) };
    case 'timeout':
      return { at, type, taskId: state.status === 'returned' && draws.once(2) ? RESUBMISSION : task.id, ...fresh };
    case 'reassign':
      return { ...base, type, actorId: 'h', forId: undefined, toPersonId: someone.personId, toActive: true };
    case 'organisationChanged':
      return { at, type, resolution: drawOrganisation(draws, definition), follow: draws.once(2) };
    case 'addBefore':
    case 'addAfter':
    case 'addBeside':
      return { ...base, type, people: draws.once(3) ? [someone, { personId: draws.of(PEOPLE), active: true }] : [someone] };
    case 'transfer':
    case 'consult':
      return { ...base, type, toPersonId: someone.personId, toActive: true };
    case 'handOver':
      return { at, type, fromId: leaver(draws.once(4) ? (state.submitterId ?? 'a') : task.personId), to: draws.once(3) ? null : someone, actorId: 'h', ...fresh };
    case 'withdraw':
      // Seldom: it ends everything.
      return draws.once(4) ? { at, type, actorId: state.submitterId ?? 'a' } : { ...base, type: 'approve' };
    default:
      return { ...base, type };
  }
}

/** `z` never leaves. */
const leaver = (personId: string): string => (personId === 'z' ? 'a' : personId);

/** A task that fits the act, as far as there is one. */
function drawTask(draws: Draws, { visits }: ApprovalState, type: ApprovalEvent['type']): Pick<ApprovalTask, 'id' | 'personId'> {
  const all = visits.flatMap((visit) => visit.tasks);
  const fits = (task: ApprovalTask): boolean => {
    if (type === 'takeBack') return task.status === 'decided';
    if (type === 'removeAdded') return task.addedBy !== null && isPending(task);
    if (type === 'read') return task.status === 'copied' || task.status === 'open';
    if (type === 'opinion') return task.part === 'consult' && task.status === 'open';
    return task.status === 'open';
  };
  const fitting = all.filter(fits);
  const task = fitting.length > 0 ? draws.of(fitting) : all.length > 0 ? draws.of(all) : undefined;
  if (!task) return { id: 'v9.t9', personId: draws.of(PEOPLE) };
  return type === 'removeAdded' && task.addedBy !== null ? { id: task.id, personId: task.addedBy } : task;
}

/** What everybody does who only wants the case to end. */
export function nextApproval(state: ApprovalState, at: string): ApprovalEvent | undefined {
  if (state.status === 'returned') return { at, type: 'resubmit', actorId: state.submitterId ?? '' };
  const [first] = openTasks(state);
  if (!first) return undefined;
  const task = state.visits.flatMap((visit) => visit.tasks).find((one) => one.id === first.taskId);
  return { at, type: task?.part === 'consult' ? 'opinion' : 'approve', taskId: first.taskId, actorId: first.personId, commentId: 'c' };
}
