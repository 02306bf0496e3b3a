import type { PdcaSettings } from '@fairmark/contracts/pdca';
import type { VisitSpec } from '@fairmark/domain/process';
import { quarterById, settingsOf, type QuarterRow } from '@fairmark/persistence/pdca';
import { rolloutById, type RolloutRow } from '@fairmark/persistence/rollouts';
import type { ProcessContext } from '../processes/index.js';

/** A quarter with its rollout, as every rule of it needs them. */
export interface Quarter {
  row: QuarterRow;
  rollout: RolloutRow;
  settings: PdcaSettings;
}

export async function loadQuarter({ tx, process }: ProcessContext): Promise<Quarter> {
  const row = await quarterById(tx, process.refId);
  const rollout = await rolloutById(tx, row.rolloutId);
  return { row, rollout, settings: settingsOf(rollout.settings) };
}

/** A visit of the lead; who leads by the time it opens is asked. */
export const askLead = ({ row, rollout }: Quarter, step: string, deadline: VisitSpec['deadline']): VisitSpec => ({
  step, assignees: [{ employeeId: rollout.leadId, why: 'rolloutLead' }], subjectId: null, deadline, timeout: 'remind', payload: { rolloutId: row.rolloutId, key: row.quarter },
});
