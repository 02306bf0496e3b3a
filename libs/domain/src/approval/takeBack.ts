import type { ApprovalEvent } from '@fairmark/contracts/approvals';
import { ApprovalErrors } from '@fairmark/contracts/errors';
import { closeTask, closeVisit, setCase, setTask, supersede } from './change.js';
import { restoreValues } from './fields.js';
import { advance, settle } from './flow.js';
import { isKnownInactive, partiesOf } from './parties.js';
import { nodeOf, Refusal, type Run } from './run.js';
import { isPending, type ApprovalTask, type ApprovalVisit } from './state.js';
import { again, placeOf, replaceTask, type Place } from './tasks.js';
import { precedes } from './tree.js';

/**
 * 拿回: the actor's decision is undone and they are asked again, while nobody who came after them has acted. What the decision had opened is closed. A decision
 * that ended the case stays.
 */
export function takeBack(run: Run, event: Extract<ApprovalEvent, { type: 'takeBack' }>): void {
  const place = placeOf(run, event.taskId);
  const { visit, task } = place;
  assertOwnDecision(run, place, event);
  const { status } = run.state;
  if (status !== 'running' && !(status === 'returned' && task.decision === 'return' && visit.closedBy === task.id)) throw new Refusal(ApprovalErrors.notRunning, { status });
  run.cause = task.id;
  restoreValues(run, task.valuesBefore);
  if (visit.status !== 'open') reopenVisit(run, place);
  else if (nodeOf(run, visit.nodeId).type === 'anyOf' && task.part === 'seat') reopenChoice(run, place);
  else reopenTask(run, place);
}

function assertOwnDecision(run: Run, { task }: Place, { actorId, forId }: { actorId: string; forId?: string | undefined }): void {
  const parties = partiesOf(run);
  if (parties.has(actorId) || parties.has(task.personId)) throw new Refusal(ApprovalErrors.ownCase, { actorId });
  const gone = [actorId, task.personId].find((personId) => isKnownInactive(run.state, personId));
  if (gone !== undefined) throw new Refusal(ApprovalErrors.inactivePerson, { personId: gone });
  if (task.personId !== (forId ?? actorId) && task.actorId !== actorId) throw new Refusal(ApprovalErrors.notAssignee, { taskId: task.id });
  if (task.status !== 'decided' || task.decidedBy !== 'person') throw new Refusal(ApprovalErrors.notDecided, { taskId: task.id, status: task.status });
}

const tooLate = (task: ApprovalTask) => new Refusal(ApprovalErrors.tooLate, { taskId: task.id });

/** Whether somebody has done something with it: decided, passed on, asked others. */
const hasActed = (tasks: readonly ApprovalTask[]): boolean => tasks.some((task) => task.decision !== null || task.status === 'waiting' || task.addedBy !== null);

/** The decision had ended the visit: whatever followed closes, and the node is entered again with the approvals of the others. */
function reopenVisit(run: Run, { visit, task }: Place): void {
  const { state, definition } = run;
  const latest = state.visits.findLast((one) => one.nodeId === visit.nodeId) === visit;
  const counts = !visit.superseded || visit.supersededBy === task.id;
  if (visit.closedBy !== task.id || !latest || !counts || wasAnswered(state.visits, task)) throw tooLate(task);
  const followed = state.visits.filter((one) => one !== visit && !one.superseded && isAfter(state.visits, visit, one) && (one.cause === task.id || precedes(definition, visit.nodeId, one.nodeId)));
  if (followed.some((one) => hasActed(one.tasks) || !['open', 'approved', 'copied'].includes(one.status))) throw tooLate(task);
  for (const one of state.visits) {
    if (one.supersededBy !== task.id) continue;
    one.superseded = false;
    one.supersededBy = null;
  }
  for (const one of followed) {
    if (one.status === 'open') closeVisit(run, one, 'takenBack');
    supersede(run, one);
  }
  setTask(run, visit, task, 'takenBack');
  closeVisit(run, visit, 'takenBack');
  visit.waitsFor = null;
  if (state.status === 'returned') setCase(run, 'running');
  advance(run);
}

/** Whether who came next has decided since, even if that decision led back here: a return is an answer, too. */
const wasAnswered = (visits: readonly ApprovalVisit[], { id }: ApprovalTask): boolean => visits.some((one) => one.cause === id && one.tasks.some((task) => task.status === 'decided' && task.decidedBy === 'person'));

const isAfter = (visits: readonly ApprovalVisit[], visit: ApprovalVisit, other: ApprovalVisit) => visits.indexOf(other) > visits.indexOf(visit);

/** 或签 with people added after the decision: everybody who could decide is asked again. */
function reopenChoice(run: Run, { visit, task }: Place): void {
  const followed = visit.tasks.filter((one) => one.cause === task.id && one !== task);
  if (followed.some((one) => one.decision !== null || one.status === 'waiting')) throw tooLate(task);
  for (const one of followed) if (isPending(one)) closeTask(run, visit, one, 'removed');
  setTask(run, visit, task, 'takenBack');
  closeVisit(run, visit, 'takenBack');
  advance(run);
}

/** The visit is still open: who came next goes back to their place, and the actor is asked again. */
function reopenTask(run: Run, { visit, task }: Place): void {
  const next = visit.tasks.filter((one) => one.cause === task.id && one !== task && one.id !== task.parentId && one.status !== 'replaced');
  const ended = visit.tasks.filter((one) => one.closedBy === task.id && one.status === 'notNeeded');
  if (visit.tasks.some((one) => one.cause === task.id && one.decision === 'transfer') || next.some((one) => hasActedAlone(visit, one))) throw tooLate(task);
  letParentWait(run, visit, task);
  for (const one of next) {
    if (one.part === 'after' && isPending(one)) closeTask(run, visit, one, 'removed');
    else if (one.status === 'open') replaceTask(run, visit, one, again(one), 'queued');
  }
  for (const one of ended) replaceTask(run, visit, one, again(one), one.id === task.parentId ? 'waiting' : 'queued');
  setTask(run, visit, task, 'takenBack');
  replaceTask(run, visit, task, again(task), 'queued');
  settle(run, visit);
}

/** Whether the next person has decided, or asked others in. */
function hasActedAlone(visit: ApprovalVisit, task: ApprovalTask): boolean {
  if (task.decision !== null || task.status === 'waiting') return true;
  return task.part !== 'after' && isPending(task) && visit.tasks.some((one) => one.addedBy === task.personId);
}

/** Whoever had asked the actor waits again, unless they have acted since. */
function letParentWait(run: Run, visit: ApprovalVisit, task: ApprovalTask): void {
  const parent = task.part === 'after' ? undefined : visit.tasks.find((one) => one.id === task.parentId);
  if (!parent || (parent.status === 'notNeeded' && parent.closedBy === task.id)) return;
  const wasAskedAgain = visit.tasks.some((one) => one.id === parent.cause && one.parentId === parent.id);
  if (!isPending(parent) || (parent.status === 'waiting' && parent.openedAt !== null && wasAskedAgain)) throw tooLate(task);
  if (parent.status === 'open') replaceTask(run, visit, parent, again(parent), 'waiting').cause = null;
}
