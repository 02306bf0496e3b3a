export { calendarOf, downtimesSince, type PersonCalendar } from './calendarOf.js';
export { heartbeat, isSilent, type Component } from './heartbeats.js';
