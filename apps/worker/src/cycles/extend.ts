import type { Duration } from '@fairmark/contracts/common';
import { ExtendStep, type CycleSchedule } from '@fairmark/contracts/cycles';
import { CycleErrors } from '@fairmark/contracts/errors';
import { addDays, addWorkingDays, createCalendar } from '@fairmark/domain/calendar';
import { recordHrAct, signalAll, targetVisits, type TargetVisit } from '@fairmark/persistence/cycles';
import { sql } from '@fairmark/persistence/database';
import { refuse, type DecisionContext } from '../processes/index.js';
import { cycleOf } from './access.js';
import type { ActedBy, Bulk } from './bulk.js';
import { stepsOfPeople } from './steps.js';

/** Moves the deadline of a step. Each review moves its own visits in its own transaction; for everybody the cycle's date moves too. */
export const extend: Bulk = {
  act: 'extend',
  people: async (context, by) => new Set((await visitsOf(context, by)).map((visit) => visit.reviewId)).size,
  async apply(context, by) {
    const { tx, process, now } = context;
    const { step, by: length, target, reason } = ExtendStep.parse(by.body);
    const visits = await visitsOf(context, by);
    if (visits.length === 0 && target.kind !== 'all') refuse(CycleErrors.nobodyConcerned);
    if (target.kind === 'all') await moveSchedule(context, step, length);
    const reviews = [...new Set(visits.map((visit) => visit.workflowId))];
    await signalAll(tx, reviews, { name: 'hrExtend', actorId: by.actorId, body: { steps: stepsOfPeople(step), by: length, reason, confirmedBy: by.confirmedBy } });
    await recordHrAct(tx, { cycleId: process.refId, reviewId: null, act: 'extend', actorId: by.actorId, confirmedBy: by.confirmedBy, reason, detail: { step, by: length, target: target.kind, people: reviews.length }, at: now });
    return {
      outcome: 'extended', details: { people: reviews.length },
      audit: [{ action: 'cycle.extended', object: process.refId, after: { step, by: length, people: reviews.length, confirmedBy: by.confirmedBy }, texts: { reason: { body: reason, ownerId: by.actorId } } }],
    };
  },
};

async function visitsOf({ tx, process }: DecisionContext, by: ActedBy): Promise<TargetVisit[]> {
  const { step, target } = ExtendStep.parse(by.body);
  return targetVisits(tx, { cycleId: process.refId, actorId: by.actorId, steps: stepsOfPeople(step), target });
}

/** People who come to the step later have the moved date too. */
async function moveSchedule(context: DecisionContext, step: ExtendStep['step'], by: Duration): Promise<void> {
  const { schedule, id } = await cycleOf(context);
  const entry = movedEntry(schedule[step], by);
  if (entry) await context.tx.run(sql`update cycles set schedule = ${JSON.stringify({ ...schedule, [step]: entry })}::jsonb where id = ${id}`);
}

/** A date moves by days of the company's calendar; a length by lengths of the same unit. Anything else stays: those who come later have the full length anyway. */
function movedEntry(entry: CycleSchedule[ExtendStep['step']], by: Duration): CycleSchedule[ExtendStep['step']] {
  if (!entry) return undefined;
  if ('after' in entry) return entry.after.unit === by.unit ? { after: { n: entry.after.n + by.n, unit: by.unit } } : undefined;
  if (by.unit === 'workingDay') return { dueOn: addWorkingDays(createCalendar({ country: 'CN' }), entry.dueOn, by.n).date };
  return by.unit === 'day' ? { dueOn: addDays(entry.dueOn, by.n) } : undefined;
}
