import { GiveOpinion } from '@fairmark/contracts/scoring';
import type { Transition, VisitSpec } from '@fairmark/domain/process';
import { insertComment } from '@fairmark/persistence/approvals';
import { scorersOf } from '@fairmark/persistence/reviews';
import type { ReviewSegment } from '@fairmark/persistence/scoring';
import type { ActionHandler, ProcessContext, VisitContext } from '../processes/index.js';
import { timingOf } from '../reviews/deadlines.js';
import type { Review } from '../reviews/review.js';

/** Asks the managers of short stretches, except those who score a longer one anyway or have left. Scoring does not wait for them. */
export async function opinionVisits(context: ProcessContext, review: Review, short: readonly ReviewSegment[], scoring: readonly Pick<VisitSpec, 'assignees'>[]): Promise<VisitSpec[]> {
  const asked = new Set(scoring.flatMap((visit) => visit.assignees.map((person) => person.employeeId)));
  const visits: VisitSpec[] = [];
  for (const segment of short) {
    const [manager] = await scorersOf(context, review, segment);
    if (manager?.why !== 'lineManager' || asked.has(manager.employeeId)) continue;
    asked.add(manager.employeeId);
    const { deadline, remindBefore = [] } = await timingOf(context.tx, review, 'scoring', manager.employeeId, context.now, 'scoring');
    visits.push({ step: 'opinion', assignees: [manager], subjectId: review.employeeId, deadline, remindBefore, timeout: 'moveOn', payload: { segmentNo: segment.no } });
  }
  return visits;
}

/** The opinion stands as a comment on the visit, for the scorer to read. */
export const giveOpinion: ActionHandler = {
  by: 'assignee',
  run: async ({ tx, now, visit, actorId, body }) => {
    const { text } = GiveOpinion.parse(body);
    const commentId = await insertComment(tx, { workflowId: visit.workflowId, visitId: visit.id, authorId: actorId, kind: 'opinion', body: text }, now);
    return { outcome: 'given', close: [{ visitId: visit.id, outcome: 'given', by: actorId }], audit: [{ action: 'opinion.given', object: visit.id, after: { commentId } }] };
  },
};

/** An opinion that is not given in time is missing, nothing else. */
export async function opinionNotGiven({ visit }: VisitContext): Promise<Transition> {
  return { outcome: 'notGiven', close: [{ visitId: visit.id, outcome: 'notGiven' }], audit: [{ action: 'opinion.notGiven', object: visit.id }] };
}
