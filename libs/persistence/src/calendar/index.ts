export { calendarOf, downtimesSince, type PersonCalendar } from './calendarOf.js';
export { advanceCalendarChange, calendarChanges, loadCalendarChange, makeCalendarChange, nextCalendarChange, type CalendarChangeRow } from './changes.js';
export { writeCalendarChange } from './write.js';
export { calendarYear, personCalendarView } from './year.js';
export { heartbeat, silentSeconds, type Component } from './heartbeats.js';
