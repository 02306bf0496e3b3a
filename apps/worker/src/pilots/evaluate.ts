import { pilotErrors } from '@fairmark/contracts/errors';
import { ConcludePilot, type MeasureEvaluation } from '@fairmark/contracts/pilots';
import { evaluateMeasure } from '@fairmark/domain/pilots';
import type { Transition } from '@fairmark/domain/process';
import { measures } from '@fairmark/domain/rollouts';
import { panelsOf, storeEvaluation } from '@fairmark/persistence/pilots';
import { setChildState } from '@fairmark/persistence/rollouts';
import { refuse, type DecisionContext, type ProcessContext } from '../processes/index.js';
import { reportToRollout } from '../rollouts/children.js';
import { askLead, loadPilot, type Pilot } from './pilot.js';

/** Compares both groups in every measure that names its indicator, and asks the lead to confirm. */
export async function evaluate({ tx, now }: ProcessContext, pilot: Pilot): Promise<Pick<Transition, 'outcome' | 'step' | 'open'>> {
  const { row, settings } = pilot;
  const found: MeasureEvaluation[] = [];
  for (const { key, indicator } of settings.guards) {
    if (!indicator) continue;
    const [mine, theirs] = [await panelsOf(tx, { pilotId: row.id, role: 'pilot', indicator, now }), await panelsOf(tx, { pilotId: row.id, role: 'comparison', indicator, now })];
    found.push(evaluateMeasure({ key, better: measures[key].direction === 'higher' ? 'up' : 'down', pilot: mine, comparison: theirs }, settings));
  }
  await storeEvaluation(tx, row.id, found);
  return { outcome: 'evaluated', step: 'evaluating', open: [askLead(pilot, 'evaluation', 5)] };
}

/** The lead confirms: the outcome is evidence for the rollout's gate. To pass without an effect that the data show is a judgement and says why. */
export async function conclude(context: DecisionContext): Promise<Transition> {
  const { tx, visit, actorId, now } = context;
  const { outcome, comment } = ConcludePilot.parse(context.body);
  const { row } = await loadPilot(context);
  const shown = (row.evaluation ?? []).some(({ favourable }) => favourable === true);
  if (outcome === 'passed' && !shown && !comment) refuse(pilotErrors.commentNeeded);
  await setChildState(tx, 'pilot', row.id, 'closed', now, outcome);
  return {
    outcome, close: [{ visitId: visit.id, outcome, by: actorId }], finish: { outcome }, signals: [reportToRollout(row.rolloutId, 'pilot', row.id)],
    audit: [{ action: 'pilot.concluded', object: row.id, after: { outcome, shown }, ...(comment ? { texts: { comment: { body: comment, ownerId: actorId } } } : {}) }],
  };
}
