import { describe, expect, test } from '@jest/globals';
import { createCalendar } from '../calendar/index.js';
import { publicationReminders, publicationState, publicationTimes, type DepartmentProgress } from './index.js';

const now = '2026-09-01T00:00:00.000Z';
const ready: DepartmentProgress = { sessions: 2, signedOffSessions: 2, onTheirWay: 0, waiting: 5, publishAt: null };

test.each<[string, Partial<DepartmentProgress>, string]>([
  ['all sessions are signed off', {}, 'ready'],
  ['a supplementary session is open', { signedOffSessions: 1 }, 'notReady'],
  ['somebody has not yet followed the sign-off', { onTheirWay: 1 }, 'notReady'],
  ['nobody was calibrated', { sessions: 0, signedOffSessions: 0 }, 'notReady'],
  ['the instant is ahead', { publishAt: '2026-09-03T00:00:00.000Z' }, 'scheduled'],
  ['the instant has come', { publishAt: now }, 'published'],
])('when %s', (_, change, state) => expect(publicationState({ ...ready, ...change }, now)).toBe(state));

describe('a fixed date', () => {
  const company = { lead: { n: 2, unit: 'workingDay' as const }, zone: 'Asia/Shanghai', calendar: createCalendar({ country: 'CN' }) };
  // Tuesday 1 September 2026, 09:00 in Shanghai; the plan's lead ends with Thursday.
  const morning = '2026-09-01T01:00:00.000Z';
  const afterLead = '2026-09-03T16:00:00.000Z';
  test.each<[string, string | null, { managersSeeAt: string; publishAt: string }]>([
    ['none: the lead counts', null, { managersSeeAt: morning, publishAt: afterLead }],
    ['ahead: nobody sees anything earlier, the line two working days before', '2026-09-09', { managersSeeAt: '2026-09-06T16:00:00.000Z', publishAt: '2026-09-08T16:00:00.000Z' }],
    ['on a Monday: the weekend is no lead', '2026-09-14', { managersSeeAt: '2026-09-09T16:00:00.000Z', publishAt: '2026-09-13T16:00:00.000Z' }],
    ['that can just be kept', '2026-09-04', { managersSeeAt: morning, publishAt: afterLead }],
    ['too close: the line has its lead all the same', '2026-09-03', { managersSeeAt: morning, publishAt: afterLead }],
    ['long past', '2026-08-01', { managersSeeAt: morning, publishAt: afterLead }],
  ])('%s', (_, dueOn, times) => expect(publicationTimes({ ...company, now: morning, dueOn })).toEqual(times));

  test('is kept to the hour with a lead in hours', () => {
    expect(publicationTimes({ ...company, now: morning, lead: { n: 5, unit: 'hour' }, dueOn: '2026-09-03' })).toEqual({ managersSeeAt: '2026-09-02T11:00:00.000Z', publishAt: '2026-09-02T16:00:00.000Z' });
  });

  test('reminds HR on the last morning on which it can be kept, and on the day', () => {
    expect(publicationReminders({ ...company, dueOn: '2026-09-09' })).toEqual(['2026-09-07T01:00:00.000Z', '2026-09-09T01:00:00.000Z']);
  });
});
