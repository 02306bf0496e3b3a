export { applyGoals, goalsOf, itemsOf, mergeGoals, NO_GOALS } from './apply.js';
export { changeRefusal, changeRoom, type ChangeRoom } from './changes.js';
export { checkGoals, type GoalCheck, type Period } from './check.js';
export { collaboratorRefusal, departmentsAsked } from './collaboration.js';
export { composeSheet, type ComposeInput, type OperatedCommunity } from './compose.js';
export { copyGoals } from './copy.js';
export { differencesOf } from './difference.js';
export { isRealistic, realismBand } from './realism.js';
export { sharesOf } from './shares.js';
