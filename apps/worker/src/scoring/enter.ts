import type { ProcessContext } from '../processes/index.js';
import type { Entry, Enter } from '../reviews/enter.js';
import type { Review } from '../reviews/review.js';

/** Opens scoring for whoever managed the person in the period. */
export const enterScoring: Enter = async (context: ProcessContext, review: Review): Promise<Entry> => {
  void context;
  return { step: 'scoring', open: [{ step: 'scoring', assignees: [], subjectId: review.employeeId, deadline: null, timeout: 'escalate' }] };
};

/** What an appeal sends back to scoring: only these items, by the named scorer. */
export interface RescoringOrder {
  items: string[];
  scorerId: string;
  appealId: string;
}

/** Opens scoring of the named items again. When it is done the appeal gets the event `rescored`. */
export async function enterRescoring(context: ProcessContext, review: Review, order: RescoringOrder): Promise<Entry> {
  void context;
  return { open: [{ step: 'rescoring', assignees: [{ employeeId: order.scorerId, why: 'rescorer' }], subjectId: review.employeeId, deadline: null, timeout: 'escalate', payload: { ...order } }] };
}
