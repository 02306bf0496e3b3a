import { ScoreSubmission } from '@fairmark/contracts/scoring';
import { checkResult, checkSubmission, scoreSheet } from '@fairmark/domain/scoring';
import type { Transition } from '@fairmark/domain/process';
import { dropDraft } from '@fairmark/persistence/reviews';
import { insertScoreSheet, loadScoreInput } from '@fairmark/persistence/scoring';
import type { ActionHandler, DecisionContext } from '../processes/index.js';
import { loadReview } from '../reviews/review.js';
import { finishSegment } from './finish.js';
import { openRatability } from './ratability.js';
import { stretchOf } from './stretch.js';

/**
 * A scorer hands in: the sheet is computed with the values of this instant. Refused while values, quality or points are missing; a person whose
 * sheet lacks too much goes to HR and the department head, and the points that were typed stay as the scorer's draft.
 */
export const submitScores: ActionHandler = {
  by: 'assignee',
  run: async (context) => {
    const { tx, now, process, visit, actorId, assigneeId } = context;
    const review = await loadReview(tx, process.refId);
    const { segmentNo, rateAnyway } = stretchOf(visit);
    const submission = ScoreSubmission.parse(context.body);
    const input = await loadScoreInput(tx, review, { segmentNo, rateAnyway, judgements: submission.items });
    checkSubmission(input.sheet, submission);
    const result = scoreSheet(input);
    if (result.state === 'notRatable') return openRatability(context, review, { missing: result.waitingFor, reason: null });
    checkResult(input.sheet, submission, result);
    const { judgements: _judgements, ...data } = input;
    const scoreSheetId = await insertScoreSheet(tx, review.id, { segmentNo, visitId: visit.id, scorerId: assigneeId, items: submission.items, result, comment: submission.comment, source: 'scoring', data }, now);
    await dropDraft(tx, actorId, `visit/${visit.id}`);
    return finishSegment(context, review, { segmentNo, by: assigneeId, totalCenti: result.totalCenti, scoreSheetId }, submitted(context, segmentNo, { scoreSheetId, totalCenti: result.totalCenti, flags: result.flags.map((flag) => flag.code) }));
  },
};

function submitted({ visit, actorId }: DecisionContext, segmentNo: number, after: Record<string, unknown>): Transition {
  return {
    outcome: 'scored',
    details: { segmentNo },
    close: [{ visitId: visit.id, outcome: 'scored', by: actorId }],
    audit: [{ action: 'scores.submitted', object: visit.id, after: { segmentNo, ...after } }],
  };
}
