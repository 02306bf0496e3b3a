/** Refusals of date arithmetic. `details` carry the offending date, zone or country. */
export const CalendarErrors = {
  invalidDate: 'CALENDAR.INVALID_DATE',
  invalidInstant: 'CALENDAR.INVALID_INSTANT',
  unknownZone: 'CALENDAR.UNKNOWN_ZONE',
  unknownCountry: 'CALENDAR.UNKNOWN_COUNTRY',
  /** A company day is listed both as free and as working. */
  conflictingDay: 'CALENDAR.CONFLICTING_DAY',
  /** No working day within three years: a leave without end, or every day is free. */
  noWorkingDay: 'CALENDAR.NO_WORKING_DAY',
  /** Two leaves of one person share a day. */
  leaveOverlaps: 'CALENDAR.LEAVE_OVERLAPS',
  unknownLeave: 'CALENDAR.UNKNOWN_LEAVE',
  unknownPerson: 'CALENDAR.UNKNOWN_PERSON',
} as const;

export type CalendarErrorCode = (typeof CalendarErrors)[keyof typeof CalendarErrors];
