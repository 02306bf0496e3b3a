import type { AppLocale } from '@fairmark/contracts/org';
import { writeCsv } from '../org/csv/index.js';
import { metricHeader } from './columns.js';

/** A stored value as it is exported. */
export interface ExportedValue {
  indicatorId: string;
  community: string | null;
  employee: string | null;
  subPeriod: string;
  value: string;
  weight: string | null;
  source: string;
  batch: string;
}

/** Values as a file that the import reads again. */
export function exportMetrics(values: readonly ExportedValue[], locale: AppLocale): Uint8Array {
  return writeCsv([metricHeader(locale), ...values.map((one) => [one.indicatorId, one.community ?? '', one.employee ?? '', one.subPeriod, one.value, one.weight ?? '', one.source, one.batch])]);
}
