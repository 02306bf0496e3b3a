import { describe, expect, test } from '@jest/globals';
import { readMetricFile } from '@fairmark/domain/metrics';
import { readCsv } from '@fairmark/domain/org/csv';
import { referencePlan } from '@fairmark/domain/plans';
import { readBases } from '@fairmark/domain/rewards';
import { generateCompany } from './company/index.js';
import { sampleMetrics } from './metrics/index.js';
import { subPeriodsOf } from './metrics/subPeriods.js';
import { sampleRewardBases } from './rewardBases.js';

const { organisation } = generateCompany({ seed: 7, people: 60, today: '2026-07-01' });
const quarter = { periodStart: '2026-07-01', periodEnd: '2026-09-30' };

describe('sample data of a period', () => {
  test('covers months, weeks by their Thursday, and the period itself', () => {
    expect(subPeriodsOf('month', quarter)).toEqual(['2026-07', '2026-08', '2026-09']);
    expect(subPeriodsOf('week', quarter)).toHaveLength(13);
    expect([subPeriodsOf('week', quarter)[0], subPeriodsOf('week', quarter).at(-1)]).toEqual(['2026-W27', '2026-W39']);
    expect(subPeriodsOf('week', { periodStart: '2027-01-01', periodEnd: '2027-01-10' })).toEqual(['2027-W01']);
    expect(subPeriodsOf('month', { periodStart: '2026-11-20', periodEnd: '2027-01-31' })).toEqual(['2026-12', '2027-01']);
  });

  test('is a file that the import of indicator values reads without an issue, the same for the same seed', () => {
    const options = { seed: 7, plan: referencePlan, organisation, batch: 'sample', ...quarter };
    const bytes = sampleMetrics(options);
    expect(sampleMetrics(options)).toEqual(bytes);
    const names = { indicators: new Map(referencePlan.indicators.map((one) => [one.id, one])), communities: new Set(organisation.communities.keys()), employees: new Set(organisation.employees.keys()) };
    const file = readMetricFile(bytes, names);
    expect(file.issues).toEqual([]);
    expect(file.rows.length).toBeGreaterThan(500);
    for (const row of file.rows) {
      const validity = referencePlan.indicators.find((one) => one.id === row.indicatorId)?.validity;
      expect(Number(row.value)).toBeGreaterThanOrEqual(Number(validity?.min));
      expect(Number(row.value)).toBeLessThanOrEqual(Number(validity?.max));
    }
  });

  test('has a reward base for everybody', () => {
    const table = readCsv(sampleRewardBases(organisation, 7, '2026-07-01'));
    expect(readBases(table.ok ? table.records : [])).toMatchObject({ issues: [], lines: expect.arrayContaining([expect.objectContaining({ number: 'E0001' })]) });
  });
});
