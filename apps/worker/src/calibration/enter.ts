import { arrive } from '@fairmark/persistence/calibration';
import { sql } from '@fairmark/persistence/database';
import type { ProcessContext } from '../processes/index.js';
import type { Enter } from '../reviews/enter.js';
import type { Review } from '../reviews/review.js';
import { enterPublication } from '../result/enter.js';

/**
 * The review joins its department's session and waits for the sign-off. The rating (or `notRatedReason`) is written before. Somebody whose session was signed off
 * already with them goes on to publication.
 */
export const enterCalibration: Enter = async (context, review) => {
  const arrived = await arrive(context.tx, { reviewId: review.id, cycleId: review.cycleId, departmentId: review.departmentId, standing: await standingOf(context, review) }, context.now);
  if (arrived.kind === 'settled') return enterPublication(context, review);
  const { session } = arrived;
  return {
    step: 'calibration',
    open: [{ step: 'calibration', assignees: [], subjectId: review.employeeId, deadline: null, timeout: 'none', payload: { sessionId: session.id } }],
    ...(arrived.kind === 'created'
      ? { start: [{ kind: 'calibration', workflowId: session.workflowId, refId: session.id }] }
      : { signals: [{ workflowId: session.workflowId, name: 'subjectArrived', body: { reviewId: review.id } }] }),
  };
};

async function standingOf({ tx }: ProcessContext, review: Review): Promise<'scored' | 'notRated'> {
  const rating = await tx.one(sql<{ band: string | null }>`select band from ratings where review_id = ${review.id} order by no desc limit 1`);
  return rating?.band ? 'scored' : 'notRated';
}
