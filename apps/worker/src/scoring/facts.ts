import { isPresentEnough } from '@fairmark/domain/calendar';
import { reviewFacts } from '@fairmark/persistence/cycles';
import { sql } from '@fairmark/persistence/database';
import { loadSegments, replaceSegments, type ReviewSegment } from '@fairmark/persistence/scoring';
import type { ProcessContext } from '../processes/index.js';
import type { Review } from '../reviews/review.js';

export interface PeriodFacts {
  review: Review;
  /** Present for at least a third of the period. */
  present: boolean;
  /** Stretches that are scored, each by its own person; at least one. */
  scored: ReviewSegment[];
  /** Stretches too short to be scored. */
  short: ReviewSegment[];
}

/**
 * What the organisation says about the person now that the period has ended: days present, department that calibrates, manager, and the stretches
 * under different managers. Replaces what was known at the launch.
 */
export async function factsAtPeriodEnd({ tx, now }: ProcessContext, review: Review): Promise<PeriodFacts> {
  const [facts] = await reviewFacts(tx, { id: review.cycleId, planId: review.planId, periodStart: review.periodStart, periodEnd: review.periodEnd }, [review.employeeId], now);
  if (!facts) return { review, present: true, ...stretchesOf(review, await loadSegments(tx, review.id)) };
  const { departmentId, managerId, nextManagerId, eligibleDays, periodDays } = facts;
  const current: Review = { ...review, departmentId, managerId: managerId ?? review.managerId, nextManagerId };
  await tx.run(sql`
    update reviews set department_id = ${departmentId}, manager_id = ${current.managerId}, next_manager_id = ${nextManagerId}, eligible_days = ${eligibleDays}, period_days = ${periodDays} where id = ${review.id}`);
  await replaceSegments(tx, review.id, facts.segments, current.managerId ?? review.employeeId);
  return { review: current, present: isPresentEnough({ eligibleDays, periodDays }), ...stretchesOf(current, await loadSegments(tx, review.id)) };
}

/** Somebody without any stretch is scored once, by the manager of the review. */
function stretchesOf(review: Review, segments: readonly ReviewSegment[]): Pick<PeriodFacts, 'scored' | 'short'> {
  const scored = segments.filter((segment) => segment.scored);
  if (scored.length > 0) return { scored, short: segments.filter((segment) => !segment.scored) };
  const whole = { no: 1, managerId: review.managerId ?? review.employeeId, departmentId: review.departmentId, from: review.periodStart, to: review.periodEnd, scored: true };
  return { scored: [whole], short: [] };
}
