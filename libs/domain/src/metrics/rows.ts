import type { Indicator } from '@fairmark/contracts/plans';
import type { MetricColumn } from './columns.js';

/** One value as it is stored: exactly one of community and employee. Codes and numbers as in the file. */
export interface MetricRow {
  /** Line of the spreadsheet. */
  row: number;
  indicatorId: string;
  community: string | null;
  employee: string | null;
  subPeriod: string;
  startsOn: string;
  endsOn: string;
  value: string;
  weight: string | null;
  source: string;
}

/** What the rows may name. */
export interface MetricNames {
  indicators: ReadonlyMap<string, Indicator>;
  communities: ReadonlySet<string>;
  employees: ReadonlySet<string>;
}

/** Cells of one record by column. */
export type Cells = Readonly<Record<MetricColumn, string>>;

/** What identifies a value: a second one with the same key corrects the first. */
export const keyOf = (row: Pick<MetricRow, 'indicatorId' | 'community' | 'employee' | 'subPeriod' | 'source'>): string =>
  JSON.stringify([row.indicatorId, row.community, row.employee, row.subPeriod, row.source]);
