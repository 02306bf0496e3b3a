export { concernedProcesses, countedVisits, type Concerned, type CountedVisit } from './counted.js';
export { recount, type Recount } from './recount.js';
export { calendarsOnce, previewDeadlines } from './preview.js';
export { deadlineChangesOf } from './changes.js';
export { moveVisit, type Moved } from './move.js';
export { deadlineMoveItems, deadlineMoves, pendingMove, settleMoveItem, storeDeadlineMove, type DeadlineMoveRow, type NewDeadlineMove } from './moves.js';
export { previewMove } from './previewMove.js';
