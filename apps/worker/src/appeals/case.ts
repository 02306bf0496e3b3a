import { applyAppealEvent, type AppealEvent, type AppealState } from '@fairmark/domain/appeals';
import { localDateOf } from '@fairmark/domain/calendar';
import type { Transition, VisitClosing } from '@fairmark/domain/process';
import { findAppeal, saveAppeal, syncSeats, type AppealRow } from '@fairmark/persistence/appeals';
import { calendarOf } from '@fairmark/persistence/calendar';
import { openVisits } from '@fairmark/persistence/process';
import { refuse, type DecisionContext, type ProcessContext, type VisitContext } from '../processes/index.js';
import { loadReview, type Review } from '../reviews/review.js';

/** A case with the review that it is about, as both stand in this transaction. */
export interface AppealCase {
  appeal: AppealRow;
  review: Review;
  state: AppealState;
}

/** The case of the process. @throws when the row is missing: every process of kind `appeal` has one */
export async function loadCase({ tx, process }: ProcessContext): Promise<AppealCase> {
  const appeal = await findAppeal(tx, process.refId);
  if (!appeal) throw new Error(`No appeal ${process.refId}`);
  return { appeal, review: await loadReview(tx, appeal.reviewId), state: appeal.engine };
}

/** Applies what happened and writes where the case stands then; refuses with `APPEAL.*` what may not happen now. */
export async function advance({ tx, now }: ProcessContext, item: AppealCase, event: AppealEvent): Promise<AppealCase> {
  const result = applyAppealEvent(item.state, event);
  if (!result.ok) return refuse(result.code);
  await saveAppeal(tx, item.appeal.id, stepOf(result.state), result.state, now);
  await syncSeats(tx, item.appeal.id, result.state, now);
  return { ...item, state: result.state };
}

/** The step of the process: the second level deliberates in a step of its own. */
export const stepOf = ({ phase, level }: AppealState): string => (phase === 'deliberation' && level === 2 ? 'secondLevel' : phase);

/** The day on which the organisation counts for the case: today where the person is. */
export async function dayOf({ tx, now }: Pick<ProcessContext, 'tx' | 'now'>, employeeId: string): Promise<string> {
  return localDateOf(now, (await calendarOf(tx, employeeId)).zone);
}

/** Closes every open visit of the case; the one in which somebody decided says who. */
export async function closings(context: ProcessContext | DecisionContext | VisitContext, outcome: string): Promise<VisitClosing[]> {
  const own = 'visit' in context ? context.visit.id : '';
  const by = 'actorId' in context ? { by: context.actorId } : {};
  return (await openVisits(context.tx, context.process.workflowId)).map((visit) => ({ visitId: visit.id, outcome, ...(visit.id === own ? by : {}) }));
}

/** The case is over: the review hears how it ended, and what was held goes on. */
export async function closeCase(context: ProcessContext | DecisionContext | VisitContext, { appeal, review, state }: AppealCase, transition: Transition): Promise<Transition> {
  const outcome = state.closedAs ?? 'confirmed';
  return {
    ...transition,
    close: await closings(context, transition.outcome),
    signals: [{ workflowId: review.workflowId, name: 'appealDecided', body: { appealId: appeal.id, outcome } }],
    notices: [...(transition.notices ?? []), { employeeId: review.employeeId, kind: 'appeal.closed', link: `/appeals/${appeal.id}` }],
    audit: [...transition.audit, { action: 'appeal.closed', object: appeal.id, after: { outcome, level: state.level } }],
    finish: { outcome },
  };
}
