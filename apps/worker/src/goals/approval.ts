import { goalsErrors } from '@fairmark/contracts/errors';
import { RejectCase } from '@fairmark/contracts/approvals';
import { ApproveGoals, GoalChange, ReturnGoalApproval } from '@fairmark/contracts/goals';
import { sitsForDirectManager } from '@fairmark/domain/approval';
import type { Transition } from '@fairmark/domain/process';
import { loadApproval } from '@fairmark/persistence/approvals';
import { openGoalSheet, settleGoalSheet, type GoalSheet } from '@fairmark/persistence/goals';
import { actInApproval, type ApprovalHost, type Ended } from '../approvals/index.js';
import { refuse, type DecisionContext, type ProcessContext } from '../processes/index.js';
import { loadReview, type Review } from '../reviews/review.js';
import { freeze } from './agree.js';
import { proposalVisit } from './enter.js';
import { figuresOf, mustDiffer, putForward } from './forward.js';
import { confirmationVisit, draftingVisit, objectionVisit } from './submission.js';

export async function waiting({ tx }: Pick<ProcessContext, 'tx'>, review: Review): Promise<GoalSheet> {
  const sheet = await openGoalSheet(tx, review.id);
  if (!sheet) throw new Error(`Review ${review.id} has no goals that wait`);
  return sheet;
}

/** 同意: the last approval makes goals stand when the employee wrote them; what others wrote goes to the employee. */
export async function approveGoals(context: DecisionContext): Promise<Transition> {
  const { comment } = ApproveGoals.parse(context.body);
  const review = await loadReview(context.tx, context.process.refId);
  return approved(context, await waiting(context, review), comment);
}

/** The manager edits with a reason: an approval of the edited goals, which the employee has to confirm. */
export async function editGoals(context: DecisionContext): Promise<Transition> {
  if (!(await actsForManager(context))) refuse(goalsErrors.editByManagerOnly);
  const { reason, ...proposal } = GoalChange.parse(context.body);
  const review = await loadReview(context.tx, context.process.refId);
  const before = await waiting(context, review);
  mustDiffer(review, before, proposal);
  const edited = await putForward(context, review, { source: 'edit', on: before, proposal, reason });
  const transition = await approved(context, edited, reason);
  return { ...transition, audit: [...transition.audit, { action: 'goals.edited', object: edited.id, before: figuresOf(before), after: figuresOf(edited) }] };
}

async function actsForManager({ tx, visit, assigneeId }: DecisionContext): Promise<boolean> {
  const { definition, state } = await loadApproval(tx, String(visit.approvalId));
  return sitsForDirectManager(definition, state, visit.payload['nodeVisit'], assigneeId);
}

function approved(context: DecisionContext, sheet: GoalSheet, comment: string | undefined): Promise<Transition> {
  const { actorId, assigneeId, visit } = context;
  return actInApproval(context, goalsHost, visit, { type: 'approve', actorId, assigneeId, comment, flags: { realismFlagged: sheet.flags.length > 0 } });
}

/** 退回: the one who wrote the goals writes them again, with the reason before them; or a node that was passed looks again. */
export async function returnGoals(context: DecisionContext): Promise<Transition> {
  const { reason, to, then } = ReturnGoalApproval.parse(context.body);
  const { actorId, assigneeId, visit } = context;
  return actInApproval(context, goalsHost, visit, { type: 'return', actorId, assigneeId, comment: reason, to, then });
}

/** 拒绝: goals are needed, so who wrote them writes them again, as a new case. */
export async function rejectGoals(context: DecisionContext): Promise<Transition> {
  const { comment } = RejectCase.parse(context.body);
  const { actorId, assigneeId, visit } = context;
  return actInApproval(context, goalsHost, visit, { type: 'reject', actorId, assigneeId, comment });
}

/** What follows from the approval of goals. */
export const goalsHost: ApprovalHost = {
  ended: async (context, ended) => {
    const review = await loadReview(context.tx, context.process.refId);
    const sheet = await waiting(context, review);
    return ended.outcome === 'approved' ? goOn(context, review, sheet, { outcome: 'approved', audit: [] }) : writeAgain(context, review, sheet, ended);
  },
};

async function goOn(context: ProcessContext, review: Review, sheet: GoalSheet, transition: Transition): Promise<Transition> {
  if (sheet.source === 'edit') return { ...transition, open: [await confirmationVisit(context, review)] };
  if (sheet.source === 'draft') return { ...transition, open: [await objectionVisit(context, review)] };
  return freeze(context, review, sheet, 'agreed', transition);
}

/** Returned goals come back to the same case; after a reject or a withdrawal the next submission is a new one. */
async function writeAgain(context: ProcessContext, review: Review, sheet: GoalSheet, { outcome, approvalId, visit }: Ended): Promise<Transition> {
  await settleGoalSheet(context.tx, sheet.id, outcome === 'withdrawn' ? 'withdrawn' : 'returned', context.now);
  const payload = { ...(outcome === 'returned' ? { approvalId } : {}), ...(outcome !== 'withdrawn' && visit ? { returnedFrom: visit.id } : {}) };
  const again = sheet.source === 'draft' ? await draftingVisit(context, review, payload) : await proposalVisit(context, review, payload);
  return { outcome, open: [again], audit: [{ action: `goals.${outcome}`, object: sheet.id }] };
}
