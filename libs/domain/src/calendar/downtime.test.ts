import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createCalendar, dueAt, extendForDowntime } from './index.js';

const calendar = createCalendar({ country: 'CN' });
const zone = 'Asia/Shanghai';
const openedAt = '2026-11-02T02:00:00Z';
const due = dueAt({ openedAt, duration: { n: 4, unit: 'workingDay' }, zone, calendar }).dueAt;
const extend = (...spans: [string, string][]) =>
  extendForDowntime({ openedAt, dueAt: due, zone, calendar, downtimes: spans.map(([from, to], i) => ({ id: `d${i + 1}`, from, to })) });

describe('extendForDowntime', () => {
  it('ends at Friday midnight without downtime', () => {
    expect(due).toBe('2026-11-06T16:00:00.000Z');
    expect(extend()).toEqual({ dueAt: due, addedSeconds: 0, appliedIds: [], provisional: false });
  });

  it('gives three hours of a working day back on the next working day', () => {
    expect(extend(['2026-11-04T01:00:00Z', '2026-11-04T04:00:00Z'])).toEqual({
      dueAt: '2026-11-08T19:00:00.000Z', addedSeconds: 10_800, appliedIds: ['d1'], provisional: false,
    });
  });

  it('ignores 15 minutes, and counts 15 minutes and a second', () => {
    expect(extend(['2026-11-04T01:00:00Z', '2026-11-04T01:15:00Z']).addedSeconds).toBe(0);
    expect(extend(['2026-11-04T01:00:00Z', '2026-11-04T01:15:01Z']).addedSeconds).toBe(901);
  });

  it('counts stretches that touch as one', () => {
    const result = extend(['2026-11-04T01:00:00Z', '2026-11-04T01:10:00Z'], ['2026-11-04T01:10:00Z', '2026-11-04T01:20:00Z']);
    expect(result).toMatchObject({ addedSeconds: 1_200, appliedIds: ['d1', 'd2'] });
  });

  it('does not count overlapping stretches twice', () => {
    expect(extend(['2026-11-04T01:00:00Z', '2026-11-04T03:00:00Z'], ['2026-11-04T02:00:00Z', '2026-11-04T04:00:00Z']).addedSeconds).toBe(10_800);
  });

  it('ignores downtime outside the window and outside working time', () => {
    expect(extend(['2026-11-01T01:00:00Z', '2026-11-01T05:00:00Z'], ['2026-11-10T01:00:00Z', '2026-11-10T05:00:00Z']).dueAt).toBe(due);
    const overWeekend = extendForDowntime({
      openedAt, dueAt: '2026-11-10T16:00:00.000Z', zone, calendar, downtimes: [{ id: 'w', from: '2026-11-07T00:00:00Z', to: '2026-11-08T10:00:00Z' }],
    });
    expect(overWeekend).toMatchObject({ addedSeconds: 0, appliedIds: [] });
  });

  it('skips downtime that also covers the added time', () => {
    const result = extend(['2026-11-06T15:00:00Z', '2026-11-08T20:00:00Z']);
    expect(result).toMatchObject({ dueAt: '2026-11-08T21:00:00.000Z', addedSeconds: 18_000, appliedIds: ['d1'] });
  });

  it('counts working hours when they are given', () => {
    const result = extendForDowntime({
      openedAt, dueAt: due, zone, calendar, workingHours: { from: '09:00', to: '18:00' },
      downtimes: [{ id: 'd', from: '2026-11-04T08:00:00Z', to: '2026-11-04T20:00:00Z' }],
    });
    expect(result).toMatchObject({ dueAt: '2026-11-09T03:00:00.000Z', addedSeconds: 7_200 });
  });

  it('adds plain time to windows that are not counted in working days', () => {
    const result = extendForDowntime({
      openedAt, dueAt: '2026-11-07T02:00:00Z', zone, calendar, unit: 'hour', downtimes: [{ id: 'd', from: '2026-11-04T01:00:00Z', to: '2026-11-04T02:00:00Z' }],
    });
    expect(result).toMatchObject({ dueAt: '2026-11-07T03:00:00.000Z', addedSeconds: 3_600 });
  });

  it('never shortens a window and never gives back more than was lost', () => {
    const instant = fc.integer({ min: 0, max: 14 * 24 * 60 }).map((m) => Date.parse('2026-11-01T00:00:00Z') + m * 60_000);
    const spans = fc.array(fc.tuple(instant, fc.integer({ min: 1, max: 600 })), { maxLength: 5 });
    fc.assert(fc.property(spans, (list) => {
      const result = extend(...list.map(([from, m]): [string, string] => [new Date(from).toISOString(), new Date(from + m * 60_000).toISOString()]));
      expect(Date.parse(result.dueAt)).toBeGreaterThanOrEqual(Date.parse(due));
      expect(result.addedSeconds).toBeLessThanOrEqual(list.reduce((sum, [, m]) => sum + m * 60, 0));
    }));
  });
});
