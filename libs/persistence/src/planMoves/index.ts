export { planMoveOutlook, type MovingReview, type Outlook } from './outlook.js';
export { markReverted, planMoveOf, replaceWaiting, revertable, setPlanVersion, settlePlanMove, storePlanMove, waitingPlanMove, type PlanMoveRow } from './store.js';
export { mayMoveTo, type MoveVersions } from './usable.js';
export { movingReviews, planMoveItems, planMoves } from './views.js';
