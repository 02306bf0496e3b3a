export { concernedProcesses, countedVisits, type Concerned, type CountedVisit } from './counted.js';
export { recount, type Recount } from './recount.js';
export { calendarsOnce, previewDeadlines } from './preview.js';
export { deadlineChangesOf } from './changes.js';
