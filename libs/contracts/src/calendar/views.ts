import { z } from 'zod';
import { Id, Instant, LocalDate, PersonRef } from '../common/index.js';
import { Country } from './changes.js';
import { Zone } from './zone.js';

/** Why a day is what it is: the weekend, the country's holiday or make-up day, or what the company says. */
export const CalendarDay = z.object({ day: LocalDate, working: z.boolean(), kind: z.enum(['weekend', 'holiday', 'makeUp', 'company']), name: z.string().nullable() }).meta({ id: 'CalendarDay' });
export type CalendarDay = z.infer<typeof CalendarDay>;

/** A year of a country: every day that is not an ordinary weekday. `official: false`: the days are computed, because nothing was announced yet. */
export const CalendarYear = z.object({ country: Country, year: z.int(), official: z.boolean(), workingDays: z.int(), days: z.array(CalendarDay) }).meta({ id: 'CalendarYear' });
export type CalendarYear = z.infer<typeof CalendarYear>;
export const CalendarYearKey = { country: Country, year: z.coerce.number().int().min(2000).max(2100) };

/** The calendar of one person: zone, country and leave. */
export const PersonCalendarView = z
  .object({ person: PersonRef, zone: Zone, country: Country, leaves: z.array(z.object({ kind: z.string(), validFrom: LocalDate, validTo: LocalDate })) })
  .meta({ id: 'PersonCalendar' });
export type PersonCalendarView = z.infer<typeof PersonCalendarView>;

/**
 * Why a deadline moved. `hr`: HR moved it. `policy`: it passed, and the step's policy extended it. `handOver`: somebody else acts now. `process`: the matter itself,
 * such as a window after an interview. `calendar`: a calendar changed. `downtime`: nobody could act.
 */
export const DeadlineCause = z.enum(['hr', 'policy', 'handOver', 'process', 'calendar', 'downtime']).meta({ id: 'DeadlineCause' });
export type DeadlineCause = z.infer<typeof DeadlineCause>;

/** A stretch in which a part without which nobody can act gave no sign of life. */
export const DowntimeGap = z.object({ from: Instant, to: Instant, component: z.string() }).meta({ id: 'DowntimeGap' });

/** One move of a deadline, as everybody concerned may read it. `gaps` and `givenBackSeconds`: of a downtime. */
export const DeadlineChange = z
  .object({
    id: Id, at: Instant, cause: DeadlineCause, from: Instant, to: Instant, by: PersonRef.nullable(), confirmedBy: PersonRef.nullable(), reason: z.string().nullable(),
    givenBackSeconds: z.int().nullable(), gaps: z.array(DowntimeGap),
  })
  .meta({ id: 'DeadlineChange' });
export type DeadlineChange = z.infer<typeof DeadlineChange>;
