import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { distribution, evaluateQuotas, quotaGroups, type CalibrationPerson } from './index.js';

const bands = ['S', 'A', 'B', 'C'];
const person = (band: string | null, standing: CalibrationPerson['standing'] = 'scored', shadow = false): CalibrationPerson => ({ employeeId: `e-${band}-${standing}`, standing, band, shadow });
const people = (counts: Record<string, number>): CalibrationPerson[] => Object.entries(counts).flatMap(([band, n]) => Array.from({ length: n }, () => person(band)));

describe('distribution', () => {
  it('keeps not rated, deferred and shadow people outside the denominator', () => {
    const all = [...people({ S: 1, B: 2 }), person(null, 'notRated'), person('A', 'deferred'), person('S', 'scored', true), person(null, 'unscored')];
    expect(distribution(bands, all)).toEqual({
      headCount: 7, rated: 3, unscored: 1, notRated: 1, deferred: 1, shadow: 1,
      bands: [{ band: 'S', count: 1, shareBp: 3_333 }, { band: 'A', count: 0, shareBp: 0 }, { band: 'B', count: 2, shareBp: 6_667 }, { band: 'C', count: 0, shareBp: 0 }],
    });
  });

  it('accounts for every head once', () => {
    const anyone = fc.record({ employeeId: fc.uuid(), standing: fc.constantFrom<CalibrationPerson['standing']>('unscored', 'scored', 'notRated', 'deferred'), shadow: fc.boolean(), band: fc.constantFrom(...bands) });
    fc.assert(fc.property(fc.array(anyone, { maxLength: 60 }), (all) => {
      const seen = distribution(bands, all);
      expect(seen.rated + seen.unscored + seen.notRated + seen.deferred + seen.shadow).toBe(all.length);
      expect(seen.bands.reduce((sum, { count }) => sum + count, 0)).toBe(seen.rated);
      expect(seen.bands.reduce((sum, { shareBp }) => sum + shareBp, 0)).toBe(seen.rated === 0 ? 0 : 10_000);
    }));
  });
});

describe('quota evaluation', () => {
  const quotas = [{ band: 'S', kind: 'maximum' as const, shareBp: 1_000 }, { band: 'C', kind: 'minimum' as const, shareBp: 1_000 }];

  it('says by how many people each quota is missed', () => {
    const seen = evaluateQuotas('hard', bands, quotas, people({ S: 3, B: 7 }));
    expect(seen.met).toBe(false);
    expect(seen.lines.map(({ band, count, off }) => [band, count, off])).toEqual([['S', 3, 2], ['C', 0, -1]]);
  });

  it('applies to no group under ten rated people, and not when off', () => {
    const nine = [...people({ S: 9 }), person('S', 'scored', true)];
    expect(evaluateQuotas('hard', bands, quotas, nine)).toMatchObject({ applies: 'none', rated: 9, met: true });
    expect(evaluateQuotas('off', bands, quotas, people({ S: 20 }))).toMatchObject({ applies: 'none', met: true });
  });
});

describe('quota groups', () => {
  const tree = [
    { departmentId: 'top', parentId: null }, { departmentId: 'east', parentId: 'top' },
    { departmentId: 'east-1', parentId: 'east' }, { departmentId: 'east-2', parentId: 'east' }, { departmentId: 'west', parentId: 'top' },
  ];
  const staff = (departmentId: string, n: number) => Array.from({ length: n }, (_, i) => ({ employeeId: `${departmentId}/${i}`, departmentId }));

  it('rolls small departments up to the next one that reaches ten', () => {
    const groups = quotaGroups(tree, [...staff('east-1', 4), ...staff('east-2', 12), ...staff('east', 6), ...staff('west', 3), ...staff('top', 2)]);
    expect(groups.map(({ departmentId, memberIds, fromDepartmentIds, quotasApply }) => [departmentId, memberIds.length, [...fromDepartmentIds].sort(), quotasApply])).toEqual([
      ['east-2', 12, ['east-2'], true], ['east', 10, ['east', 'east-1'], true], ['top', 5, ['top', 'west'], false],
    ]);
  });

  it('puts everybody in exactly one group', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('top', 'east', 'east-1', 'east-2', 'west', 'gone'), { maxLength: 80 }), (places) => {
      const rated = places.map((departmentId, i) => ({ employeeId: String(i), departmentId }));
      const members = quotaGroups(tree, rated).flatMap((group) => group.memberIds);
      expect([...members].sort()).toEqual(rated.map((one) => one.employeeId).sort());
    }));
  });
});
