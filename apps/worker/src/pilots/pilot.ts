import type { PilotSettings } from '@fairmark/contracts/pilots';
import type { Transition, VisitSpec } from '@fairmark/domain/process';
import { pilotById, pilotSettingsOf, type PilotRow } from '@fairmark/persistence/pilots';
import { openVisits } from '@fairmark/persistence/process';
import { rolloutById, type RolloutRow } from '@fairmark/persistence/rollouts';
import type { ProcessContext } from '../processes/index.js';

/** A pilot with its rollout, as every rule of it needs them. */
export interface Pilot {
  row: PilotRow;
  rollout: RolloutRow;
  settings: PilotSettings;
}

export async function loadPilot({ tx, process }: ProcessContext): Promise<Pilot> {
  const row = await pilotById(tx, process.refId);
  const rollout = await rolloutById(tx, row.rolloutId);
  return { row, rollout, settings: pilotSettingsOf(rollout.settings) };
}

/** A visit of the lead; who leads by the time it opens is asked. */
export const askLead = ({ row, rollout }: Pilot, step: string, workingDays: number): VisitSpec => ({
  step, assignees: [{ employeeId: rollout.leadId, why: 'rolloutLead' }], subjectId: null, deadline: { duration: { n: workingDays, unit: 'workingDay' } }, timeout: 'remind', payload: { rolloutId: row.rolloutId, key: String(row.no) },
});

/** Nobody acts until the next review is due. */
export const monitoringVisit = ({ row, settings }: Pilot): VisitSpec => ({
  step: 'monitoring', assignees: [], subjectId: null, deadline: { duration: settings.reviewEvery }, timeout: 'moveOn', payload: { rolloutId: row.rolloutId, key: String(row.no) },
});

export const closings = async ({ tx, process }: ProcessContext, outcome: string, by?: string): Promise<NonNullable<Transition['close']>> =>
  (await openVisits(tx, process.workflowId)).map((visit) => ({ visitId: visit.id, outcome, ...(by ? { by } : {}) }));
