export { withScores } from './adjust.js';
export { apportion } from './apportion.js';
export { bandOf } from './bands.js';
export { isJudged, type DataQuality, type IndicatorValues, type ScoreInput } from './input.js';
export { Rational, showBp, showCenti, sumOf } from './rational.js';
export { joinSegments, type SegmentTotal } from './segments.js';
export { scoreSheet } from './sheet.js';
export { checkResult, checkSubmission, uncommented } from './submission.js';
export { belongs, subPeriodsIn } from './subPeriods.js';
