import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { addWorkingDays, createCalendar, dueAt, isWorkingDay, localDateOf, pauseForLeave, withLeave, workingDaysBetween } from './index.js';

const people = [
  { zone: 'Asia/Shanghai', calendar: createCalendar({ country: 'CN' }) },
  { zone: 'Europe/Berlin', calendar: createCalendar({ country: 'DE' }) },
  { zone: 'America/New_York', calendar: createCalendar({ country: 'US' }) },
  { zone: 'Africa/Cairo', calendar: createCalendar({ country: 'EG', weekend: [5, 6] }) },
];
const person = fc.constantFrom(...people);
const instant = fc.integer({ min: 0, max: 2 * 365 * 24 * 60 }).map((m) => new Date(Date.parse('2026-01-01T00:00:00Z') + m * 60_000).toISOString());
const steps = fc.integer({ min: 1, max: 40 });

describe('deadlines of any person at any time', () => {
  it('end where the local date changes, right after a working day', () => {
    fc.assert(fc.property(person, instant, steps, ({ zone, calendar }, openedAt, n) => {
      const due = dueAt({ openedAt, duration: { n, unit: 'workingDay' }, zone, calendar }).dueAt;
      const lastDay = localDateOf(new Date(Date.parse(due) - 1).toISOString(), zone);
      expect(localDateOf(due, zone)).toBe(DateTime.fromISO(lastDay).plus({ days: 1 }).toISODate());
      expect(isWorkingDay(calendar, lastDay)).toBe(true);
      expect(workingDaysBetween(calendar, localDateOf(openedAt, zone), lastDay)).toBe(n);
    }));
  });

  it('never come earlier for more days or for a later opening', () => {
    fc.assert(fc.property(person, instant, instant, steps, ({ zone, calendar }, a, b, n) => {
      const at = (openedAt: string, days: number) => dueAt({ openedAt, duration: { n: days, unit: 'workingDay' }, zone, calendar }).dueAt;
      expect(at(a, n + 1) > at(a, n)).toBe(true);
      const [early, late] = a < b ? [a, b] : [b, a];
      expect(at(early, n) <= at(late, n)).toBe(true);
    }));
  });

  it('never come earlier because of leave, and agree with leave in the calendar', () => {
    const leave = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 30 }));
    fc.assert(fc.property(person, instant, steps, leave, ({ zone, calendar }, openedAt, n, [after, length]) => {
      const start = DateTime.fromISO(localDateOf(openedAt, zone)).plus({ days: after });
      const leaves = [{ validFrom: start.toFormat('yyyy-MM-dd'), validTo: start.plus({ days: length }).toFormat('yyyy-MM-dd') }];
      const window = { openedAt, duration: { n, unit: 'workingDay' as const }, zone, calendar };
      const paused = pauseForLeave({ ...window, leaves });
      expect(paused.dueAt >= dueAt(window).dueAt).toBe(true);
      expect(paused.dueAt).toBe(dueAt({ ...window, calendar: withLeave(calendar, leaves) }).dueAt);
    }));
  });

  it('count back to where they started', () => {
    fc.assert(fc.property(person, instant, steps, ({ zone, calendar }, openedAt, n) => {
      const last = addWorkingDays(calendar, localDateOf(openedAt, zone), n).date;
      expect(workingDaysBetween(calendar, addWorkingDays(calendar, last, -n).date, last)).toBe(n);
    }));
  });
});
