import { z } from 'zod';
import { LocalDate } from '../common/index.js';
import { Zone } from './zone.js';

export * from './changes.js';
export * from './views.js';
export { Zone };

/** Local hours of a day, `HH:mm` to `HH:mm`. */
export const DayHours = z.object({ from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/), to: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/) }).refine((hours) => hours.from < hours.to, { path: ['to'] });
export type DayHours = z.infer<typeof DayHours>;

/** Stretch of a dated row: `validFrom` is the first day, `validTo` the first day after it; `null` is open. */
export const DatedRange = z.object({ validFrom: LocalDate, validTo: LocalDate.nullable() });
export type DatedRange = z.infer<typeof DatedRange>;

/** Stretch that people write as "from … to …": both days belong to it. */
export const Period = z.object({ from: LocalDate, to: LocalDate }).refine((p) => p.from <= p.to, { path: ['to'] });
export type Period = z.infer<typeof Period>;

/** Days a company adds to the official ones. `officialYears`: years whose official days the company has entered in full. */
export const CompanyDays = z.object({
  freeDays: z.array(LocalDate).max(2_000).default([]),
  workingDays: z.array(LocalDate).max(2_000).default([]),
  officialYears: z.array(z.int().min(2000).max(2100)).max(100).default([]),
});
export type CompanyDays = z.infer<typeof CompanyDays>;

/**
 * Everything a person's calendar is built from. `country` is an ISO 3166 code (`CN`, `DE`, …), `region` a state of it (`BY`).
 * `weekend` are ISO weekdays (1 Monday … 7 Sunday). Leave days are not working days of that person.
 */
export const CalendarSpec = CompanyDays.extend({
  country: z.string().regex(/^[A-Z]{2}$/),
  region: z.string().min(1).max(10).optional(),
  weekend: z.array(z.int().min(1).max(7)).max(6).default([6, 7]),
  leaves: z.array(DatedRange).max(1_000).default([]),
});
export type CalendarSpec = z.infer<typeof CalendarSpec>;
export type CalendarSpecInput = z.input<typeof CalendarSpec>;

/** When a step ends. `provisional`: rests on days of a year whose official days are not announced yet. */
export const DueView = z.object({ dueAt: z.iso.datetime(), zone: Zone, provisional: z.boolean() });
export type DueView = z.infer<typeof DueView>;

/** A stretch in which nobody could act. Instants in UTC. */
export const Downtime = z.object({ id: z.string().min(1), from: z.iso.datetime(), to: z.iso.datetime() });
export type Downtime = z.infer<typeof Downtime>;
