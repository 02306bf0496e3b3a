import { relationsTo } from '@fairmark/persistence/access';
import type { DecisionContext } from '../processes/index.js';

/** HR whose scope covers the person's department; never in the own case. */
export async function isHrOfReview({ tx, process, actorId }: DecisionContext): Promise<boolean> {
  const { relations } = await relationsTo(tx, actorId, 'review', process.refId);
  return relations.has('hr') && !relations.has('self');
}
