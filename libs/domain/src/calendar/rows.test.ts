import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asOf, createCalendar, eligibleDays, isPresentEnough, overlap, segments } from './index.js';

const calendar = createCalendar({ country: 'CN' });
const period = { from: '2026-07-01', to: '2026-09-30' };

describe('dated rows', () => {
  const rows = [{ validFrom: '2026-01-01', validTo: '2026-08-01', managerId: 'a' }, { validFrom: '2026-08-01', validTo: null, managerId: 'b' }];

  it('answer as of a date; the end does not belong to the row', () => {
    expect(['2025-12-31', '2026-07-31', '2026-08-01', '2030-01-01'].map((d) => asOf(rows, d)?.managerId)).toEqual([undefined, 'a', 'b', 'b']);
  });

  it('do not overlap where one ends and the next begins', () => {
    expect(overlap({ validFrom: '2026-01-01', validTo: '2026-08-01' }, { validFrom: '2026-08-01', validTo: null })).toBe(false);
    expect(overlap({ validFrom: '2026-01-01', validTo: null }, { validFrom: '2026-08-01', validTo: null })).toBe(true);
  });
});

describe('eligible days', () => {
  it('count calendar days of employment without unpaid leave', () => {
    const joined = [{ validFrom: '2026-08-15', validTo: null }];
    expect(eligibleDays(period, joined)).toEqual({ eligibleDays: 47, periodDays: 92 });
    expect(eligibleDays(period, joined, [{ validFrom: '2026-09-01', validTo: '2026-09-11' }]).eligibleDays).toBe(37);
  });

  it('do not rate who was present for less than a third', () => {
    expect(isPresentEnough({ eligibleDays: 30, periodDays: 90 })).toBe(true);
    expect(isPresentEnough({ eligibleDays: 30, periodDays: 92 })).toBe(false);
  });
});

describe('segments', () => {
  const departments = [{ validFrom: '2026-01-01', validTo: '2026-08-10', departmentId: 'north' }, { validFrom: '2026-08-10', validTo: null, departmentId: 'south' }];
  const managers = [{ validFrom: '2026-01-01', validTo: '2026-08-10', managerId: 'a' }, { validFrom: '2026-08-10', validTo: null, managerId: 'b' }];

  it('keep a period without a change whole', () => {
    expect(segments({ period, calendar, managers: managers.slice(0, 1).map((m) => ({ ...m, validTo: null })), departments: departments.slice(1).map((d) => ({ ...d, validFrom: '2020-01-01' })) })).toEqual([
      { kind: 'segment', from: '2026-07-01', to: '2026-09-30', managerId: 'a', departmentId: 'south', days: 92, workingDays: 66, weightBp: 10_000 },
    ]);
  });

  it('split at a transfer and weigh by days', () => {
    const split = segments({ period, calendar, managers, departments });
    expect(split.map((s) => [s.kind, s.from, s.to, s.departmentId, s.days, s.weightBp])).toEqual([
      ['segment', '2026-07-01', '2026-08-09', 'north', 40, 4348],
      ['segment', '2026-08-10', '2026-09-30', 'south', 52, 5652],
    ]);
  });

  it('ask for an opinion only under 20 working days', () => {
    const late = [{ validFrom: '2026-01-01', validTo: '2026-07-28', managerId: 'a' }, { validFrom: '2026-07-28', validTo: null, managerId: 'b' }];
    const south = [{ validFrom: '2020-01-01', validTo: null, departmentId: 'south' }];
    expect(segments({ period, calendar, managers: late, departments: south }).map((s) => [s.kind, s.managerId, s.workingDays, s.weightBp])).toEqual([
      ['opinion', 'a', 19, 0],
      ['segment', 'b', 47, 10_000],
    ]);
  });

  it('leave out days without a department and keep a stretch without a manager', () => {
    const south = [{ validFrom: '2026-08-01', validTo: null, departmentId: 'south' }];
    const late = [{ validFrom: '2026-09-01', validTo: null, managerId: 'b' }];
    expect(segments({ period, calendar, managers: late, departments: south }).map((s) => [s.from, s.managerId])).toEqual([['2026-08-01', null], ['2026-09-01', 'b']]);
  });

  it('cover each day of a department once with weights of exactly 10,000', () => {
    const day = fc.integer({ min: 1, max: 90 });
    fc.assert(fc.property(fc.uniqueArray(day, { maxLength: 6 }), (cuts) => {
      const dates = ['2026-07-01', ...[...cuts].sort((a, b) => a - b).map((d) => new Date(Date.UTC(2026, 6, 1 + d)).toISOString().slice(0, 10))];
      const rows = dates.map((validFrom, i) => ({ validFrom, validTo: dates[i + 1] ?? null, managerId: `m${i % 3}` }));
      const split = segments({ period, calendar, managers: rows, departments: [{ validFrom: '2020-01-01', validTo: null, departmentId: 'd' }] });
      expect(split.reduce((sum, s) => sum + s.days, 0)).toBe(92);
      expect(split.reduce((sum, s) => sum + s.weightBp, 0)).toBe(10_000);
    }));
  });
});
