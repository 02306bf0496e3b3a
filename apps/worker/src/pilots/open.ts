import type { Transition } from '@fairmark/domain/process';
import { childById, rolloutById } from '@fairmark/persistence/rollouts';
import type { ProcessContext } from '../processes/index.js';

/** The lead of the rollout is asked first. */
export async function openPilot({ tx, process }: ProcessContext): Promise<Transition> {
  const child = await childById(tx, 'pilot', process.refId);
  const { leadId } = await rolloutById(tx, child.rolloutId);
  return {
    outcome: 'opened',
    step: 'choosing',
    open: [{ step: 'cohort', assignees: [{ employeeId: leadId, why: 'rolloutLead' }], subjectId: null, deadline: { duration: { n: 5, unit: 'workingDay' } }, timeout: 'remind', payload: { rolloutId: child.rolloutId, key: child.key } }],
    audit: [{ action: 'pilot.opened', object: process.refId, after: { rolloutId: child.rolloutId, key: child.key } }],
  };
}
