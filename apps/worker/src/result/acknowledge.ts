import { AcceptOnce } from '@fairmark/contracts/results';
import { acceptanceRefusal, type AcceptanceAct } from '@fairmark/domain/acceptance';
import type { Transition } from '@fairmark/domain/process';
import { acceptanceOf, recordAct, type ResultAct } from '@fairmark/persistence/result';
import { sql } from '@fairmark/persistence/database';
import { refuse, type DecisionContext, type VisitContext } from '../processes/index.js';
import { loadReview, type Review } from '../reviews/review.js';
import { finalise } from './finalise.js';
import { followWindow } from './window.js';

/** 已知悉: has no effect but to be known. */
export const seen = (context: DecisionContext): Promise<Transition> => act(context, 'seen', 'seen');

/** 认可: takes two confirmations, and can be taken back until the window ends. */
export function accept(context: DecisionContext): Promise<Transition> {
  const { confirmation } = AcceptOnce.parse(context.body);
  return act(context, confirmation === 1 ? 'accept1' : 'accept2', 'accepted', { confirmation });
}

export const revoke = (context: DecisionContext): Promise<Transition> => act(context, 'revoke', 'revoked');

/** Refuses with `ACCEPTANCE.*` unless the act may come next. The instant at which the request was received decides whether it was in time. */
export async function mustBeNext(context: DecisionContext, review: Review, wanted: AcceptanceAct): Promise<void> {
  const view = await acceptanceOf(context.tx, review, context.now);
  const used = await context.tx.one(sql`select 1 from result_acts where review_id = ${review.id} and act = 'appealFiled'`);
  const refusal = acceptanceRefusal(view, wanted, used !== undefined);
  if (refusal) refuse(refusal);
}

async function act(context: DecisionContext, wanted: AcceptanceAct, recorded: ResultAct, detail: Record<string, unknown> = {}): Promise<Transition> {
  const review = await loadReview(context.tx, context.process.refId);
  await mustBeNext(context, review, wanted);
  await recordAct(context.tx, { reviewId: review.id, act: recorded, actorId: context.actorId, at: context.now, detail });
  return { outcome: recorded, details: detail, audit: [{ action: `result.${recorded}`, object: review.id, after: detail }] };
}

/** The deadline of the acknowledgement: the window has ended, or it goes on because the interview is missing or leave paused it. */
export async function endWindow(context: VisitContext): Promise<Transition> {
  const review = await loadReview(context.tx, context.process.refId);
  const view = await acceptanceOf(context.tx, review, context.now);
  if (view.recordedAs !== null && view.finalAt !== null) return finalise(context, review, { recordedAs: view.recordedAs, finalAt: view.finalAt });
  await followWindow(context, review);
  return { outcome: view.endsAt === null ? 'waitsForInterview' : 'windowMoved', audit: [{ action: 'result.windowMoved', object: review.id, after: { endsAt: view.endsAt } }] };
}
