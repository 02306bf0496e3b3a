import { describe, expect, it } from '@jest/globals';
import { createCalendar, dueAt, laterDue, localDateOf, pauseForLeave, reminderInstants } from './index.js';

const china = createCalendar({ country: 'CN' });
const germany = createCalendar({ country: 'DE' });
const us = createCalendar({ country: 'US' });
const shanghai = 'Asia/Shanghai';
const days = (n: number) => ({ n, unit: 'workingDay' as const });

describe('dueAt', () => {
  it('ends at 24:00 local of the last working day across the October holiday', () => {
    const due = dueAt({ openedAt: '2026-09-30T09:00:00Z', duration: days(3), zone: shanghai, calendar: china });
    expect(due).toEqual({ dueAt: '2026-10-10T16:00:00.000Z', zone: shanghai, provisional: false });
  });

  it('takes the opening day from the zone of the person who acts', () => {
    const openedAt = '2026-10-08T17:00:00Z';
    expect(dueAt({ openedAt, duration: days(1), zone: shanghai, calendar: china }).dueAt).toBe('2026-10-10T16:00:00.000Z');
    expect(dueAt({ openedAt, duration: days(1), zone: 'Europe/Berlin', calendar: germany }).dueAt).toBe('2026-10-09T22:00:00.000Z');
  });

  it('keeps local midnight across the change of the clock', () => {
    const berlin = (openedAt: string) => dueAt({ openedAt, duration: days(1), zone: 'Europe/Berlin', calendar: germany }).dueAt;
    expect(berlin('2026-03-26T08:00:00Z')).toBe('2026-03-27T23:00:00.000Z');
    expect(berlin('2026-03-27T08:00:00Z')).toBe('2026-03-30T22:00:00.000Z');
    const newYork = dueAt({ openedAt: '2026-10-30T15:00:00Z', duration: days(1), zone: 'America/New_York', calendar: us });
    expect(newYork.dueAt).toBe('2026-11-03T05:00:00.000Z');
  });

  it('ends a day that has no midnight, or two, at the first instant of the next date', () => {
    const day = { n: 0, unit: 'day' as const };
    expect(dueAt({ openedAt: '2026-04-23T10:00:00Z', duration: day, zone: 'Africa/Cairo', calendar: germany }).dueAt).toBe('2026-04-23T22:00:00.000Z');
    expect(dueAt({ openedAt: '2026-10-31T16:00:00Z', duration: day, zone: 'America/Havana', calendar: germany }).dueAt).toBe('2026-11-01T04:00:00.000Z');
  });

  it('counts calendar days the same way and hours and seconds as elapsed time', () => {
    const at = (n: number, unit: 'day' | 'hour' | 'second') => dueAt({ openedAt: '2026-10-01T01:00:00Z', duration: { n, unit }, zone: shanghai, calendar: china }).dueAt;
    expect(at(2, 'day')).toBe('2026-10-03T16:00:00.000Z');
    expect(at(2, 'hour')).toBe('2026-10-01T03:00:00.000Z');
    expect(at(2, 'second')).toBe('2026-10-01T01:00:02.000Z');
  });

  it('is provisional only when a counted day lies in an unannounced year', () => {
    const at = (openedAt: string, n: number) => dueAt({ openedAt, duration: days(n), zone: shanghai, calendar: china });
    expect(at('2026-12-30T02:00:00Z', 1)).toMatchObject({ dueAt: '2026-12-31T16:00:00.000Z', provisional: false });
    expect(at('2026-12-30T02:00:00Z', 2)).toMatchObject({ dueAt: '2027-01-04T16:00:00.000Z', provisional: true });
    expect(dueAt({ openedAt: '2026-12-30T02:00:00Z', duration: { n: 9, unit: 'day' }, zone: shanghai, calendar: china }).provisional).toBe(false);
  });

  it('moves a deadline only to a later instant', () => {
    const early = dueAt({ openedAt: '2026-10-08T02:00:00Z', duration: days(1), zone: shanghai, calendar: china });
    const late = dueAt({ openedAt: '2026-10-08T02:00:00Z', duration: days(2), zone: shanghai, calendar: china });
    expect([laterDue(early, late), laterDue(late, early)]).toEqual([late, late]);
  });

  it('refuses unknown zones and instants without an offset', () => {
    const at = (openedAt: string, zone: string) => () => dueAt({ openedAt, duration: days(1), zone, calendar: china });
    expect(at('2026-10-08T02:00:00Z', 'Mars/Base')).toThrow(expect.objectContaining({ code: 'CALENDAR.UNKNOWN_ZONE' }));
    expect(at('2026-10-08T02:00:00', shanghai)).toThrow(expect.objectContaining({ code: 'CALENDAR.INVALID_INSTANT' }));
  });
});

describe('pauseForLeave', () => {
  const window = { openedAt: '2026-11-02T02:00:00Z', duration: days(7), zone: shanghai, calendar: china };
  const leaves = [{ validFrom: '2026-11-05', validTo: '2026-11-10' }];

  it('does not count leave days of the window', () => {
    expect(dueAt(window).dueAt).toBe('2026-11-11T16:00:00.000Z');
    expect(pauseForLeave({ ...window, leaves })).toEqual({ dueAt: '2026-11-16T16:00:00.000Z', zone: shanghai, provisional: false, pausedDays: 3 });
  });

  it('gives the same end when leave is already in the calendar or passed twice', () => {
    const twice = pauseForLeave({ ...window, leaves: [...leaves, ...leaves] });
    expect(twice.dueAt).toBe('2026-11-16T16:00:00.000Z');
    expect(twice.pausedDays).toBe(3);
  });

  it('also pauses a buffer in calendar days, not one in seconds', () => {
    const buffer = pauseForLeave({ ...window, duration: { n: 56, unit: 'day' }, leaves });
    expect(localDateOf(buffer.dueAt, shanghai)).toBe('2027-01-03');
    expect(buffer.pausedDays).toBe(5);
    expect(pauseForLeave({ ...window, duration: { n: 5, unit: 'second' }, leaves }).dueAt).toBe('2026-11-02T02:00:05.000Z');
  });
});

describe('reminderInstants', () => {
  it('reminds in the morning of the last working days, ascending, each once', () => {
    const openedAt = '2026-09-28T02:00:00Z';
    const due = dueAt({ openedAt, duration: days(5), zone: shanghai, calendar: china }).dueAt;
    const before = [days(1), days(3), { n: 1, unit: 'hour' as const }, days(1), days(20)];
    expect(reminderInstants({ openedAt, dueAt: due, zone: shanghai, calendar: china, before })).toEqual([
      '2026-10-08T01:00:00.000Z',
      '2026-10-10T01:00:00.000Z',
      '2026-10-10T15:00:00.000Z',
    ]);
  });

  it('leaves out what lies before the opening', () => {
    const window = { openedAt: '2026-11-02T02:00:00Z', dueAt: '2026-11-02T02:00:10Z', zone: shanghai, calendar: china };
    expect(reminderInstants({ ...window, before: [{ n: 4, unit: 'second' }, { n: 60, unit: 'second' }] })).toEqual(['2026-11-02T02:00:06.000Z']);
  });
});
