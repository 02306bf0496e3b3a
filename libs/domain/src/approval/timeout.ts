import type { ApprovalEvent, ApprovalKind } from '@fairmark/contracts/approvals';
import { ApprovalErrors } from '@fairmark/contracts/errors';
import type { Duration } from '@fairmark/contracts/common';
import { assertNever } from '../common/index.js';
import { closeTask, resubmitWithin, setTask } from './change.js';
import { RESUBMISSION } from './effects.js';
import { settle } from './flow.js';
import { excludedFrom, isUsable, nextManager, partiesOf } from './parties.js';
import { nodeOf, note, Refusal, type Run } from './run.js';
import { openTaskOf, replaceTask, type Place } from './tasks.js';

/** Rule: these never pass by time-out. */
export const NEVER_BY_TIMEOUT: readonly ApprovalKind[] = ['goals', 'scores', 'calibration', 'appeals'];

/** The deadline of a task has passed: the node's policy acts. The task keeps an owner and a deadline whatever the policy says. */
export function timeOut(run: Run, event: Extract<ApprovalEvent, { type: 'timeout' }>): void {
  if (event.taskId === RESUBMISSION) return remindSubmitter(run);
  const place = openTaskOf(run, event.taskId);
  const { visit, task } = place;
  const policy = nodeOf(run, visit.nodeId).timeout;
  if (task.part === 'consult' && policy.act !== 'remind' && policy.act !== 'extend') return giveUpOpinion(run, place);
  switch (policy.act) {
    case 'remind':
      run.effects.push({ type: 'notify', topic: 'overdue', personId: task.personId, taskId: task.id });
      return rearm(run, place, policy.every, policy.act);
    case 'escalate':
      return escalate(run, place);
    case 'handToHr':
      return handToHr(run, place);
    case 'extend':
      if (task.extensions >= policy.times) return handToHr(run, place);
      task.extensions += 1;
      return rearm(run, place, policy.by, policy.act);
    case 'default':
      return decideByDefault(run, place, policy.decision);
    default:
      return assertNever(policy);
  }
}

/** The same task waits on with a new deadline. */
function rearm(run: Run, { visit, task }: Place, duration: Duration, act: string): void {
  setTask(run, visit, task, task.status, { atDeadline: act });
  run.effects.push({ type: 'rearm', taskId: task.id, duration });
}

/** The submitter of a returned case is reminded as long as it waits for them. */
function remindSubmitter(run: Run): void {
  const { status, submitterId } = run.state;
  if (status !== 'returned' || submitterId === null) throw new Refusal(ApprovalErrors.taskClosed, { taskId: RESUBMISSION, status });
  note(run, { what: 'case', id: null, nodeId: null, personId: submitterId, from: status, to: status, details: { atDeadline: 'remind' } });
  run.effects.push({ type: 'notify', topic: 'overdue', personId: submitterId, taskId: RESUBMISSION });
  run.effects.push({ type: 'rearm', taskId: RESUBMISSION, duration: resubmitWithin(run) });
}

/** Nobody has to wait for an opinion for ever: the task returns to the one who asked. */
function giveUpOpinion(run: Run, { visit, task }: Place): void {
  run.effects.push({ type: 'notify', topic: 'opinionExpired', personId: task.personId, taskId: task.id });
  closeTask(run, visit, task, 'notNeeded', { atDeadline: 'return' });
  settle(run, visit);
}

/** The next manager above takes over; without one HR has to find somebody. */
function escalate(run: Run, place: Place): void {
  const { visit, task } = place;
  const excluded = excludedFrom(run, nodeOf(run, visit.nodeId));
  for (const other of visit.tasks) {
    if (other.status !== 'notNeeded') excluded.add(other.personId);
    if (other.actorId !== null) excluded.add(other.actorId);
  }
  const personId = nextManager(run.state, task.personId, excluded);
  if (personId === undefined) return handToHr(run, place);
  run.effects.push({ type: 'notify', topic: 'escalated', personId: task.personId, taskId: task.id });
  replaceTask(run, visit, task, { personId, origin: 'escalated', seat: task.seat });
}

/** HR never decides the case: it is told to appoint somebody (`reassign`); until then the assignee keeps the task. */
function handToHr(run: Run, place: Place): void {
  place.task.handedToHr = true;
  const { hr, administrators } = run.state.resolution;
  const parties = partiesOf(run);
  const usable = (list: typeof hr) => list.filter((one) => isUsable(run.state, one) && !parties.has(one.personId));
  const people = usable(hr).length > 0 ? usable(hr) : usable(administrators);
  for (const { personId } of people) run.effects.push({ type: 'notify', topic: 'handedToHr', personId, taskId: place.task.id });
  rearm(run, place, nodeOf(run, place.visit.nodeId).duration, 'handToHr');
}

function decideByDefault(run: Run, { visit, task }: Place, decision: 'approve' | 'reject'): void {
  if (NEVER_BY_TIMEOUT.includes(run.definition.kind)) throw new Refusal(ApprovalErrors.noDefaultDecision, { kind: run.definition.kind });
  run.cause = task.id;
  closeTask(run, visit, task, 'decided', { decision, atDeadline: 'default' });
  Object.assign(task, { decision, decidedBy: 'timeout' });
  settle(run, visit);
}
