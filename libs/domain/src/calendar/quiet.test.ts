import { describe, expect, it } from '@jest/globals';
import { createCalendar, morningAfter, notBefore, withLeave } from './index.js';

const hours = { from: '09:00', to: '18:00' };
const china = createCalendar({ country: 'CN' });
const germany = createCalendar({ country: 'DE' });
const shanghai = (at: string, calendar = china) => notBefore({ at, zone: 'Asia/Shanghai', calendar, hours });
const berlin = (at: string) => notBefore({ at, zone: 'Europe/Berlin', calendar: germany, hours });

describe('notBefore', () => {
  it.each([
    ['inside the hours: now', '2026-09-16T05:00:00.000Z', '2026-09-16T05:00:00.000Z'],
    ['at the first minute: now', '2026-09-16T01:00:00.000Z', '2026-09-16T01:00:00.000Z'],
    ['before the hours: the same morning', '2026-09-15T20:00:00.000Z', '2026-09-16T01:00:00.000Z'],
    ['at the end of the hours: the next morning', '2026-09-16T10:00:00.000Z', '2026-09-17T01:00:00.000Z'],
    ['on a Saturday: the make-up Sunday', '2026-09-19T05:00:00.000Z', '2026-09-20T01:00:00.000Z'],
    ['in the October holiday: the day after it', '2026-10-03T05:00:00.000Z', '2026-10-08T01:00:00.000Z'],
  ])('%s', (_, at, expected) => expect(shanghai(at)).toBe(expected));

  it('keeps nine in the morning across the change of the clock', () => {
    expect([berlin('2026-03-27T20:00:00.000Z'), berlin('2026-10-23T20:00:00.000Z')]).toEqual(['2026-03-30T07:00:00.000Z', '2026-10-26T08:00:00.000Z']);
  });

  it('leaves somebody on leave alone', () => {
    const away = withLeave(china, [{ validFrom: '2026-09-16', validTo: '2026-09-20' }]);
    expect(shanghai('2026-09-16T05:00:00.000Z', away)).toBe('2026-09-20T01:00:00.000Z');
    expect(() => shanghai('2026-09-16T05:00:00.000Z', withLeave(china, [{ validFrom: '2026-01-01', validTo: null }]))).toThrow(expect.objectContaining({ code: 'CALENDAR.NO_WORKING_DAY' }));
  });
});

it('morningAfter is never the same day', () => {
  expect(morningAfter({ at: '2026-09-15T20:00:00.000Z', zone: 'Asia/Shanghai', calendar: china, hours })).toBe('2026-09-17T01:00:00.000Z');
});
