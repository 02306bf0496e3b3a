export { calendarOf, downtimesSince, type PersonCalendar } from './calendarOf.js';
