import type { Transition } from '@fairmark/domain/process';
import type { ProcessContext } from '../processes/index.js';
import { endOfPhase } from './dates.js';
import { askLead, loadQuarter } from './quarter.js';

/** A quarter begins with its review. */
export async function openQuarter(context: ProcessContext): Promise<Transition> {
  const quarter = await loadQuarter(context);
  const { row } = quarter;
  return {
    outcome: 'opened', step: 'reviewing', open: [askLead(quarter, 'quarterReview', await endOfPhase(context, quarter, 'review'))],
    audit: [{ action: 'pdcaQuarter.opened', object: row.id, after: { rolloutId: row.rolloutId, key: row.quarter } }],
  };
}
