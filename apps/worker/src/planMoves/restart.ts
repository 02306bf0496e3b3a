import type { Transition } from '@fairmark/domain/process';
import { abandonApproval } from '@fairmark/persistence/approvals';
import { openGoalSheet, settleGoalSheet } from '@fairmark/persistence/goals';
import { openVisits, type VisitRow } from '@fairmark/persistence/process';
import { enterGoalSetting, enterPeriod } from '../goals/enter.js';
import type { ProcessContext } from '../processes/index.js';
import type { Enter } from '../reviews/enter.js';
import { leadingTo } from '../reviews/enter.js';
import type { Review } from '../reviews/review.js';
import { enterScoring } from '../scoring/index.js';
import { enterSelfReview } from '../selfReview/enter.js';

/** Steps that can begin again. */
const ENTER: Readonly<Record<string, Enter>> = { goalSetting: enterGoalSetting, period: enterPeriod, selfReview: enterSelfReview, scoring: enterScoring };

/** Begins the present step again: everything open in it ends, what was written stays readable, and its visits open anew with clocks of their own. */
export async function beginAgain(context: ProcessContext, review: Review, visits: readonly VisitRow[], transition: Transition): Promise<Transition> {
  const { tx, now, process } = context;
  const enter = ENTER[process.step];
  if (!enter) throw new Error(`${process.step} cannot begin again`);
  const goals = await openGoalSheet(tx, review.id);
  if (goals) await settleGoalSheet(tx, goals.id, 'lapsed', now);
  for (const { approvalId } of visits) if (approvalId) await abandonApproval(tx, approvalId, 'planMoved', now);
  return leadingTo({ ...transition, close: visits.map((visit) => ({ visitId: visit.id, outcome: 'planMoved' })) }, await enter(context, review));
}

/** Everything that is open in a review. */
export const openIn = ({ tx, process }: ProcessContext): Promise<VisitRow[]> => openVisits(tx, process.workflowId);
