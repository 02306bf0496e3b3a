import type { CloseReason } from './effects.js';
import { nodeOf, note, type Run } from './run.js';
import { isPending, type ApprovalState, type ApprovalTask, type ApprovalVisit } from './state.js';

/** Every change of a status goes through here, so that the record explains it. */
export function setTask(run: Run, visit: ApprovalVisit, task: ApprovalTask, to: ApprovalTask['status'], details?: Record<string, unknown>): void {
  note(run, { what: 'task', id: task.id, nodeId: visit.nodeId, personId: task.personId, from: task.status, to, ...(details ? { details } : {}) });
  task.status = to;
}

function setVisit(run: Run, visit: ApprovalVisit, to: ApprovalVisit['status'], from: string | null = visit.status): void {
  note(run, { what: 'visit', id: visit.id, nodeId: visit.nodeId, personId: null, from, to });
  visit.status = to;
}

/** The case as a whole changes. */
export function setCase(run: Run, to: ApprovalState['status'], from: string | null = run.state.status): void {
  note(run, { what: 'case', id: null, nodeId: null, personId: run.state.submitterId, from, to });
  run.state.status = to;
}

/** A new visit of a node. */
export function newVisit(run: Run, nodeId: string, status: 'open' | 'copied' = 'open'): ApprovalVisit {
  const { visits } = run.state;
  const visit: ApprovalVisit = {
    ...{ id: `v${visits.length + 1}`, nodeId, status, superseded: false, supersededBy: null, openedAt: run.at, closedAt: status === 'open' ? null : run.at },
    ...{ cause: run.cause, closedBy: null, waitsFor: null, tasks: [] },
  };
  visits.push(visit);
  setVisit(run, visit, status, null);
  return visit;
}

/** Opens a queued task: from now on its clock runs. */
export function openTask(run: Run, visit: ApprovalVisit, task: ApprovalTask): void {
  const { id: nodeId, duration, reminders } = nodeOf(run, visit.nodeId);
  setTask(run, visit, task, 'open');
  task.openedAt = run.at;
  task.cause = run.cause ?? task.cause;
  const { id: taskId, personId, part, origin } = task;
  run.effects.push({ type: 'openTask', taskId, visitId: visit.id, nodeId, personId, part, origin, duration, reminders });
}

/** Closes a task, or lets it wait for added people; one that was never opened leaves no effect. */
export function closeTask(run: Run, visit: ApprovalVisit, task: ApprovalTask, status: CloseReason, details?: Record<string, unknown>): void {
  if (task.status === 'open') run.effects.push({ type: 'closeTask', taskId: task.id, visitId: visit.id, personId: task.personId, reason: status });
  setTask(run, visit, task, status, details);
  if (status === 'waiting') return;
  task.closedAt = run.at;
  task.closedBy = run.cause;
}

/** Ends a visit; what is still pending in it is not needed any more. */
export function closeVisit(run: Run, visit: ApprovalVisit, status: Exclude<ApprovalVisit['status'], 'open' | 'copied'>): void {
  for (const task of visit.tasks) if (isPending(task)) closeTask(run, visit, task, 'notNeeded');
  setVisit(run, visit, status);
  visit.closedAt = run.at;
  visit.closedBy = run.cause;
}

/** A return or a decision that was taken back makes a visit count no more. */
export function supersede(run: Run, visit: ApprovalVisit): void {
  if (visit.superseded) return;
  visit.superseded = true;
  visit.supersededBy = run.cause;
}

/** Ends the case, or hands it to the submitter. Whatever is still open is not needed any more. */
export function finish(run: Run, outcome: Exclude<ApprovalState['status'], 'running'>): void {
  const { state } = run;
  for (const visit of state.visits) if (visit.status === 'open') closeVisit(run, visit, outcome === 'returned' ? 'returned' : outcome === 'withdrawn' ? 'withdrawn' : 'notNeeded');
  setCase(run, outcome);
  if (outcome !== 'returned') state.endedAt = run.at;
  else if (state.submitterId !== null) run.effects.push({ type: 'awaitResubmission', personId: state.submitterId, duration: resubmitWithin(run) });
  run.effects.push({ type: 'finished', outcome });
}

/** The length after which the submitter of a returned case is reminded. */
export function resubmitWithin({ definition }: Pick<Run, 'definition'>) {
  return definition.settings.resubmitWithin ?? { n: 5, unit: 'workingDay' as const };
}
