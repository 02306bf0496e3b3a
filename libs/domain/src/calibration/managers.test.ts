import { describe, expect, it } from '@jest/globals';
import { compareManagers, outliers, spreadOf, type ScoredPerson } from './index.js';

const scored = (managerId: string, totals: number[], band = 'B'): ScoredPerson[] => totals.map((totalCenti, i) => ({ employeeId: `${managerId}-${i}`, managerId, totalCenti, band }));

describe('managers against their group', () => {
  it('flags strict, lenient and narrow managers with mean and spread', () => {
    const { group, managers } = compareManagers([...scored('m1', [6_000, 6_500, 7_000]), ...scored('m2', [9_000, 9_000, 9_000]), ...scored('m3', [7_000, 8_500])]);
    expect(group).toEqual({ people: 8, meanCenti: 7_750, spreadCenti: 1_173 });
    expect(managers.map(({ managerId, meanCenti, spreadCenti, differenceCenti, flags }) => [managerId, meanCenti, spreadCenti, differenceCenti, flags])).toEqual([
      ['m1', 6_500, 408, -1_250, ['strict', 'narrow']], ['m2', 9_000, 0, 1_250, ['lenient', 'narrow']], ['m3', 7_750, 750, 0, []],
    ]);
  });

  it('shows managers with fewer than three reports without a flag', () => {
    const { managers } = compareManagers([...scored('m1', [1_000, 1_000]), ...scored('m2', [9_000, 9_500, 9_900])]);
    expect(managers[0]?.flags).toEqual([]);
  });

  it('has no mean for nobody', () => {
    expect(spreadOf([])).toEqual({ people: 0, meanCenti: null, spreadCenti: null });
    expect(compareManagers([]).managers).toEqual([]);
  });

  it('names people far from the mean, and jumps against the last cycle', () => {
    const group = scored('m1', [7_000, 7_100, 7_050, 6_950, 7_000, 1_000]);
    const jump = { ...scored('m2', [7_000])[0], employeeId: 'jump', managerId: 'm2', totalCenti: 7_000, band: 'A', previousBand: 'C' };
    expect(outliers(['S', 'A', 'B', 'C'], [...group, jump])).toEqual([{ employeeId: 'm1-5', reasons: ['total'] }, { employeeId: 'jump', reasons: ['history'] }]);
  });
});
