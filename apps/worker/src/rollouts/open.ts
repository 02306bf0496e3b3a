import type { Transition } from '@fairmark/domain/process';
import { rolloutById } from '@fairmark/persistence/rollouts';
import type { ProcessContext } from '../processes/index.js';

/** A rollout begins with its first phase. */
export async function openRollout({ tx, process }: ProcessContext): Promise<Transition> {
  const { id, leadId, sponsorId, planId } = await rolloutById(tx, process.refId);
  return {
    outcome: 'opened', step: 'design', audit: [{ action: 'rollout.opened', object: id, after: { leadId, sponsorId, planId } }],
    open: [{ step: 'phaseStep', assignees: [{ employeeId: leadId, why: 'rolloutLead' }], subjectId: null, deadline: { duration: { n: 20, unit: 'workingDay' } }, timeout: 'remind', payload: { rolloutId: id } }],
  };
}
