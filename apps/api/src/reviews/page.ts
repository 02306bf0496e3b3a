import { PERSONAL_BLOCK, type ComposedSheet } from '@fairmark/contracts/goals';
import type { GoalChangeRoom, ReviewSection, ReviewView, VisitLine } from '@fairmark/contracts/reviews';
import type { RewardPreviewLine } from '@fairmark/contracts/plans';
import type { Relation } from '@fairmark/domain/access';
import { localDateOf } from '@fairmark/domain/calendar';
import { changeRoom } from '@fairmark/domain/goals';
import { rewardPreview } from '@fairmark/domain/plans';
import { isRecordedRead, leadingRelation, visibleSections } from '@fairmark/domain/reviews';
import { recordAccess } from '@fairmark/persistence/audit';
import type { Executor } from '@fairmark/persistence/database';
import { checkInsOf, collaborationOf, commentsOf, goalStatesOf, ownTasks, resultOf, selfReviewOf, timelineOf, type OwnTask, type ReviewHead } from '@fairmark/persistence/reviews';
import { processActionsOf, tasksWithActions } from './acts.js';

export interface PageReader {
  employeeId: string;
  relations: ReadonlySet<Relation>;
}

/** The review page as this reader may see it now. A part that is not visible is not even read from the database. */
export async function reviewPage(read: Executor, head: ReviewHead, reader: PageReader, now: string): Promise<ReviewView> {
  const tasks = await ownTasks(read, head.workflowId, reader.employeeId);
  const published = isPast(head.publishedAt, now);
  const sections = sectionsOf(head, reader, tasks, now);
  if (isRecordedRead(reader.relations, sections)) await recordAccess(read, { readerId: reader.employeeId, reviewId: head.id, object: 'review', relation: leadingRelation(reader.relations) });
  return { ...(await partsOf(read, head, sections, published || !reader.relations.has('self'))), ...frameOf(head, reader, sections, now), myTasks: await tasksWithActions(read, tasks, reader.employeeId) };
}

/** Parts of the review that this reader may see now. */
export function sectionsOf(head: ReviewHead, { relations }: PageReader, tasks: readonly OwnTask[], now: string): Set<ReviewSection> {
  const published = isPast(head.publishedAt, now);
  return visibleSections({ relations, step: head.step, published, managersSee: published || isPast(head.managersSeeAt, now), taskSteps: tasks.map((task) => task.step) });
}

const isPast = (instant: string | null, now: string): boolean => instant !== null && instant <= now;

type Frame = Pick<ReviewView, 'id' | 'cycle' | 'employee' | 'manager' | 'department' | 'periodStart' | 'periodEnd' | 'step' | 'state' | 'shadow' | 'relation' | 'sections' | 'processActions' | 'goalsOutcome' | 'changeRoom' | 'sheet' | 'rewardPreview' | 'appealId' | 'bufferId'>;

function frameOf(head: ReviewHead, reader: PageReader, sections: ReadonlySet<ReviewSection>, now: string): Frame {
  const { id, cycle, employee, manager, department, periodStart, periodEnd, step, state, shadow } = head;
  const room = sections.has('goals') && step === 'period' ? roomOf(head, now) : null;
  return {
    ...{ id, cycle, employee, manager, department, periodStart, periodEnd, step, state, shadow },
    relation: leadingRelation(reader.relations), sections: [...sections], processActions: processActionsOf(head, reader.relations, room), changeRoom: room,
    goalsOutcome: sections.has('goals') ? head.goalsOutcome : null, sheet: sheetFor(head.sheet, sections), rewardPreview: sections.has('rewardPreview') ? previewOf(head) : null,
    appealId: sections.has('appeal') ? head.appealId : null, bufferId: sections.has('buffer') ? head.bufferId : null,
  };
}

async function partsOf(read: Executor, head: ReviewHead, sections: ReadonlySet<ReviewSection>, withSummary: boolean): Promise<Pick<ReviewView, 'timeline' | 'goals' | 'checkIns' | 'selfReview' | 'collaboration' | 'result'>> {
  const part = async <T>(section: ReviewSection, load: () => Promise<T>, otherwise: T): Promise<T> => (sections.has(section) ? load() : otherwise);
  return {
    timeline: await part('timeline', () => timeline(read, head, sections.has('comments')), []),
    goals: await part('goals', () => goalStatesOf(read, head.id), []),
    checkIns: await part('checkIns', () => checkInsOf(read, head.id), []),
    selfReview: await part('selfReview', () => selfReviewOf(read, head.id), null),
    collaboration: await part('collaboration', () => (head.sheet?.collaboration ? collaborationOf(read, head.id, head.workflowId, withSummary) : Promise.resolve(null)), null),
    result: await part('result', () => resultOf(read, head), null),
  };
}

async function timeline(read: Executor, head: ReviewHead, withComments: boolean): Promise<VisitLine[]> {
  const visits = (await timelineOf(read, head.workflowId)).filter((visit) => visit.step !== 'checkIn');
  if (!withComments) return visits;
  const comments = await commentsOf(read, head.workflowId);
  return visits.map((visit) => ({ ...visit, comments: comments.get(visit.id) ?? [] }));
}

function roomOf(head: ReviewHead, now: string): GoalChangeRoom {
  return changeRoom(head.plan.goalChanges, { start: head.periodStart, end: head.periodEnd }, head.goalChanges, localDateOf(now, head.zone));
}

/** A collaborator gets the one item to answer, with its anchors; targets and weights of the rest stay away. */
function sheetFor(sheet: ComposedSheet | null, sections: ReadonlySet<ReviewSection>): ComposedSheet | null {
  if (!sheet || sections.has('sheet')) return sheet;
  if (!sections.has('collaborationItem')) return null;
  const blocks = sheet.blocks.filter((block) => block.code === PERSONAL_BLOCK).map((block) => ({ ...block, items: block.items.filter((item) => item.kind === 'collaboration') }));
  return { ...sheet, blocks, bands: [] };
}

/** Null where no base was imported: nothing can be promised. */
function previewOf({ plan, baseCents, eligibleDays, periodDays }: ReviewHead): RewardPreviewLine[] | null {
  if (baseCents === null) return null;
  const whole = periodDays ?? 1;
  return rewardPreview(plan, Number(baseCents), { eligibleDays: eligibleDays ?? whole, periodDays: whole });
}
