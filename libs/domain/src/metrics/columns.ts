import type { AppLocale } from '@fairmark/contracts/org';
import { writeCsv } from '../org/csv/index.js';

/** Columns of a file of indicator values. Nothing else is accepted: an unknown column could hold data of end users. */
export const METRIC_COLUMNS = ['indicator', 'community', 'employee', 'sub_period', 'value', 'weight', 'source', 'batch'] as const;
export type MetricColumn = (typeof METRIC_COLUMNS)[number];

interface ColumnNames {
  zh: string;
  aliases: readonly string[];
  example: string;
}

const columns: Readonly<Record<MetricColumn, ColumnNames>> = {
  indicator: { zh: '指标', aliases: ['indicator id', '指标编码', '指标代码'], example: 'conversionRate' },
  community: { zh: '社群编码', aliases: ['community code', '社群', '社群代码'], example: 'C-001' },
  employee: { zh: '工号', aliases: ['employee number', '员工', '员工编号'], example: '' },
  sub_period: { zh: '期间', aliases: ['period', 'sub period', '月份', '周期', '子周期'], example: '2026-07' },
  value: { zh: '数值', aliases: ['值', '指标值'], example: '3.2' },
  weight: { zh: '权重', aliases: ['基数'], example: '1200' },
  source: { zh: '来源', aliases: ['data source', '数据来源'], example: 'mini-program' },
  batch: { zh: '批次', aliases: ['batch code', '批次号', '批次编码'], example: '2026-07-shop' },
};

const squash = (header: string): string => header.normalize('NFKC').toLowerCase().replace(/[\s_\-*:]/g, '');

const spellings = new Map(METRIC_COLUMNS.flatMap((key) => [key, columns[key].zh, ...columns[key].aliases].map((name) => [squash(name), key] as const)));

/** The column that a header cell names in either language, or undefined. */
export const columnOf = (header: string): MetricColumn | undefined => spellings.get(squash(header));

/** The header in a language. */
export const metricHeader = (locale: AppLocale): string[] => METRIC_COLUMNS.map((key) => (locale === 'en' ? key : columns[key].zh));

/** The empty file with its header and one example row. */
export function metricTemplate(locale: AppLocale): Uint8Array {
  return writeCsv([metricHeader(locale), METRIC_COLUMNS.map((key) => columns[key].example)]);
}
