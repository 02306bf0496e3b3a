export { METRIC_COLUMNS, metricHeader, metricTemplate, type MetricColumn } from './columns.js';
export { exportMetrics, type ExportedValue } from './export.js';
export { personalDataIn, type PersonalDataKind } from './personalData.js';
export { checkQuality, JUMP_BP, TOLERANCE_BP, type CheckedValue, type QualityInput, type QualityReport } from './quality.js';
export { readMetricFile, type MetricFile, type MetricFileDefaults } from './readFile.js';
export { keyOf, type MetricNames, type MetricRow } from './rows.js';
export { parseSubPeriod, type SubPeriod } from './subPeriod.js';
