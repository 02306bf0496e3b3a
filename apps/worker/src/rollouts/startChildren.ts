import { RolloutErrors } from '@fairmark/contracts/errors';
import { GrantPilot, StartWave, type RolloutPhase } from '@fairmark/contracts/rollouts';
import type { Transition } from '@fairmark/domain/process';
import { childrenOf, grantPilot, insertPilot, insertQuarter, insertWave, pilotGrants } from '@fairmark/persistence/rollouts';
import { refuse, type DecisionContext, type EventContext, type VisitContext } from '../processes/index.js';
import { startChild } from './children.js';
import { quarterVisit } from './phases.js';
import { mustHaveVersion } from './planVersion.js';
import { stateOf, type RolloutState } from './state.js';

function mustBeIn({ rollout }: RolloutState, phase: RolloutPhase): void {
  if (rollout.state === 'held') refuse(RolloutErrors.isHeld);
  if (rollout.phase !== phase) refuse(RolloutErrors.wrongPhase, { phase: rollout.phase });
}

/** Another iteration of the pilot, as many as the settings allow; more only with an exception of the sponsor for each. */
export async function startPilot(context: DecisionContext): Promise<Transition> {
  const { tx, process, now } = context;
  const state = await stateOf(context);
  mustBeIn(state, 'pilot');
  mustHaveVersion(state);
  const pilots = await childrenOf(tx, 'pilot', process.refId);
  if (pilots.some((pilot) => pilot.state !== 'closed') || pilots.at(-1)?.outcome === 'passed') refuse(RolloutErrors.pilotRunning);
  const limit = state.settings.pilotLimit + (await pilotGrants(tx, process.refId));
  if (pilots.length >= limit) refuse(RolloutErrors.pilotLimit, { limit });
  const pilot = await insertPilot(tx, process.refId, pilots.length + 1, now);
  return { outcome: 'started', start: [startChild('pilot', pilot)], audit: [{ action: 'rollout.pilotStarted', object: pilot.id, after: { no: pilots.length + 1 } }] };
}

/** The sponsor's recorded exception for one more pilot. */
export async function grant(context: DecisionContext): Promise<Transition> {
  const { reason } = GrantPilot.parse(context.body);
  mustBeIn(await stateOf(context), 'pilot');
  await grantPilot(context.tx, context.process.refId, context.actorId, reason, context.now);
  return { outcome: 'granted', audit: [{ action: 'rollout.pilotGranted', object: context.process.refId, texts: { reason: { body: reason, ownerId: context.actorId } } }] };
}

export async function startWave(context: DecisionContext): Promise<Transition> {
  const { name } = StartWave.parse(context.body);
  const { tx, process, now } = context;
  const state = await stateOf(context);
  mustBeIn(state, 'rollout');
  mustHaveVersion(state);
  const no = (await childrenOf(tx, 'wave', process.refId)).length + 1;
  const wave = await insertWave(tx, process.refId, no, name, now);
  return { outcome: 'started', details: { id: wave.id, no }, start: [startChild('wave', wave)], audit: [{ action: 'rollout.waveStarted', object: wave.id, after: { no } }] };
}

/** A quarter begins by itself. When its day has long passed, the next ones follow at once: none is left out. */
export async function beginQuarter(context: VisitContext): Promise<Transition> {
  const { tx, process, now, visit } = context;
  const [quarter, startsOn] = [String(visit.payload['quarter']), String(visit.payload['startsOn'])];
  const started = await insertQuarter(tx, process.refId, { quarter, startsOn }, now);
  return {
    outcome: 'started', close: [{ visitId: visit.id, outcome: 'started', byTimeout: true }], open: [quarterVisit(await stateOf(context), startsOn)], start: started ? [startChild('pdcaQuarter', started)] : [],
    audit: [{ action: 'rollout.quarterStarted', object: process.refId, after: { quarter } }],
  };
}

/** A child has something to tell: how it stands is in its row, which readiness reads live. Told while held, nothing is lost: whoever resumes reads the rows. */
export async function childReported(context: EventContext): Promise<Transition | null> {
  const { rollout } = await stateOf(context);
  const { kind, childId } = context.body;
  if (rollout.state === 'held') return null;
  return { outcome: 'reported', audit: [{ action: 'rollout.childReported', object: String(childId), after: { kind } }], notices: [{ employeeId: rollout.leadId, kind: 'rollout.childReported', link: `/rollouts/${rollout.id}` }] };
}
