import { processErrors, scoringErrors } from '@fairmark/contracts/errors';
import { AskForRatability, RatabilityOpinion } from '@fairmark/contracts/scoring';
import { scoreSheet } from '@fairmark/domain/scoring';
import type { Transition } from '@fairmark/domain/process';
import { insertComment } from '@fairmark/persistence/approvals';
import { sql, type Executor } from '@fairmark/persistence/database';
import { ratabilityPeople } from '@fairmark/persistence/reviews';
import { loadScoreInput } from '@fairmark/persistence/scoring';
import { refuse, type ActionHandler, type DecisionContext } from '../processes/index.js';
import { timingOf } from '../reviews/deadlines.js';
import { loadReview, type Review } from '../reviews/review.js';
import { finishSegment } from './finish.js';
import { stretchOf } from './stretch.js';

/** The scorer says that values which block the sheet will not come. Data under the quality limit are accepted elsewhere, not here. */
export const askForRatability: ActionHandler = {
  by: 'assignee',
  run: async (context) => {
    const { tx, process, visit } = context;
    const review = await loadReview(tx, process.refId);
    const { reason } = AskForRatability.parse(context.body);
    const { state, items } = scoreSheet(await loadScoreInput(tx, review, { ...stretchOf(visit), judgements: [] }));
    const missing = items.filter((item) => item.state === 'missing').map((item) => item.itemId);
    if (!(state === 'blocked' && missing.length > 0) && state !== 'notRatable') refuse(scoringErrors.ratable, { state });
    return openRatability(context, review, { missing, reason });
  },
};

/** Closes the scorer's visit and asks HR and the department head. */
export async function openRatability(context: DecisionContext, review: Review, { missing, reason }: { missing: string[]; reason: string | null }): Promise<Transition> {
  const { tx, now, visit, actorId, assigneeId } = context;
  const assignees = await ratabilityPeople(context, review);
  const { deadline, remindBefore = [] } = await timingOf(tx, review, 'scoring', assignees[0]?.employeeId ?? null, now);
  if (reason) await insertComment(tx, { workflowId: visit.workflowId, visitId: visit.id, authorId: actorId, kind: 'ratability', body: reason }, now);
  const payload = { segmentNo: stretchOf(visit).segmentNo, scorerId: assigneeId, missing };
  return {
    outcome: 'notRatable',
    details: { missing },
    close: [{ visitId: visit.id, outcome: 'notRatable', by: actorId }],
    open: [{ step: 'ratability', assignees, subjectId: review.employeeId, deadline, remindBefore, timeout: 'remind', payload }],
    audit: [{ action: 'ratability.asked', object: visit.id, after: payload, ...(reason ? { texts: { reason: { body: reason, ownerId: review.employeeId } } } : {}) }],
  };
}

/**
 * HR or the department head says whether the person is rated without the missing values. Both must act, any of the HR people asked; rated only
 * when both say so.
 */
export const decideRatability: ActionHandler = {
  by: 'assignee',
  run: async (context) => {
    const { tx, now, process, visit, actorId } = context;
    const review = await loadReview(tx, process.refId);
    const { decision, reason } = RatabilityOpinion.parse(context.body);
    const side = sideOf(context.tasks.find((task) => task.assigneeId === context.assigneeId)?.why);
    const done = await opinions(tx, visit.id);
    const same = done.find((one) => sideOf(one.why) === side);
    if (same) refuse(processErrors.alreadyDecided, { decidedBy: same.by, outcome: same.decision });
    await insertComment(tx, { workflowId: visit.workflowId, visitId: visit.id, authorId: actorId, kind: 'ratability', body: reason }, now);
    const audit = [{ action: 'ratability.decided', object: visit.id, after: { side, decision }, texts: { reason: { body: reason, ownerId: review.employeeId } } }];
    const [other] = done;
    if (!other) return { outcome: decision, decided: [{ visitId: visit.id, employeeId: context.assigneeId, decision }], audit };
    const outcome = decision === 'rate' && other.decision === 'rate' ? 'rate' : 'notRated';
    return conclude(context, review, { outcome, close: [{ visitId: visit.id, outcome, by: actorId }], audit });
  },
};

const sideOf = (why: string | undefined): 'hr' | 'head' => (why === 'hr' ? 'hr' : 'head');

async function opinions(tx: Executor, visitId: string): Promise<{ why: string; decision: string; by: string }[]> {
  return tx.all(sql<{ why: string; decision: string; by: string }>`select why, decision, decided_by as by from tasks where visit_id = ${visitId} and state = 'done' order by decided_at`);
}

async function conclude(context: DecisionContext, review: Review, transition: Transition): Promise<Transition> {
  const { tx, now, visit, assigneeId } = context;
  const { segmentNo } = stretchOf(visit);
  if (transition.outcome === 'notRated') return finishSegment(context, review, { segmentNo, by: assigneeId, totalCenti: null, scoreSheetId: null }, transition);
  const scorerId = String(visit.payload['scorerId']);
  const timing = await timingOf(tx, review, 'scoring', scorerId, now);
  return { ...transition, open: [{ step: 'scoring', assignees: [{ employeeId: scorerId, why: 'lineManager' }], subjectId: review.employeeId, ...timing, payload: { segmentNo, rateAnyway: true } }] };
}
