export { outcomeOf, scoredStretches, type Outcome } from './explained.js';
export { gridRows, segmentOfScorer, type GridRow } from './grid.js';
export { loadScoreInput, type InputQuery } from './input.js';
export { decideScores, joinedScore, type JoinedScore } from './joined.js';
export { loadReviewed, type Reviewed } from './reviewed.js';
export { loadSegments, moveSegmentScore, replaceSegments, saveSegmentScore, segmentScores, type ReviewSegment, type SegmentScore } from './segments.js';
export { insertRating, insertScoreSheet, latestSheets, type NewRating, type NewScoreSheet, type ScoreData, type ScoreSheetRow } from './sheets.js';
export { supplementsOf } from './supplements.js';
