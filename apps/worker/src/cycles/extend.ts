import type { Duration } from '@fairmark/contracts/common';
import { ExtendStep, type CycleSchedule, type DeadlineWish } from '@fairmark/contracts/cycles';
import { CycleErrors } from '@fairmark/contracts/errors';
import { addDays, addWorkingDays, createCalendar } from '@fairmark/domain/calendar';
import { deadlineTargets, recordHrAct, signalAll, type TargetVisit } from '@fairmark/persistence/cycles';
import { sql } from '@fairmark/persistence/database';
import { storeDeadlineMove } from '@fairmark/persistence/deadlines';
import { refuse, type ProcessContext } from '../processes/index.js';
import { cycleOf } from './access.js';
import type { ActedBy, Bulk } from './bulk.js';

type Step = NonNullable<ExtendStep['step']>;
type Entry = CycleSchedule[Step];

/** Moves the deadline of a step, or of all. Each process moves its own visits in its own transaction and writes the result down; for everybody the cycle's dates move too. */
export const extend: Bulk = {
  act: 'extend',
  people: async (context, by) => new Set((await visitsOf(context, by)).map((visit) => visit.reviewId)).size,
  async apply(context, by) {
    const { tx, process, now } = context;
    const { step = null, target, reason, ...wish } = ExtendStep.parse(by.body);
    const visits = await visitsOf(context, by);
    if (visits.length === 0 && target.kind !== 'all') refuse(CycleErrors.nobodyConcerned);
    if (target.kind === 'all') await moveSchedule(context, step, wish);
    const people = new Set(visits.map((visit) => visit.reviewId)).size;
    const moveId = await storeDeadlineMove(tx, { cycleId: process.refId, step, target, wish, reason, actorId: by.actorId, confirmedBy: by.confirmedBy, at: now }, visits.map((visit) => visit.visitId));
    await signalAll(tx, [...new Set(visits.map((visit) => visit.workflowId))], { name: 'hrExtend', actorId: by.actorId, body: { moveId } });
    await recordHrAct(tx, { cycleId: process.refId, reviewId: null, act: 'extend', actorId: by.actorId, confirmedBy: by.confirmedBy, reason, detail: { step, ...wish, target: target.kind, people, moveId }, at: now });
    return {
      outcome: 'extended', details: { people, moveId },
      audit: [{ action: 'cycle.extended', object: process.refId, after: { step, ...wish, people, moveId, confirmedBy: by.confirmedBy }, texts: { reason: { body: reason, ownerId: by.actorId } } }],
    };
  },
};

async function visitsOf({ tx, process }: ProcessContext, by: ActedBy): Promise<TargetVisit[]> {
  const { step, target } = ExtendStep.parse(by.body);
  return deadlineTargets(tx, { cycleId: process.refId, actorId: by.actorId, step: step ?? null, target });
}

/** People who come to a step later have the moved date too. A date for all steps at once would mean nothing for those that nobody has reached. */
async function moveSchedule(context: ProcessContext, step: Step | null, wish: DeadlineWish): Promise<void> {
  const { schedule, id } = await cycleOf(context);
  const steps: Step[] = step ? [step] : wish.by ? ['goalSetting', 'selfReview', 'scoring', 'acceptance'] : [];
  const moved = steps.flatMap((name) => {
    const entry = movedEntry(schedule[name], wish);
    return entry ? [[name, entry] as const] : [];
  });
  if (moved.length > 0) await context.tx.run(sql`update cycles set schedule = ${JSON.stringify({ ...schedule, ...Object.fromEntries(moved) })}::jsonb where id = ${id}`);
}

const movedEntry = (entry: Entry, { by, to }: DeadlineWish): Entry => (by ? later(entry, by) : to ? { dueOn: to } : undefined);

/** A date moves by days of the company's calendar; a length by lengths of the same unit. Anything else stays: those who come later have the full length anyway. */
function later(entry: Entry, by: Duration): Entry {
  if (!entry) return undefined;
  if ('after' in entry) return entry.after.unit === by.unit ? { after: { n: entry.after.n + by.n, unit: by.unit } } : undefined;
  if (by.unit === 'workingDay') return { dueOn: addWorkingDays(createCalendar({ country: 'CN' }), entry.dueOn, by.n).date };
  return by.unit === 'day' ? { dueOn: addDays(entry.dueOn, by.n) } : undefined;
}
