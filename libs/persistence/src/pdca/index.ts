export { adjustmentsOf, decideAdjustment, dropAdjustment, insertAdjustment, startTracking, storeComparison, type AdjustmentRow } from './adjustments.js';
export { adoptedVersions, versionsOfQuarter, writeVersion, type VersionRow } from './versions.js';
export { earlierChanged, insertQuarter, pauseQuarter, quarterById, quartersOf, resumeQuarter, writeConclusion, writeReview, type QuarterRow } from './quarters.js';
export { quarterView, quarterSummaries, settingsOf } from './views.js';
export { dimensionMeasures } from './dimensions.js';
