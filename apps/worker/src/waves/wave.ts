import type { WaveSettings } from '@fairmark/contracts/waves';
import type { Transition, VisitSpec } from '@fairmark/domain/process';
import { openVisits } from '@fairmark/persistence/process';
import { childById, rolloutById, type ChildRow, type RolloutRow } from '@fairmark/persistence/rollouts';
import { waveSettingsOf } from '@fairmark/persistence/waves';
import type { ProcessContext } from '../processes/index.js';

/** A wave with its rollout, as every rule of it needs them. */
export interface Wave {
  row: ChildRow;
  rollout: RolloutRow;
  settings: WaveSettings;
}

export async function loadWave({ tx, process }: ProcessContext): Promise<Wave> {
  const row = await childById(tx, 'wave', process.refId);
  const rollout = await rolloutById(tx, row.rolloutId);
  return { row, rollout, settings: waveSettingsOf(rollout.settings) };
}

/** Phase in which each step stands. */
export const PHASES: Readonly<Record<string, string>> = { preparation: 'preparing', mobilisation: 'mobilising', adoption: 'adopting', waveEvaluation: 'evaluating' };

const lengthOf = (step: string, settings: WaveSettings): { n: number; unit: 'day' | 'workingDay' } =>
  step === 'mobilisation' ? { n: settings.mobilisationDays, unit: 'day' }
  : step === 'adoption' ? { n: settings.adoptionDays, unit: 'day' }
  : step === 'waveEvaluation' ? { n: settings.evaluationDays, unit: 'day' }
  : { n: 5, unit: 'workingDay' };

/** A visit of the lead; who leads by the time it opens is asked. Late means reminded: no step of a wave passes by itself. */
export const askLead = ({ row, rollout, settings }: Wave, step: string): VisitSpec => ({
  step, assignees: [{ employeeId: rollout.leadId, why: 'rolloutLead' }], subjectId: null, deadline: { duration: lengthOf(step, settings) }, timeout: 'remind', payload: { rolloutId: row.rolloutId, key: row.key },
});

export const closings = async ({ tx, process }: ProcessContext, outcome: string, by?: string): Promise<NonNullable<Transition['close']>> =>
  (await openVisits(tx, process.workflowId)).map((visit) => ({ visitId: visit.id, outcome, ...(by ? { by } : {}) }));
