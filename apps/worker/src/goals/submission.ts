import type { ApprovalPurpose } from '@fairmark/contracts/approvals';
import { timedBy } from '@fairmark/domain/approval';
import type { Transition, VisitSpec } from '@fairmark/domain/process';
import type { GoalSheet } from '@fairmark/persistence/goals';
import { sql } from '@fairmark/persistence/database';
import { arbiterFor, managerFor } from '@fairmark/persistence/reviews';
import { resubmitApproval, startApproval, withApproval } from '../approvals/index.js';
import type { DecisionContext, ProcessContext } from '../processes/index.js';
import { timingOf } from '../reviews/deadlines.js';
import type { Review } from '../reviews/review.js';
import { figuresOf } from './forward.js';

type StepOfApproval = 'goalApproval' | 'goalChangeApproval';

/** Hands goals to their approvers: again after a return, else as a new case. `submitterId` never approves. */
export async function submit(context: DecisionContext, review: Review, sheet: GoalSheet, to: { purpose?: ApprovalPurpose; step?: StepOfApproval; again?: unknown } = {}): Promise<Transition> {
  const { step = 'goalApproval', again } = to;
  const { purpose = step === 'goalApproval' ? 'goals' : 'goalChange' } = to;
  const { actorId, tx, visit } = context;
  const flags = { realismFlagged: sheet.flags.length > 0 };
  const started =
    typeof again === 'string'
      ? await resubmitApproval(context, again, { actorId, flags })
      : await startApproval(context, {
          purpose, timed: (definition) => timedBy(definition, review.plan.steps[step]), step, scope: { subjectId: review.employeeId, departmentId: review.departmentId, reviewId: review.id },
          subjectIds: [review.employeeId], submitterId: actorId, flags, payload: { reviewId: review.id },
        });
  await tx.run(sql`update goal_sheets set approval_id = ${started.approvalId} where id = ${sheet.id}`);
  const close = visit.id ? [{ visitId: visit.id, outcome: 'submitted', by: actorId }] : [];
  return withApproval({ outcome: 'submitted', details: { goalSheetId: sheet.id }, close, audit: [{ action: 'goals.submitted', object: sheet.id, after: figuresOf(sheet) }] }, started.part);
}

/** A second pair of eyes on goals that the manager wrote. */
export const submitForSecondOpinion = (context: DecisionContext, review: Review, sheet: GoalSheet, step: StepOfApproval, again?: unknown): Promise<Transition> =>
  submit(context, review, sheet, { purpose: 'goalSecondOpinion', step, again });

/** The employee says whether edited goals are agreed. Nobody else can: the deadline leads to a decision by the next-level manager. */
export async function confirmationVisit({ tx, now }: ProcessContext, review: Review): Promise<VisitSpec> {
  return { step: 'goalConfirmation', ...(await forEmployee({ tx, now }, review, 'goalConfirmation')) };
}

/** The employee may object to goals that were drafted for them; silence is recorded as such. */
export async function objectionVisit({ tx, now }: ProcessContext, review: Review): Promise<VisitSpec> {
  return { step: 'goalObjection', ...(await forEmployee({ tx, now }, review, 'goalObjection')) };
}

async function forEmployee({ tx, now }: Pick<ProcessContext, 'tx' | 'now'>, review: Review, step: 'goalConfirmation' | 'goalObjection'): Promise<Omit<VisitSpec, 'step'>> {
  return { assignees: [{ employeeId: review.employeeId, why: 'subject' }], subjectId: review.employeeId, ...(await timingOf(tx, review, step, review.employeeId, now)) };
}

/** The manager drafts because nothing was submitted, or drafts again. */
export async function draftingVisit(context: ProcessContext, review: Review, payload: Record<string, unknown> = {}): Promise<VisitSpec> {
  const assignees = await managerFor(context, review);
  const timing = await timingOf(context.tx, review, 'goalDrafting', assignees[0]?.employeeId ?? null, context.now);
  return { step: 'goalDrafting', assignees, subjectId: review.employeeId, payload, ...timing };
}

/** The next-level manager hears both and decides. */
export async function arbitrationVisit(context: ProcessContext, review: Review): Promise<VisitSpec> {
  const assignees = await arbiterFor(context, review);
  const timing = await timingOf(context.tx, review, 'goalArbitration', assignees[0]?.employeeId ?? null, context.now);
  return { step: 'goalArbitration', assignees, subjectId: review.employeeId, ...timing };
}
