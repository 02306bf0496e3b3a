import { z } from 'zod';
import { Id, Instant, LocalDate, PersonRef } from '../common/index.js';
import { Zone } from './zone.js';

export const Country = z.string().regex(/^[A-Z]{2}$/);
const Year = z.int().min(2000).max(2100);
const DayName = z.string().trim().min(1).max(100).nullable().default(null);

/** Everything that can change a calendar while deadlines run. Days and years concern a country, leave and zone one person. */
export const CalendarChange = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('companyDay'), country: Country, day: LocalDate, working: z.boolean(), name: DayName }),
    z.strictObject({ kind: z.literal('companyDayRemoved'), country: Country, day: LocalDate }),
    /** The official days of a year are known: holidays and make-up days of the announcement. */
    z.strictObject({ kind: z.literal('yearAnnounced'), country: Country, year: Year, days: z.array(z.strictObject({ day: LocalDate, working: z.boolean(), name: DayName })).max(366) })
      .refine((change) => change.days.every(({ day }) => day.startsWith(`${change.year}-`)) && new Set(change.days.map(({ day }) => day)).size === change.days.length, { path: ['days'] }),
    /** `validTo` is the first day back. */
    z.strictObject({ kind: z.literal('leaveRecorded'), employeeId: Id, leave: z.string().trim().min(1).max(40), validFrom: LocalDate, validTo: LocalDate }).refine((change) => change.validFrom < change.validTo, { path: ['validTo'] }),
    z.strictObject({ kind: z.literal('leaveRemoved'), employeeId: Id, validFrom: LocalDate }),
    z.strictObject({ kind: z.literal('zoneChanged'), employeeId: Id, zone: Zone }),
  ])
  .meta({ id: 'CalendarChange' });
export type CalendarChange = z.infer<typeof CalendarChange>;

/** What a change would move. `alsoEarlier`: deadlines that would come earlier are moved too, never before the end of the next working day; otherwise they stay. */
export const PreviewCalendarChange = z.strictObject({ change: CalendarChange, alsoEarlier: z.boolean().default(false) }).meta({ id: 'PreviewCalendarChange' });
export type PreviewCalendarChange = z.infer<typeof PreviewCalendarChange>;

/** Makes a change and moves running deadlines. The reason is shown to everybody whose deadline moves. */
export const MakeCalendarChange = PreviewCalendarChange.extend({ reason: z.string().trim().min(1).max(500) }).meta({ id: 'MakeCalendarChange' });
export type MakeCalendarChange = z.infer<typeof MakeCalendarChange>;

/** A deadline that moves. */
export const MovedDeadline = z
  .object({
    visitId: Id, kind: z.enum(['review', 'cycle', 'calibration', 'appeal', 'approval', 'rollout', 'pilot', 'wave', 'pdcaQuarter']), processId: Id, step: z.string(),
    /** Whom the matter is about; null where it is about many, or where the reader is not HR of this person. */
    subject: PersonRef.nullable(),
    /** In whose calendar it is counted. */
    person: PersonRef.nullable(),
    from: Instant, to: Instant, zone: Zone, provisional: z.boolean(), earlier: z.boolean(),
  })
  .meta({ id: 'MovedDeadline' });
export type MovedDeadline = z.infer<typeof MovedDeadline>;

/** The first 200 deadlines that move, and how many there are. `kept`: would come earlier and stay where they are. */
export const CalendarPreview = z.object({ deadlines: z.array(MovedDeadline), later: z.int(), earlier: z.int(), kept: z.int(), people: z.int() }).meta({ id: 'CalendarPreview' });
export type CalendarPreview = z.infer<typeof CalendarPreview>;

/** A change that was made and how far it has spread. `told`: processes that were asked to count again; `moved`: deadlines that moved. */
export const CalendarChangeView = z
  .object({
    id: Id, change: CalendarChange, reason: z.string(), alsoEarlier: z.boolean(), person: PersonRef.nullable(), madeBy: PersonRef, madeAt: Instant,
    state: z.enum(['applying', 'applied']), told: z.int(), moved: z.int(),
  })
  .meta({ id: 'CalendarChangeView' });
export type CalendarChangeView = z.infer<typeof CalendarChangeView>;

export const CalendarChangeList = z.object({ changes: z.array(CalendarChangeView), total: z.int() }).meta({ id: 'CalendarChangeList' });
export type CalendarChangeList = z.infer<typeof CalendarChangeList>;
export const CalendarChangeQuery = z.object({ page: z.coerce.number().int().min(1).max(10_000).default(1), pageSize: z.coerce.number().int().min(1).max(100).default(20) });
export type CalendarChangeQuery = z.infer<typeof CalendarChangeQuery>;
export const CalendarChangeMade = z.object({ id: Id }).meta({ id: 'CalendarChangeMade' });
export type CalendarChangeMade = z.infer<typeof CalendarChangeMade>;
