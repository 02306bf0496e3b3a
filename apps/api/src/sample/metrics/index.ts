import type { Indicator, PlanDocument } from '@fairmark/contracts/plans';
import { METRIC_COLUMNS, type MetricColumn } from '@fairmark/domain/metrics';
import type { OrgSnapshot } from '@fairmark/domain/org';
import { writeCsv } from '@fairmark/domain/org/csv';
import { chance } from '../chance.js';
import { subPeriodsOf, type Period } from './subPeriods.js';
import { subjectsOf, type Subject } from './subjects.js';

export interface SampleMetrics extends Period {
  seed: number;
  plan: PlanDocument;
  organisation: OrgSnapshot;
  /** Code of the batch; a batch is imported once. */
  batch: string;
}

/** Whole numbers of these are counted; everything else is measured to the hundredth. */
const counted = new Set<Indicator['unit']>(['count', 'cents']);

/**
 * Values for every indicator that the company's sheets need, in every sub-period of a period, as a CSV file of the metrics import. Some communities do well,
 * some badly; months of one community differ little, so that the quality checks pass.
 */
export function sampleMetrics(sample: SampleMetrics): Uint8Array {
  const rows = subjectsOf(sample.plan, sample.organisation, sample.periodStart).flatMap((subject) => rowsOf(sample, subject));
  return writeCsv([[...METRIC_COLUMNS], ...rows.map((row) => METRIC_COLUMNS.map((column) => row[column]))]);
}

function rowsOf(sample: SampleMetrics, { community, employee, wanted }: Subject): Record<MetricColumn, string>[] {
  const subject = community || employee;
  const ability = 0.8 + 0.38 * chance(sample.seed, subject);
  return wanted.flatMap(({ indicator, reference }) => {
    const liking = 0.92 + 0.16 * chance(sample.seed, subject, indicator.id);
    const subPeriods = subPeriodsOf(indicator.subPeriod, sample);
    return subPeriods.map((sub_period) => {
      const luck = 0.97 + 0.06 * chance(sample.seed, subject, indicator.id, sub_period);
      const value = valueOf(indicator, reference / (indicator.aggregation === 'sum' ? subPeriods.length : 1), ability * liking * luck);
      return { indicator: indicator.id, community, employee, sub_period, value, weight: indicator.aggregation === 'weightedMean' ? '100' : '', source: 'sample', batch: sample.batch };
    });
  });
}

function valueOf({ direction, unit, validity }: Indicator, reference: number, success: number): string {
  const reached = reference * (direction === 'higher' ? success : 2 - success);
  const inside = Math.min(Number(validity.max), Math.max(Number(validity.min), reached));
  return counted.has(unit) ? String(Math.round(inside)) : inside.toFixed(2);
}
