import { metricsErrors } from '@fairmark/contracts/errors';
import type { MetricIssue } from '@fairmark/contracts/metrics';
import type { MetricColumn } from './columns.js';
import type { Cells, MetricNames, MetricRow } from './rows.js';
import { parseSubPeriod } from './subPeriod.js';

/** As in the contracts: 15 digits, 6 decimals. */
const decimal = /^-?\d{1,15}(\.\d{1,6})?$/;

/** Issues of one row are collected here; `details` never repeat a cell. */
export type Report = (column: MetricColumn | null, code: string, details?: MetricIssue['details']) => void;

/** One record as a value. Undefined when anything in it is refused. */
export function readRow(row: number, cells: Cells, names: MetricNames, report: Report): MetricRow | undefined {
  const subject = readSubject(cells, names, report);
  const subPeriod = readSubPeriod(cells, report);
  const indicatorId = readIndicator(cells, names, report);
  const value = readNumber(cells, 'value', report);
  const weight = cells.weight === '' ? null : readNumber(cells, 'weight', report);
  if (cells.source === '') report('source', metricsErrors.required);
  else if (cells.source.length > 100) report('source', metricsErrors.tooLong);
  if (!subject || !subPeriod || indicatorId === undefined || value === undefined || weight === undefined) return undefined;
  return { row, indicatorId, ...subject, subPeriod: subPeriod.label, startsOn: subPeriod.startsOn, endsOn: subPeriod.endsOn, value, weight, source: cells.source };
}

function readSubject({ community, employee }: Cells, names: MetricNames, report: Report): Pick<MetricRow, 'community' | 'employee'> | undefined {
  if ((community === '') === (employee === '')) {
    report(null, metricsErrors.oneSubject);
    return undefined;
  }
  if (community !== '' && !names.communities.has(community)) return fail(report, 'community', metricsErrors.unknownCommunity);
  if (employee !== '' && !names.employees.has(employee)) return fail(report, 'employee', metricsErrors.unknownEmployee);
  return { community: community || null, employee: employee || null };
}

function readSubPeriod(cells: Cells, report: Report): ReturnType<typeof parseSubPeriod> {
  return parseSubPeriod(cells.sub_period) ?? fail(report, 'sub_period', cells.sub_period === '' ? metricsErrors.required : metricsErrors.badSubPeriod);
}

function readIndicator(cells: Cells, { indicators }: MetricNames, report: Report): string | undefined {
  const indicator = indicators.get(cells.indicator);
  if (!indicator) return fail(report, 'indicator', cells.indicator === '' ? metricsErrors.required : metricsErrors.unknownIndicator);
  return indicator.measurement.kind === 'computed' ? indicator.id : fail(report, 'indicator', metricsErrors.takesNoValues);
}

function readNumber(cells: Cells, column: 'value' | 'weight', report: Report): string | undefined {
  const text = cells[column].normalize('NFKC');
  if (decimal.test(text) && !(column === 'weight' && text.startsWith('-'))) return text;
  return fail(report, column, text === '' ? metricsErrors.required : metricsErrors.badNumber);
}

function fail(report: Report, column: MetricColumn, code: string): undefined {
  report(column, code);
  return undefined;
}
