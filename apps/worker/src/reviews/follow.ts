import { localDateOf } from '@fairmark/domain/calendar';
import { stepInfo, type Assignee, type AuditSpec, type NoticeSpec, type Transition } from '@fairmark/domain/process';
import { activity } from '@fairmark/persistence/approvals';
import { calendarOf } from '@fairmark/persistence/calendar';
import { openTasks, openVisits, type TaskRow, type VisitRow } from '@fairmark/persistence/process';
import { loadSegments } from '@fairmark/persistence/scoring';
import { applyApproval, withApproval } from '../approvals/index.js';
import { managerFor } from '../goals/people.js';
import type { EventContext, ProcessContext } from '../processes/index.js';
import { scorersOf } from '../scoring/people.js';
import type { ReviewPart } from './handlers.js';
import { moveTasks } from './moveTasks.js';
import { loadReview, type Review } from './review.js';

/** Steps in which the manager of today acts; a stretch that is scored keeps the manager of that stretch. */
const OF_TODAY = new Set(['goalDrafting', 'collaborators', 'interview']);
/** Input of somebody who left is missing, and the two sides of this decision are told apart by who they are. */
const STAYS = new Set(['collaboratorInput', 'ratability']);

/**
 * Somebody left or the manager changed: open steps follow the organisation. Policy of a review: the new manager takes over what the old one has not
 * decided. Without effect when nothing of it concerns the review, so it may be sent as often as one likes.
 */
async function follow(context: EventContext): Promise<Transition | null> {
  const { tx, process } = context;
  const review = await loadReview(tx, process.refId);
  let transition: Transition = { outcome: 'followed', audit: [] };
  let changed = false;
  for (const visit of await openVisits(tx, process.workflowId)) {
    const followed = visit.approvalId ? await followApproval(context, visit, transition) : await followVisit(context, review, visit, transition);
    changed ||= followed !== null;
    transition = followed ?? transition;
  }
  return changed ? transition : null;
}

async function followApproval(context: ProcessContext, visit: VisitRow, transition: Transition): Promise<Transition | null> {
  const { changed, part } = await applyApproval(context, visit, { type: 'organisationChanged', follow: true });
  return changed ? withApproval(transition, part) : null;
}

async function followVisit(context: ProcessContext, review: Review, visit: VisitRow, transition: Transition): Promise<Transition | null> {
  if (stepInfo('review', visit.step)?.actor !== 'others' || STAYS.has(visit.step)) return null;
  const tasks = await openTasks(context.tx, visit.id);
  const leaving = await leavingTasks(context, review, visit, tasks);
  if (leaving.length === 0) return null;
  const to = (await successors(context, review, visit)).find((person) => person.employeeId !== review.employeeId && !tasks.some((task) => task.assigneeId === person.employeeId));
  if (!to) return null;
  await moveTasks(context, visit, leaving, to);
  const audit: AuditSpec = { action: 'visit.followed', object: visit.id, before: leaving.map((task) => task.assigneeId), after: { assignee: to.employeeId, why: to.why } };
  const notice: NoticeSpec = { employeeId: to.employeeId, kind: `task.review.${visit.step}`, link: `/visits/${visit.id}` };
  return { ...transition, audit: [...transition.audit, audit], notices: [...(transition.notices ?? []), notice] };
}

async function leavingTasks({ tx, now, process }: ProcessContext, review: Review, visit: VisitRow, tasks: readonly TaskRow[]): Promise<TaskRow[]> {
  const today = localDateOf(now, (await calendarOf(tx, review.employeeId)).zone);
  const gone = (await activity(tx, tasks.map((task) => task.assigneeId), today)).filter((person) => !person.active).map((person) => person.personId);
  const [manager] = OF_TODAY.has(visit.step) ? await managerFor({ tx, now, process }, review) : [];
  const outdated = (task: TaskRow): boolean => task.why === 'lineManager' && manager?.why === 'lineManager' && manager.employeeId !== task.assigneeId;
  return tasks.filter((task) => gone.includes(task.assigneeId) || outdated(task));
}

async function successors(context: ProcessContext, review: Review, visit: VisitRow): Promise<Assignee[]> {
  const segment = visit.step === 'scoring' ? (await loadSegments(context.tx, review.id)).find((one) => one.no === visit.payload['segmentNo']) : undefined;
  return segment ? scorersOf(context, review, segment) : managerFor(context, review);
}

/** Reviews follow the organisation. */
export const followPart: ReviewPart = { actions: {}, expire: {}, events: { organisationChanged: follow } };
