import { adjustedBand, changedItems, type AppealState } from '@fairmark/domain/appeals';
import { consequenceOf } from '@fairmark/domain/buffers';
import type { Transition } from '@fairmark/domain/process';
import { bandOf } from '@fairmark/domain/scoring';
import { findAppeal, proposalsOf, settleScores, type AppealRow } from '@fairmark/persistence/appeals';
import { bufferOf, checkInCount, updateBuffer } from '@fairmark/persistence/buffers';
import { openVisits } from '@fairmark/persistence/process';
import { ratingsOf } from '@fairmark/persistence/result';
import { insertRating } from '@fairmark/persistence/scoring';
import { takeEffect } from '../buffers/takeEffect.js';
import type { EventContext } from '../processes/index.js';
import { resumeAfterAppeal } from '../result/index.js';
import { enterRescoring, type RescoringOrder } from '../scoring/index.js';
import { leadingTo } from '../reviews/enter.js';
import { loadReview, type Review } from '../reviews/review.js';

/** The panel sends items back: the review opens their scoring. A late scorer is told to HR; escalation would lead to people with a part in the case. */
export async function appealSentBack(context: EventContext): Promise<Transition> {
  const review = await loadReview(context.tx, context.process.refId);
  const order = context.body as unknown as RescoringOrder;
  const entry = await enterRescoring(context, review, order);
  return leadingTo({ outcome: 'sentBack', audit: [{ action: 'review.sentBack', object: review.id, after: { ...order } }] }, { ...entry, open: (entry.open ?? []).map((visit) => ({ ...visit, timeout: 'handToHr' as const })) });
}

/** The appeal is over. Only this review changes: neither the session nor anybody else's result. */
export async function appealDecided(context: EventContext): Promise<Transition | null> {
  const { tx, process, body } = context;
  const appeal = await findAppeal(tx, String(body['appealId']));
  if (!appeal || process.step !== 'appeal') return null;
  const review = await loadReview(tx, process.refId);
  return appeal.about === 'buffer' ? endBufferAppeal(context, review, appeal) : endResultAppeal(context, review, appeal);
}

async function endResultAppeal(context: EventContext, review: Review, appeal: AppealRow): Promise<Transition> {
  const { closedAs } = appeal.engine;
  const audit = await settle(context, review, appeal);
  const outcome = closedAs === 'withdrawn' || closedAs === 'refused' ? closedAs : 'decided';
  const resumed = await resumeAfterAppeal(context, review, outcome);
  const rescoring = (await openVisits(context.tx, context.process.workflowId)).filter((visit) => visit.step === 'rescoring').map((visit) => ({ visitId: visit.id, outcome }));
  return { ...resumed, close: [...(resumed.close ?? []), ...rescoring], audit: [...audit, ...resumed.audit] };
}

/** Writes what the decision makes of scores and band. Whatever was scored again and did not become part of it is put aside. */
async function settle({ tx, now }: EventContext, review: Review, { id, engine }: AppealRow): Promise<Transition['audit']> {
  const changed = changedItems(engine);
  const before = (await ratingsOf(tx, review.id)).at(-1) ?? null;
  const reason = await reasonOf({ tx }, id, engine);
  const scores = new Map(changed.flatMap(({ item, value }) => (value.kind === 'score' ? [[item.key, value.scoreCenti] as const] : [])));
  const joined = engine.sentBack !== null || scores.size > 0 ? await settleScores(tx, review.id, { rescored: engine.sentBack !== null, scores, bands: review.plan.bands, comment: reason, now }) : null;
  if (changed.length === 0) return [];
  const decided = changed.map(({ value }) => value).find((value) => value.kind === 'band');
  const band = adjustedBand({
    bands: engine.bands, contested: before?.band ?? null, decided: decided?.kind === 'band' ? decided.band : null, computedAfter: scores.size > 0 ? (joined?.band ?? null) : null,
    computedBefore: scores.size > 0 && before?.totalCenti != null ? bandOf(review.plan.bands, before.totalCenti) : null,
  });
  const totalCenti = scores.size > 0 ? (joined?.totalCenti ?? null) : (before?.totalCenti ?? null);
  const ratingId = await insertRating(tx, review.id, { source: 'appeal', totalCenti, band, scoreSheetId: joined?.scoreSheetId ?? null, reason, decidedBy: null }, now);
  return [{ action: 'result.adjusted', object: review.id, before: { band: before?.band ?? null, totalCenti: before?.totalCenti ?? null }, after: { ratingId, band, totalCenti, appealId: id } }];
}

/** The reason of the last decision that changed something, as the panel wrote it for the employee. */
async function reasonOf({ tx }: Pick<EventContext, 'tx'>, appealId: string, { decisions }: AppealState): Promise<string> {
  const last = decisions.filter((decision) => decision.outcome === 'adjusted').at(-1) ?? decisions.at(-1);
  return (await proposalsOf(tx, appealId)).find((proposal) => proposal.id === last?.reasonsId)?.reason ?? '';
}

/** The end of the improvement buffer was contested: a better outcome softens or waives the consequence, and the review closes. */
async function endBufferAppeal(context: EventContext, review: Review, appeal: AppealRow): Promise<Transition> {
  const { tx, process } = context;
  const value = changedItems(appeal.engine).map((changed) => changed.value).find((one) => one.kind === 'buffer');
  const buffer = await bufferOf(tx, review.id);
  const outcome = value?.kind === 'buffer' ? value.outcome : undefined;
  const consequence = outcome && buffer ? consequenceOf(outcome, await checkInCount(tx, buffer.id)) : undefined;
  if (outcome && consequence && buffer) await updateBuffer(tx, buffer.id, { outcome, consequence });
  if (buffer) await takeEffect(context, review.id, buffer.id);
  const close = (await openVisits(tx, process.workflowId)).map((visit) => ({ visitId: visit.id, outcome: appeal.engine.closedAs ?? 'closed' }));
  return {
    outcome: 'appealOver', close, finish: { outcome: 'closed' },
    audit: [{ action: 'buffer.appealOver', object: review.id, before: { outcome: buffer?.outcome ?? null, consequence: buffer?.consequence ?? null }, after: { outcome: outcome ?? buffer?.outcome ?? null, consequence: consequence ?? buffer?.consequence ?? null } }],
  };
}
