import { DecideGuard } from '@fairmark/contracts/pilots';
import { brokenGuards } from '@fairmark/domain/pilots';
import type { Transition } from '@fairmark/domain/process';
import { cohortIds, storePause, storeReadings } from '@fairmark/persistence/pilots';
import { readMeasures, setChildState } from '@fairmark/persistence/rollouts';
import type { DecisionContext, VisitContext } from '../processes/index.js';
import { askLead, loadPilot } from './pilot.js';
import { stand } from './pause.js';

/** The next review is due: everything watched is read. A broken guard asks the lead or pauses the pilot, as configured; else the review is held. */
export async function readNow(context: VisitContext): Promise<Transition> {
  const { tx, now, visit } = context;
  const pilot = await loadPilot(context);
  const { row, settings } = pilot;
  const readings = await readMeasures(tx, { of: 'communities', rolloutId: row.rolloutId, communityIds: await cohortIds(tx, row.id, 'pilot') }, now, settings.guards.map(({ key }) => key));
  const broken = brokenGuards(settings.guards, readings);
  await storeReadings(tx, row.id, readings, broken);
  const close = [{ visitId: visit.id, outcome: 'read', byTimeout: true }];
  const audit = [{ action: 'pilot.read', object: row.id, after: { broken: broken.map(({ key }) => key) } }];
  if (broken.length === 0) return { outcome: 'read', close, open: [askLead(pilot, 'weeklyReview', 3)], audit };
  if (settings.onBrokenGuard === 'ask') return { outcome: 'guardBroken', close, open: [askLead(pilot, 'guardBroken', 2)], audit };
  await setChildState(tx, 'pilot', row.id, 'paused', now);
  await storePause(tx, row.id, 'guard', 'weeklyReview');
  return { outcome: 'paused', step: 'paused', close, open: [askLead(pilot, 'pause', 5)], audit: [...audit, { action: 'pilot.paused', object: row.id, after: { by: 'guard' } }] };
}

/** A broken guard is decided: on with a reason, or pause. */
export async function decideGuard(context: DecisionContext): Promise<Transition> {
  const { visit, actorId } = context;
  const { decision, reason } = DecideGuard.parse(context.body);
  if (decision === 'pause') return stand(context, 'lead', 'weeklyReview', reason);
  const pilot = await loadPilot(context);
  return {
    outcome: 'continued', close: [{ visitId: visit.id, outcome: 'continued', by: actorId }], open: [askLead(pilot, 'weeklyReview', 3)],
    audit: [{ action: 'pilot.guardAccepted', object: pilot.row.id, texts: { reason: { body: reason, ownerId: actorId } } }],
  };
}
