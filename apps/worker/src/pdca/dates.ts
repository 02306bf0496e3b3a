import type { Duration } from '@fairmark/contracts/common';
import { addDays, endOfLocalDay } from '@fairmark/domain/calendar';
import { dateAfterMonths } from '@fairmark/domain/pdca';
import type { Deadline } from '@fairmark/domain/process';
import { calendarOf } from '@fairmark/persistence/calendar';
import type { ProcessContext } from '../processes/index.js';
import type { Quarter } from './quarter.js';

/** A quarter that was caught up after a downtime still gives the lead these days. */
const LEAST: Duration = { n: 5, unit: 'workingDay' };
const DAY_MS = 86_400_000;

type Phase = 'review' | 'adjust' | 'track';

/** The end of a phase, counted from the first day of the quarter in the lead's zone; what the quarter stood still is added. Nobody gets less than a few days, and no effect is followed for less than its length. */
export async function endOfPhase(context: ProcessContext, { row, rollout, settings }: Quarter, phase: Phase): Promise<Deadline> {
  if (settings.steps) return { duration: settings.steps[phase] };
  const { review, adjust, track } = settings.months;
  const months = { review, adjust: review + adjust, track: review + adjust + track }[phase];
  const { zone } = await calendarOf(context.tx, rollout.leadId);
  const planned = Date.parse(endOfLocalDay(addDays(dateAfterMonths(row.startsOn, months), -1), zone)) + row.pausedMs;
  const now = Date.parse(context.now);
  if (phase === 'track') return { at: new Date(Math.max(planned, now + track * 30 * DAY_MS)).toISOString(), zone };
  return planned > now + DAY_MS ? { at: new Date(planned).toISOString(), zone } : { duration: LEAST };
}
