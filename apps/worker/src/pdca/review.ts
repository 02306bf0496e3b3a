import { CompleteQuarterReview } from '@fairmark/contracts/pdca';
import { reviewGaps } from '@fairmark/domain/pdca';
import type { Transition } from '@fairmark/domain/process';
import { writeReview } from '@fairmark/persistence/pdca';
import { refuse, type DecisionContext } from '../processes/index.js';
import { endOfPhase } from './dates.js';
import { askLead, loadQuarter } from './quarter.js';

/** The five dimensions are looked at on live measures and user research; then adjustments are proposed. */
export async function completeReview(context: DecisionContext): Promise<Transition> {
  const { tx, visit, actorId } = context;
  const body = CompleteQuarterReview.parse(context.body);
  const gap = reviewGaps(body);
  if (gap) refuse(gap.code, gap.details);
  const quarter = await loadQuarter(context);
  await writeReview(tx, quarter.row.id, body);
  return {
    outcome: 'reviewed', step: 'adjusting', close: [{ visitId: visit.id, outcome: 'reviewed', by: actorId }], open: [askLead(quarter, 'adjustment', await endOfPhase(context, quarter, 'adjust'))],
    audit: [{ action: 'pdcaQuarter.reviewed', object: quarter.row.id, after: { ratings: body.findings.map(({ dimension, rating }) => ({ dimension, rating })), research: body.research.length } }],
  };
}
