import { pilotErrors } from '@fairmark/contracts/errors';
import { FreezeCohort, type CohortProposal } from '@fairmark/contracts/pilots';
import { coverageOf } from '@fairmark/domain/pilots';
import type { Transition } from '@fairmark/domain/process';
import { candidatesOf, freezeCohort, storeMeasures } from '@fairmark/persistence/pilots';
import { readMeasures, scopeCommunities } from '@fairmark/persistence/rollouts';
import { refuse, type DecisionContext } from '../processes/index.js';
import { loadPilot, monitoringVisit } from './pilot.js';

/** The lead takes the proposal or another choice with a reason. From now on the cohort stands, with the baselines of what is watched. */
export async function freeze(context: DecisionContext): Promise<Transition> {
  const { tx, visit, actorId, now } = context;
  const body = FreezeCohort.parse(context.body);
  const pilot = await loadPilot(context);
  const { row, settings } = pilot;
  const all = await candidatesOf(tx, await scopeCommunities(tx, { of: 'rollout', rolloutId: row.rolloutId }), now.slice(0, 10));
  const chosen = [...body.pilotIds, ...body.comparisonIds];
  const wrong = chosen.filter((id, index) => chosen.indexOf(id) !== index || !all.some((candidate) => candidate.id === id));
  if (wrong.length > 0) refuse(pilotErrors.communityRefused, { communityIds: wrong });
  if (!body.reason && !isProposed(body, row.proposal)) refuse(pilotErrors.reasonNeeded);
  const members = all.filter(({ id }) => chosen.includes(id)).map((candidate) => ({ ...candidate, role: body.pilotIds.includes(candidate.id) ? ('pilot' as const) : ('comparison' as const) }));
  await freezeCohort(tx, row.id, members, now);
  await storeMeasures(tx, row.id, settings.guards, await readMeasures(tx, { of: 'communities', rolloutId: row.rolloutId, communityIds: body.pilotIds }, now, settings.guards.map(({ key }) => key)));
  const uncovered = coverageOf(all, body.pilotIds, settings.perStratum).filter(({ why }) => why).length;
  return {
    outcome: 'frozen', step: 'running', close: [{ visitId: visit.id, outcome: 'frozen', by: actorId }], open: [monitoringVisit(pilot)],
    audit: [{ action: 'pilot.frozen', object: row.id, after: { pilots: body.pilotIds.length, comparison: body.comparisonIds.length, uncovered }, ...(body.reason ? { texts: { reason: { body: body.reason, ownerId: actorId } } } : {}) }],
  };
}

const same = (one: readonly string[], other: readonly string[]): boolean => JSON.stringify([...one].sort()) === JSON.stringify([...other].sort());

const isProposed = ({ pilotIds, comparisonIds }: FreezeCohort, proposal: CohortProposal | null): boolean =>
  proposal !== null && same(pilotIds, proposal.pilots) && same(comparisonIds, proposal.matches.map(({ comparisonId }) => comparisonId));
