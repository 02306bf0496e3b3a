export { calendarOf, downtimesSince, type PersonCalendar } from './calendarOf.js';
export { heartbeat, silentSeconds, type Component } from './heartbeats.js';
