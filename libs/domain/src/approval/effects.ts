import type { Duration } from '@fairmark/contracts/common';
import type { ApprovalState, ApprovalTask, TaskOrigin, TaskPart } from './state.js';

/** Why a task closed. `waiting`: added people or somebody consulted act first; the person gets a new task afterwards. */
export type CloseReason = 'decided' | 'notNeeded' | 'replaced' | 'removed' | 'waiting';

/** What the caller has to carry out. Durations start at the event's instant, in the calendar of `personId`. Every open task has opened and not closed. */
export type ApprovalEffect =
  | { type: 'openTask'; taskId: string; visitId: string; nodeId: string; personId: string; part: TaskPart; origin: TaskOrigin; duration: Duration; reminders: Duration[] }
  | { type: 'closeTask'; taskId: string; visitId: string; personId: string; reason: CloseReason }
  /** Somebody is told; nothing is asked of them. */
  | { type: 'copy'; taskId: string; visitId: string; nodeId: string; personId: string }
  /** The deadline of the task moves: it ends `duration` after the event. The reminders before it are due again. */
  | { type: 'rearm'; taskId: string; duration: Duration }
  | { type: 'notify'; topic: 'overdue' | 'escalated' | 'handedToHr' | 'opinionExpired'; personId: string; taskId: string }
  /** The case waits for this person to hand in again (`resubmit`); at the deadline a `timeout` of the task `resubmission` reminds. */
  | { type: 'awaitResubmission'; personId: string; duration: Duration }
  /** An approved case was withdrawn: what it had brought about has to be undone. */
  | { type: 'undo' }
  /** `returned`: the submitter has to hand in again (`resubmit`); the others end the case. */
  | { type: 'finished'; outcome: Exclude<ApprovalState['status'], 'running'> };

/** Stands for the submitter of a returned case in `timeout` and `rearm`. */
export const RESUBMISSION = 'resubmission';

/** An open task with what a list needs. */
export interface OpenTask {
  taskId: string;
  visitId: string;
  nodeId: string;
  personId: string;
  openedAt: string;
}

/** The tasks somebody can act on now; empty when the case has ended or waits for the submitter. */
export function openTasks(state: Pick<ApprovalState, 'visits'>): OpenTask[] {
  const found: OpenTask[] = [];
  for (const visit of openVisits(state)) {
    for (const task of visit.tasks)
      if (task.status === 'open') found.push({ taskId: task.id, visitId: visit.id, nodeId: visit.nodeId, personId: task.personId, openedAt: task.openedAt ?? visit.openedAt });
  }
  return found;
}

/** The visits that are open: one, or several where branches run side by side. */
export function openVisits(state: Pick<ApprovalState, 'visits'>): ApprovalState['visits'] {
  return state.visits.filter((visit) => visit.status === 'open');
}

/** The first open visit. Where branches run side by side there are more: `openVisits`. */
export function openVisit(state: Pick<ApprovalState, 'visits'>): ApprovalState['visits'][number] | undefined {
  return state.visits.find((visit) => visit.status === 'open');
}

/** A task with its visit, whatever their state. */
export function findTask(state: Pick<ApprovalState, 'visits'>, taskId: string): { visit: ApprovalState['visits'][number]; task: ApprovalTask } | undefined {
  for (const visit of state.visits) {
    const task = visit.tasks.find((one) => one.id === taskId);
    if (task) return { visit, task };
  }
  return undefined;
}
