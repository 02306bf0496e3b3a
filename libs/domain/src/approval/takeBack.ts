import type { ApprovalEvent } from '@fairmark/contracts/approvals';
import { ApprovalErrors } from '@fairmark/contracts/errors';
import { closeTask, closeVisit, setCase, setTask, supersede } from './change.js';
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
  if (visit.status !== 'open') reopenVisit(run, place);
  else if (nodeOf(run, visit.nodeId).type === 'anyOf' && task.part === 'seat') reopenChoice(run, place);
  else reopenTask(run, place);
}

function assertOwnDecision(run: Run, { task }: Place, { actorId, forId }: { actorId: string; forId?: string | undefined }): void {
  if (partiesOf(run).has(actorId)) throw new Refusal(ApprovalErrors.ownCase, { actorId });
  if (isKnownInactive(run.state, actorId)) throw new Refusal(ApprovalErrors.inactivePerson, { personId: actorId });
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
  if (visit.closedBy !== task.id || !latest || !counts) throw tooLate(task);
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

/** The visit is still open: who came next goes back to their place in the order, and the actor is asked again. */
function reopenTask(run: Run, { visit, task }: Place): void {
  const next = visit.tasks.filter((one) => one.cause === task.id && one !== task && one.status !== 'replaced');
  const ended = visit.tasks.filter((one) => one.closedBy === task.id && one.status === 'notNeeded');
  const passedOn = visit.tasks.some((one) => one.cause === task.id && one.decision === 'transfer');
  if (passedOn || next.some((one) => one.decision !== null || one.status === 'waiting') || visit.tasks.some((one) => one.addedBy !== null && next.some((by) => by.personId === one.addedBy && by.part !== 'after' && isPending(one)))) throw tooLate(task);
  for (const one of next) {
    if (one.id === task.parentId && one.status === 'open') closeTask(run, visit, one, 'waiting');
    else if (one.part === 'after' && isPending(one)) closeTask(run, visit, one, 'removed');
    else if (one.status === 'open') replaceTask(run, visit, one, again(one), 'queued');
  }
  for (const one of ended) replaceTask(run, visit, one, again(one), one.id === task.parentId ? 'waiting' : 'queued');
  setTask(run, visit, task, 'takenBack');
  replaceTask(run, visit, task, again(task), 'queued');
  settle(run, visit);
}
