import { NudgeStep } from '@fairmark/contracts/cycles';
import { stepsOfPeople } from '@fairmark/domain/cycles';
import { targetVisits, type TargetVisit } from '@fairmark/persistence/cycles';
import { nudgePeople } from '@fairmark/persistence/notices';
import type { ProcessContext } from '../processes/index.js';
import type { ActedBy, Bulk } from './bulk.js';

/** Reminds whoever a step waits for, each person once a day. Changes no review, so it needs no events. */
export const nudge: Bulk = {
  act: 'nudge',
  people: async (context, by) => new Set((await visitsOf(context, by)).map((visit) => visit.reviewId)).size,
  async apply(context, by) {
    const { tx, process, now } = context;
    const visits = await visitsOf(context, by);
    const reminded = await nudgePeople(tx, visits.map((visit) => visit.visitId), { by: by.actorId, now });
    return { outcome: 'nudged', details: { people: reminded }, audit: [{ action: 'cycle.nudged', object: process.refId, after: { step: NudgeStep.parse(by.body).step, reminded, confirmedBy: by.confirmedBy } }] };
  },
};

async function visitsOf({ tx, process }: ProcessContext, by: ActedBy): Promise<TargetVisit[]> {
  const { step, target } = NudgeStep.parse(by.body);
  return targetVisits(tx, { cycleId: process.refId, actorId: by.actorId, steps: stepsOfPeople(step), target });
}
