import { allow, signedIn, type AccessRule } from '../rule.js';

/** HR and administrators; a country's calendar needs the whole company as scope, a person's that person, which the service checks. */
const offices = allow('none', { hr: '*', admin: '*' });

/** Routes of calendars. The days of a country are no secret; leave and zone of a person are known to the person, the line and HR. */
export const calendarAccess = {
  'calendar.year': signedIn,
  'calendar.person': allow('employee', { self: '*', manager: '*', hr: '*' }),
  'calendar.preview': offices,
  'calendar.changes': offices,
  'calendar.change': offices,
} as const satisfies Record<string, AccessRule>;
