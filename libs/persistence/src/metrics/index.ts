export { importMetrics, METRICS_CHAIN, type MetricImport } from './importBatch.js';
export { loadIndicators, loadMetricNames } from './names.js';
export { refreshQuality, type CheckedQuality, type QualityKey } from './refreshQuality.js';
export { loadReviewData, type ReviewData, type ReviewDataQuery } from './reviewData.js';
