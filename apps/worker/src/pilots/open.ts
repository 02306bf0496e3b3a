import { proposeCohort } from '@fairmark/domain/pilots';
import type { Transition } from '@fairmark/domain/process';
import { candidatesOf, storeProposal } from '@fairmark/persistence/pilots';
import { scopeCommunities } from '@fairmark/persistence/rollouts';
import type { ProcessContext } from '../processes/index.js';
import { askLead, loadPilot } from './pilot.js';

/** A pilot begins with a proposal of its cohort, stored once, and the lead is asked to freeze or change it. */
export async function openPilot(context: ProcessContext): Promise<Transition> {
  const { tx, now } = context;
  const pilot = await loadPilot(context);
  const { row, settings } = pilot;
  const candidates = await candidatesOf(tx, await scopeCommunities(tx, { of: 'rollout', rolloutId: row.rolloutId }), now.slice(0, 10));
  const proposal = proposeCohort(candidates, settings);
  await storeProposal(tx, row.id, proposal);
  return {
    outcome: 'opened', step: 'choosing', open: [askLead(pilot, 'cohort', 5)],
    audit: [{ action: 'pilot.opened', object: row.id, after: { rolloutId: row.rolloutId, key: String(row.no), proposed: proposal.pilots.length, uncovered: proposal.coverage.filter(({ why }) => why).length } }],
  };
}
