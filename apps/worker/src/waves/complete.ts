import { waveErrors } from '@fairmark/contracts/errors';
import { CheckExecution } from '@fairmark/contracts/waves';
import type { Transition } from '@fairmark/domain/process';
import { meets } from '@fairmark/domain/rollouts';
import { readMeasure, setChildState } from '@fairmark/persistence/rollouts';
import { releaseCommunities, storeCheck } from '@fairmark/persistence/waves';
import { refuse, type DecisionContext } from '../processes/index.js';
import { reportToRollout } from '../rollouts/children.js';
import { askLead, loadWave, PHASES, type Wave } from './wave.js';

const NEXT: Readonly<Record<string, string>> = { mobilisation: 'adoption', adoption: 'waveEvaluation' };

/** A step is done: the next one opens, or the wave ends. Adoption is done only where the handbook is carried out consistently enough. */
export async function complete(context: DecisionContext): Promise<Transition> {
  const { visit, actorId } = context;
  const wave = await loadWave(context);
  if (visit.step === 'adoption') await mustBeConsistent(context, wave);
  const next = NEXT[visit.step];
  if (!next) return end(context, wave);
  return { outcome: 'completed', step: String(PHASES[next]), close: [{ visitId: visit.id, outcome: 'completed', by: actorId }], open: [askLead(wave, next)], audit: [{ action: 'wave.stepCompleted', object: wave.row.id, after: { step: visit.step } }] };
}

async function mustBeConsistent({ tx, now }: DecisionContext, { row, settings: { consistencyMin: min } }: Wave): Promise<void> {
  const { value } = await readMeasure(tx, 'executionConsistency', { of: 'wave', rolloutId: row.rolloutId, waveId: row.id }, now);
  if (meets(value, { min }) !== true) refuse(waveErrors.inconsistent, { value, min });
}

async function end({ tx, visit, actorId, now }: DecisionContext, { row }: Wave): Promise<Transition> {
  await releaseCommunities(tx, row.id);
  await setChildState(tx, 'wave', row.id, 'closed', now, 'done');
  return { outcome: 'done', close: [{ visitId: visit.id, outcome: 'done', by: actorId }], finish: { outcome: 'done' }, signals: [reportToRollout(row.rolloutId, 'wave', row.id)], audit: [{ action: 'wave.done', object: row.id }] };
}

/** What a check found in one community. */
export async function checkExecution({ tx, process, actorId, now, body }: DecisionContext): Promise<Transition> {
  const { communityId, done } = CheckExecution.parse(body);
  if (!(await storeCheck(tx, process.refId, communityId, done, actorId, now))) refuse(waveErrors.communityRefused, { communityIds: [communityId] });
  return { outcome: 'checked', audit: [{ action: 'wave.checked', object: process.refId, after: { communityId, done } }] };
}
