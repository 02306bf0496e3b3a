import { goalsErrors } from '@fairmark/contracts/errors';
import { ApproveGoals, GoalChange, ReturnGoals } from '@fairmark/contracts/goals';
import type { Transition } from '@fairmark/domain/process';
import { openGoalSheet, settleGoalSheet, type GoalSheet } from '@fairmark/persistence/goals';
import { applyApproval, withApproval } from '../approvals/index.js';
import { refuse, type DecisionContext } from '../processes/index.js';
import { loadReview, type Review } from '../reviews/review.js';
import { freeze } from './agree.js';
import { proposalVisit } from './enter.js';
import { figuresOf, mustDiffer, putForward } from './forward.js';
import { confirmationVisit, draftingVisit, objectionVisit } from './submission.js';

export async function waiting({ tx }: Pick<DecisionContext, 'tx'>, review: Review): Promise<GoalSheet> {
  const sheet = await openGoalSheet(tx, review.id);
  if (!sheet) throw new Error(`Review ${review.id} has no goals that wait`);
  return sheet;
}

/** 同意: the last approval makes goals stand when the employee wrote them; what others wrote goes to the employee. */
export async function approveGoals(context: DecisionContext): Promise<Transition> {
  const { comment } = ApproveGoals.parse(context.body);
  const review = await loadReview(context.tx, context.process.refId);
  return approved(context, review, await waiting(context, review), comment);
}

/** The manager edits with a reason: an approval of the edited goals, which the employee has to confirm. */
export async function editGoals(context: DecisionContext): Promise<Transition> {
  if (context.visit.node !== 'manager') refuse(goalsErrors.editByManagerOnly);
  const { reason, ...proposal } = GoalChange.parse(context.body);
  const review = await loadReview(context.tx, context.process.refId);
  const before = await waiting(context, review);
  mustDiffer(review, before, proposal);
  const edited = await putForward(context, review, { source: 'edit', on: before, proposal, reason });
  const transition = await approved(context, review, edited, reason);
  return { ...transition, audit: [...transition.audit, { action: 'goals.edited', object: edited.id, before: figuresOf(before), after: figuresOf(edited) }] };
}

async function approved(context: DecisionContext, review: Review, sheet: GoalSheet, comment: string | undefined): Promise<Transition> {
  const { actorId, assigneeId, visit } = context;
  const step = await applyApproval(context, visit, { type: 'approve', actorId, assigneeId, comment, flags: { realismFlagged: sheet.flags.length > 0 } });
  const transition: Transition = { outcome: 'approved', audit: [] };
  return withApproval(step.outcome === 'approved' ? await goOn(context, review, sheet, transition) : transition, step.part);
}

async function goOn(context: DecisionContext, review: Review, sheet: GoalSheet, transition: Transition): Promise<Transition> {
  if (sheet.source === 'edit') return { ...transition, open: [await confirmationVisit(context, review)] };
  if (sheet.source === 'draft') return { ...transition, open: [await objectionVisit(context, review)] };
  return freeze(context, review, sheet, 'agreed', transition);
}

/** 退回: the one who wrote the goals writes them again, with the reason before them. */
export async function returnGoals(context: DecisionContext): Promise<Transition> {
  const { reason } = ReturnGoals.parse(context.body);
  const { tx, now, actorId, assigneeId, visit } = context;
  const review = await loadReview(tx, context.process.refId);
  const sheet = await waiting(context, review);
  const { approvalId, part } = await applyApproval(context, visit, { type: 'return', actorId, assigneeId, comment: reason, to: 'submitter', then: 'rerun' });
  await settleGoalSheet(tx, sheet.id, 'returned', now);
  const payload = { approvalId, returnedFrom: visit.id };
  const again = sheet.source === 'draft' ? await draftingVisit(context, review, payload) : await proposalVisit(context, review, payload);
  return withApproval({ outcome: 'returned', open: [again], audit: [{ action: 'goals.returned', object: sheet.id }] }, part);
}
