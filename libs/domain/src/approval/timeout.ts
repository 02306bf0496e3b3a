import type { ApprovalEvent, ApprovalKind } from '@fairmark/contracts/approvals';
import { ApprovalErrors } from '@fairmark/contracts/errors';
import { assertNever } from '../common/index.js';
import { excludedFrom, nextManager, partiesOf } from './parties.js';
import { closeTask, nodeOf, Refusal, type Run } from './run.js';
import type { ApprovalTask, ApprovalVisit } from './state.js';
import { openTaskOf, replaceTask } from './tasks.js';
import { settle } from './visits.js';

/** Rule: these never pass by time-out. */
export const NEVER_BY_TIMEOUT: readonly ApprovalKind[] = ['goals', 'scores', 'calibration', 'appeals'];

/** The deadline of a task has passed: the node's policy acts. The task keeps an owner whatever the policy says. */
export function timeOut(run: Run, event: Extract<ApprovalEvent, { type: 'timeout' }>): void {
  const { visit, task } = openTaskOf(run, event.taskId);
  const policy = nodeOf(run, visit.nodeId).timeout;
  switch (policy.act) {
    case 'remind':
      run.effects.push({ type: 'notify', topic: 'overdue', personId: task.personId, taskId: task.id });
      run.effects.push({ type: 'rearm', taskId: task.id, duration: policy.every });
      return;
    case 'escalate':
      return escalate(run, visit, task);
    case 'handToHr':
      return handToHr(run, visit, task);
    case 'extend':
      if (task.extensions >= policy.times) return handToHr(run, visit, task);
      task.extensions += 1;
      run.effects.push({ type: 'rearm', taskId: task.id, duration: policy.by });
      return;
    case 'default':
      return decideByDefault(run, visit, task, policy.decision);
    default:
      return assertNever(policy);
  }
}

/** The next manager above takes over; without one HR has to find somebody. */
function escalate(run: Run, visit: ApprovalVisit, task: ApprovalTask): void {
  const excluded = excludedFrom(run, nodeOf(run, visit.nodeId));
  for (const other of visit.tasks) if (other.status !== 'notNeeded') excluded.add(other.personId);
  const personId = nextManager(run.state, task.personId, excluded);
  if (personId === undefined) return handToHr(run, visit, task);
  run.effects.push({ type: 'notify', topic: 'escalated', personId: task.personId, taskId: task.id });
  replaceTask(run, visit, task, { personId, origin: 'escalated', seat: task.seat });
}

/** HR never decides the case: it is told to appoint somebody (`reassign`); until then the assignee keeps the task. */
function handToHr(run: Run, visit: ApprovalVisit, task: ApprovalTask): void {
  task.handedToHr = true;
  const parties = partiesOf(run);
  const usable = (list: typeof run.state.resolution.hr) => list.filter((c) => c.active && !parties.has(c.personId));
  const hr = usable(run.state.resolution.hr);
  for (const { personId } of hr.length > 0 ? hr : usable(run.state.resolution.administrators)) {
    run.effects.push({ type: 'notify', topic: 'handedToHr', personId, taskId: task.id });
  }
  run.effects.push({ type: 'rearm', taskId: task.id, duration: nodeOf(run, visit.nodeId).duration });
}

function decideByDefault(run: Run, visit: ApprovalVisit, task: ApprovalTask, decision: 'approve' | 'reject'): void {
  if (NEVER_BY_TIMEOUT.includes(run.definition.kind)) throw new Refusal(ApprovalErrors.noDefaultDecision, { kind: run.definition.kind });
  closeTask(run, task, 'decided');
  Object.assign(task, { decision, decidedBy: 'timeout' });
  settle(run, visit);
}
