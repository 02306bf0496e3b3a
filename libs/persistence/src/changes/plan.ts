import { reviewLine } from '@fairmark/domain/changes';
import { isPersonal } from '@fairmark/domain/delegations';
import { APPOINTS, stepInfo, type Assignee } from '@fairmark/domain/process';
import type { TaskRow, VisitRow } from '../process/rows.js';
import { holdersOfStep, type HolderContext, type ReviewOf } from '../reviews/holders/index.js';
import { activeOn, lineRulesOf } from './line.js';
import type { ChangeRow } from './rows.js';

/** What becomes of one open task. `to` null: nobody does it any more. */
export interface PlannedMove {
  task: TaskRow;
  to: Assignee | null;
}

/** Codes of assignments that follow the line of managers; a task given to somebody by name, by HR or by an escalation stays with them. */
const OF_LINE = new Set(['lineManager', 'nextManager']);
/** Steps whose visit was opened for the manager of a stretch: who manages today does not matter to them. */
const OF_STRETCH = new Set(['scoring', 'opinion', 'rescoring']);

/**
 * Which open tasks of a visit of a review change hands now, and to whom: those of people who cannot act any more or are passed over, and those of a manager whom the line, as the
 * review's policies see it, no longer names. The named successor of somebody who leaves comes first, then whoever the step would ask now, then HR, who appoint.
 */
export async function plannedMoves(context: HolderContext, review: ReviewOf, visit: VisitRow, tasks: readonly TaskRow[], change: ChangeRow | null): Promise<PlannedMove[]> {
  if (stepInfo('review', visit.step)?.actor !== 'others' || tasks.length === 0) return [];
  const holders = await holdersOfStep(context, review, visit);
  const leaving = await leavingTasks(context, review, visit, tasks, holders);
  if (leaving.length === 0) return [];
  const staying = tasks.filter((task) => !leaving.includes(task)).map((task) => task.assigneeId);
  const successor = await successorOf(context, review, visit, change);
  return leaving.flatMap((task) => moveOf(task, [...successor, ...ofSameSide(task, holders)], [review.employeeId, ...staying]));
}

async function leavingTasks({ tx, now }: HolderContext, review: ReviewOf, visit: VisitRow, tasks: readonly TaskRow[], holders: readonly Assignee[]): Promise<TaskRow[]> {
  const day = now.slice(0, 10);
  const active = await activeOn(tx, tasks.map((task) => task.assigneeId), day);
  const { away } = reviewLine(await lineRulesOf(tx, review.id), day);
  const passedOver = (task: TaskRow): boolean => away.includes(task.assigneeId) && !isPersonal('review', visit.step);
  const outdated = (task: TaskRow): boolean => OF_LINE.has(task.why) && !OF_STRETCH.has(visit.step) && holders.some((holder) => holder.why === task.why) && !holders.some((holder) => holder.employeeId === task.assigneeId);
  return tasks.filter((task) => !active.has(task.assigneeId) || passedOver(task) || outdated(task));
}

/** A successor takes over what the leaver had as a manager or by name; what was asked of the leaver in person is not. */
async function successorOf({ tx, now }: HolderContext, review: ReviewOf, visit: VisitRow, change: ChangeRow | null): Promise<Assignee[]> {
  const id = change?.kind === 'left' ? change.successorId : null;
  if (!id || id === review.employeeId || isPersonal('review', visit.step) || visit.step === 'opinion' || !(await activeOn(tx, [id], now.slice(0, 10))).has(id)) return [];
  return [{ employeeId: id, why: 'successor' }];
}

/** Where two sides are told apart by who they are, the one does not take the other's place. */
const ofSameSide = (task: TaskRow, holders: readonly Assignee[]): Assignee[] => holders.filter((holder) => (task.why === 'hr') === (holder.why === 'hr'));

function moveOf(task: TaskRow, candidates: readonly Assignee[], taken: readonly string[]): PlannedMove[] {
  const to = candidates.find((person) => person.employeeId !== task.assigneeId && !taken.includes(person.employeeId));
  if (to) return [{ task, to: task.why === 'hr' && to.why === 'successor' ? { ...to, why: 'hr' } : to }];
  // HR people of one side do the same task: one fewer is no loss. Somebody who was asked in person and cannot answer leaves it unanswered.
  return candidates.length === 0 || task.why === 'hr' || task.why === APPOINTS ? [{ task, to: null }] : [];
}
