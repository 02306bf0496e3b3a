import { scoringErrors } from '@fairmark/contracts/errors';
import { workflowId as ids } from '@fairmark/contracts/process';
import { ScoreSubmission, type Judgement } from '@fairmark/contracts/scoring';
import { itemsOf } from '@fairmark/domain/goals';
import { checkResult, checkSubmission, scoreSheet, type ScoreInput } from '@fairmark/domain/scoring';
import { dropDraft } from '@fairmark/persistence/reviews';
import { insertScoreSheet, joinedScore, latestSheets, loadScoreInput, moveSegmentScore, type ScoreSheetRow } from '@fairmark/persistence/scoring';
import { refuse, type ActionHandler, type DecisionContext } from '../processes/index.js';
import { loadReview, type Review } from '../reviews/review.js';

/**
 * The items that an appeal sent back are scored again: judged ones by new points, computed ones with the values of now. All others keep the
 * points and the values that they were scored with. The panel hears the new total; the rating is its decision.
 */
export const submitRescoring: ActionHandler = {
  by: 'assignee',
  run: async (context) => {
    const { tx, process, visit, actorId } = context;
    const review = await loadReview(tx, process.refId);
    const submission = ScoreSubmission.parse(context.body);
    const named = new Set((visit.payload['items'] as string[] | undefined) ?? []);
    const stray = submission.items.find((item) => !named.has(item.itemId));
    if (stray) refuse(scoringErrors.notSentBack, { itemId: stray.itemId });
    for (const sheet of await latestSheets(tx, review.id)) await rescoreSheet(context, review, sheet, submission, named);
    await dropDraft(tx, actorId, `visit/${visit.id}`);
    const score = await joinedScore(tx, review.id, review.plan.bands);
    const body = { reviewId: review.id, totalCenti: score?.totalCenti ?? null, band: score?.band ?? null, scoreSheetId: score?.scoreSheetId ?? null };
    return {
      outcome: 'rescored',
      close: [{ visitId: visit.id, outcome: 'rescored', by: actorId }],
      audit: [{ action: 'scores.rescored', object: visit.id, after: { ...body, items: [...named].sort() } }],
      signals: [{ workflowId: ids.appeal(String(visit.payload['appealId'])), name: 'rescored', body }],
    };
  },
};

async function rescoreSheet({ tx, now, visit, assigneeId }: DecisionContext, review: Review, sheet: ScoreSheetRow, submission: ScoreSubmission, named: ReadonlySet<string>): Promise<void> {
  const own = itemsOf(sheet.data.sheet).filter((item) => named.has(item.itemId)).map((item) => item.itemId);
  if (own.length === 0) return;
  const merged: ScoreSubmission = { items: [...sheet.items.filter((item) => !submission.items.some((one) => one.itemId === item.itemId)), ...submission.items.filter((one) => own.includes(one.itemId))], comment: submission.comment };
  checkSubmission(sheet.data.sheet, merged);
  const input = withFreshData(sheet, await loadScoreInput(tx, review, { segmentNo: sheet.segmentNo, judgements: merged.items }), new Set(own), merged.items);
  const result = scoreSheet(input);
  checkResult(input.sheet, merged, result);
  const { judgements: _judgements, ...data } = input;
  const id = await insertScoreSheet(tx, review.id, { segmentNo: sheet.segmentNo, visitId: visit.id, scorerId: assigneeId, items: merged.items, result, comment: merged.comment, source: 'rescoring', data }, now);
  await moveSegmentScore(tx, review.id, { no: sheet.segmentNo, totalCenti: result.totalCenti, scoreSheetId: id });
}

/** The data that the sheet was scored with, with those of the named items as they are now. */
function withFreshData(sheet: ScoreSheetRow, fresh: ScoreInput, own: ReadonlySet<string>, judgements: readonly Judgement[]): ScoreInput {
  const blocks = sheet.data.sheet.blocks.flatMap((block) => block.items.filter((item) => own.has(item.itemId)).map((item) => ({ code: block.code, ids: [item.indicator?.id, ...item.inputs.map((input) => input.id)] })));
  const isNamed = (one: { blockCode: string; indicatorId: string }): boolean => blocks.some((block) => block.code === one.blockCode && block.ids.includes(one.indicatorId));
  const ids = new Set(blocks.flatMap((block) => block.ids));
  return {
    ...sheet.data,
    judgements,
    values: [...sheet.data.values.filter((one) => !isNamed(one)), ...fresh.values.filter(isNamed)],
    quality: [...sheet.data.quality.filter((one) => !ids.has(one.indicatorId)), ...fresh.quality.filter((one) => ids.has(one.indicatorId))],
  };
}
