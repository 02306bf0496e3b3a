export { changesBetween, type ItemChange, type SheetChange } from './changes.js';
export { compareEffect } from './effect.js';
export { limitViolations, type AdoptedVersion, type LimitViolation } from './limits.js';
export { dateAfterMonths, nextQuarter, quarterOf, quarterStart, quartersDue } from './quarters.js';
export { revertItems } from './revert.js';
export { reviewGaps, unchangedNeedsReason, uncoveredChanges } from './review.js';
