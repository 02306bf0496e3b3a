export { entriesUntil } from './entries.js';
export { historyObject, type HistoryObject } from './object.js';
export { visitsAt } from './visits.js';
export type { HistoryOf } from './sql.js';
