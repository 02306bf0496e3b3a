import { goalsErrors } from '@fairmark/contracts/errors';
import { ReturnCase } from '@fairmark/contracts/approvals';
import { ApproveGoals, GoalChange, ReturnGoals } from '@fairmark/contracts/goals';
import { localDateOf } from '@fairmark/domain/calendar';
import { applyGoals, changeRefusal, changeRoom, goalsOf } from '@fairmark/domain/goals';
import type { Transition, VisitSpec } from '@fairmark/domain/process';
import { abandonApproval, insertComment } from '@fairmark/persistence/approvals';
import { calendarOf } from '@fairmark/persistence/calendar';
import { sql } from '@fairmark/persistence/database';
import { openGoalSheet, settleGoalSheet, type GoalSheet } from '@fairmark/persistence/goals';
import { actInApproval, type ApprovalHost } from '../approvals/index.js';
import { refuse, type DecisionContext, type ProcessContext, type VisitContext } from '../processes/index.js';
import { timingOf } from '../reviews/deadlines.js';
import { loadReview, type Review } from '../reviews/review.js';
import { waiting } from './approval.js';
import { figuresOf, mustDiffer, putForward, sheetOf } from './forward.js';
import { submit, submitForSecondOpinion } from './submission.js';

/** Employee or manager asks for other goals in the period. Who did not ask has to confirm; nothing changes before. */
export async function requestGoalChange(context: DecisionContext): Promise<Transition> {
  const { reason, ...proposal } = GoalChange.parse(context.body);
  const review = await loadReview(context.tx, context.process.refId);
  await mustHaveRoom(context, review);
  const on = { items: [], personalGoals: goalsOf(sheetOf(review)).personalGoals };
  mustDiffer(review, on, proposal);
  const change = await putForward(context, review, { source: 'change', on, proposal, reason });
  if (context.actorId === review.employeeId) return submit(context, review, change, { step: 'goalChangeApproval' });
  if (change.flags.length > 0) return submitForSecondOpinion(context, review, change, 'goalChangeApproval');
  return { outcome: 'submitted', details: { goalSheetId: change.id }, open: [await confirmationVisit(context, review)], audit: [{ action: 'goals.submitted', object: change.id, after: figuresOf(change) }] };
}

async function mustHaveRoom({ tx, now }: DecisionContext, review: Review): Promise<void> {
  if (review.step !== 'period') refuse(goalsErrors.notInPeriod, { step: review.step });
  if (await openGoalSheet(tx, review.id)) refuse(goalsErrors.changeOpen);
  const { zone } = await calendarOf(tx, review.employeeId);
  const room = changeRoom(review.plan.goalChanges, { start: review.periodStart, end: review.periodEnd }, review.goalChanges, localDateOf(now, zone));
  const refusal = changeRefusal(room);
  if (refusal) refuse(refusal.code, { ...room });
}

async function confirmationVisit({ tx, now }: ProcessContext, review: Review): Promise<VisitSpec> {
  const timing = await timingOf(tx, review, 'goalChangeConfirmation', review.employeeId, now);
  return { step: 'goalChangeConfirmation', assignees: [{ employeeId: review.employeeId, why: 'subject' }], subjectId: review.employeeId, ...timing };
}

/** The last approval makes the employee's change stand; a manager's change still needs the employee. */
export async function approveChange(context: DecisionContext): Promise<Transition> {
  const { comment } = ApproveGoals.parse(context.body);
  return actInApproval(context, changeHost, context.visit, { type: 'approve', ...who(context), comment });
}

/** The change is refused with a reason; the goals stay as they are and the change does not count. */
export async function rejectChange(context: DecisionContext): Promise<Transition> {
  const { reason } = ReturnGoals.parse(context.body);
  return actInApproval(context, changeHost, context.visit, { type: 'reject', ...who(context), comment: reason });
}

/** Back to a node that was passed; to the submitter the change is dropped, who may ask for another one. */
export async function returnChange(context: DecisionContext): Promise<Transition> {
  return actInApproval(context, changeHost, context.visit, { type: 'return', ...who(context), ...ReturnCase.parse(context.body) });
}

const who = ({ actorId, assigneeId }: DecisionContext) => ({ actorId, assigneeId });

/** What follows from the approval of a change in the period. */
export const changeHost: ApprovalHost = {
  ended: async (context, { outcome, approvalId }) => {
    const review = await loadReview(context.tx, context.process.refId);
    if (outcome === 'returned') await abandonApproval(context.tx, approvalId, 'returned', context.now);
    if (outcome !== 'approved') return dropChange(context, review, outcome === 'withdrawn' ? 'withdrawn' : 'refused', { outcome, audit: [] });
    const change = await waiting(context, review);
    const transition: Transition = { outcome: 'approved', audit: [] };
    return change.authorId === review.employeeId ? makeChange(context, review, change, transition) : { ...transition, open: [await confirmationVisit(context, review)] };
  },
};

/** The employee agrees to a change that the manager asked for. */
export async function acceptChange(context: DecisionContext): Promise<Transition> {
  const { tx, visit, actorId } = context;
  const review = await loadReview(tx, context.process.refId);
  return makeChange(context, review, await waiting(context, review), { outcome: 'accepted', close: [{ visitId: visit.id, outcome: 'accepted', by: actorId }], audit: [] });
}

export async function objectToChange(context: DecisionContext): Promise<Transition> {
  const { reason } = ReturnGoals.parse(context.body);
  const { tx, visit, actorId, process, now } = context;
  const review = await loadReview(tx, process.refId);
  await insertComment(tx, { workflowId: process.workflowId, visitId: visit.id, authorId: actorId, kind: 'objection', body: reason }, now);
  const audit = [{ action: 'goals.changeObjected', object: review.id, texts: { reason: { body: reason, ownerId: actorId } } }];
  return dropChange(context, review, 'refused', { outcome: 'objected', close: [{ visitId: visit.id, outcome: 'objected', by: actorId }], audit });
}

/** No answer: goals never pass by time-out, so the change lapses. */
export async function changeExpired(context: VisitContext): Promise<Transition> {
  const review = await loadReview(context.tx, context.process.refId);
  return dropChange(context, review, 'lapsed', { outcome: 'lapsed', close: [{ visitId: context.visit.id, outcome: 'lapsed' }], audit: [] });
}

async function dropChange(context: ProcessContext, review: Review, state: 'refused' | 'lapsed' | 'withdrawn', transition: Transition): Promise<Transition> {
  const change = await waiting(context, review);
  await settleGoalSheet(context.tx, change.id, state, context.now);
  return {
    ...transition, audit: [...transition.audit, { action: `goals.change.${state}`, object: change.id }],
    notices: state === 'withdrawn' ? [] : [{ employeeId: change.authorId, kind: `goals.change.${state}`, link: `/reviews/${review.id}` }],
  };
}

async function makeChange({ tx, now }: ProcessContext, review: Review, change: GoalSheet, transition: Transition): Promise<Transition> {
  const sheet = applyGoals(sheetOf(review), change);
  await settleGoalSheet(tx, change.id, 'agreed', now);
  await tx.run(sql`update reviews set sheet = ${JSON.stringify(sheet)}::jsonb, goal_changes = goal_changes + 1 where id = ${review.id}`);
  const changed = { action: 'goals.changed', object: review.id, before: { changes: review.goalChanges }, after: { changes: review.goalChanges + 1, ...figuresOf(change) } };
  return { ...transition, audit: [...transition.audit, changed], notices: [{ employeeId: change.authorId, kind: 'goals.change.agreed', link: `/reviews/${review.id}` }] };
}
