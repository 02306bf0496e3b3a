export { CALENDAR_CHANGED, recountProcess } from './changed.js';
export { spreadPage, startCalendarSpread } from './spread.js';
