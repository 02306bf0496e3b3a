import type { CycleStep } from '@fairmark/contracts/cycles';
import type { PlanStep } from '@fairmark/contracts/plans';
import { endOfLocalDay } from '@fairmark/domain/calendar';
import { stepRule } from '@fairmark/domain/plans';
import type { Deadline, TimeoutPolicy, VisitSpec } from '@fairmark/domain/process';
import type { Executor } from '@fairmark/persistence/database';
import { calendarOf } from '@fairmark/persistence/calendar';
import type { Review } from './review.js';

type Timing = Pick<VisitSpec, 'deadline' | 'timeout' | 'remindBefore'>;

/**
 * Deadline, time-out policy and reminders of a step: the cycle's schedule where it names the step (`scheduled`), else the plan's
 * length. A fixed date that has passed already gives way to the plan's length, so that nobody is late from the start.
 */
export async function timingOf(tx: Executor, review: Pick<Review, 'plan' | 'schedule'>, step: PlanStep, actorId: string | null, now: string, scheduled?: CycleStep): Promise<Timing> {
  const rule = stepRule(review.plan, step);
  const fallback: Deadline = { duration: rule.duration };
  const entry = scheduled ? review.schedule[scheduled] : undefined;
  return { deadline: entry ? await scheduledDeadline(tx, entry, actorId, now, fallback) : fallback, timeout: policyOf[rule.timeout.kind], remindBefore: rule.remindBefore };
}

async function scheduledDeadline(tx: Executor, entry: NonNullable<Review['schedule'][CycleStep]>, actorId: string | null, now: string, fallback: Deadline): Promise<Deadline> {
  if ('after' in entry) return { duration: entry.after };
  const { zone } = await calendarOf(tx, actorId);
  const at = endOfLocalDay(entry.dueOn, zone);
  return at > now ? { at, zone } : fallback;
}

const policyOf: Record<'escalate' | 'extend' | 'default', TimeoutPolicy> = { escalate: 'escalate', extend: 'remind', default: 'moveOn' };
