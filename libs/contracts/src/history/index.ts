import { z } from 'zod';
import { Duration, Id, Instant, PersonRef } from '../common/index.js';
import { AtDeadline } from '../inbox/index.js';

export const HistoryKind = z.enum(['review', 'approval']).meta({ id: 'HistoryKind' });
export type HistoryKind = z.infer<typeof HistoryKind>;

/** The instant that is asked about; left out: now. */
export const HistoryQuery = z.object({ at: Instant.optional() });
export type HistoryQuery = z.infer<typeof HistoryQuery>;

/**
 * Why a visit is there. The rule: its step, what happens at its deadline, its length, and in an approval the definition with its node. What led to it: a decision of
 * a person (`name` is the action), a time-out, a date that came, an event (`name` is its kind), or the beginning.
 */
export const HistoryCause = z
  .object({
    kind: z.enum(['decision', 'timeout', 'date', 'event', 'start']),
    name: z.string().nullable(),
    at: Instant,
    by: PersonRef.nullable(),
    onBehalfOf: PersonRef.nullable(),
    /** The visit that ended when this one began. */
    from: z.object({ visitId: Id, step: z.string(), no: z.int(), outcome: z.string().nullable() }).nullable(),
    rule: z.object({ atDeadline: AtDeadline, length: Duration.nullable(), definition: z.object({ id: z.string(), version: z.int(), node: z.string().nullable() }).nullable() }),
  })
  .meta({ id: 'HistoryCause' });
export type HistoryCause = z.infer<typeof HistoryCause>;

/** One person of a visit as it was at the instant: why they were asked, what had become of it, and when they had read it. */
export const HistoryTask = z
  .object({ person: PersonRef, why: z.string(), since: Instant, state: z.enum(['open', 'done', 'notNeeded', 'moved']), by: PersonRef.nullable(), readAt: Instant.nullable() })
  .meta({ id: 'HistoryTask' });
export type HistoryTask = z.infer<typeof HistoryTask>;

/** A visit that was open at the instant. */
export const HistoryVisit = z
  .object({ id: Id, step: z.string(), no: z.int(), node: z.string().nullable(), since: Instant, dueAt: Instant.nullable(), zone: z.string().nullable(), people: z.array(HistoryTask), cause: HistoryCause })
  .meta({ id: 'HistoryVisit' });
export type HistoryVisit = z.infer<typeof HistoryVisit>;

/**
 * One thing that had happened. `opened`, `closed`: of a visit. `task`: one of several people was done. `handedOver`: a task went to somebody else. `deadline`: it
 * moved. `recorded`: a line of the audit record (`name` is its action). `approval`: an act in an approval. `read`: somebody read a result, a task or a copy.
 */
export const HistoryEntry = z
  .object({
    at: Instant,
    what: z.enum(['opened', 'closed', 'task', 'handedOver', 'deadline', 'recorded', 'approval', 'read']),
    name: z.string().nullable(),
    visitId: Id.nullable(),
    step: z.string().nullable(),
    by: PersonRef.nullable(),
    onBehalfOf: PersonRef.nullable(),
    byTimeout: z.boolean(),
    people: z.array(PersonRef),
    outcome: z.string().nullable(),
    /** Of a deadline that moved. */
    from: Instant.nullable(),
    to: Instant.nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'HistoryEntry' });
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** A review or an approval as it was at an instant, as far as this reader may see it today. */
export const HistoryView = z
  .object({
    kind: HistoryKind, id: Id, at: Instant, subject: PersonRef.nullable(), state: z.enum(['notYet', 'open', 'closed']),
    /** Phase at that instant; null before the beginning. */
    phase: z.string().nullable(),
    outcome: z.string().nullable(), visits: z.array(HistoryVisit),
    /** Everything until the instant, oldest first. */
    entries: z.array(HistoryEntry),
  })
  .meta({ id: 'HistoryView' });
export type HistoryView = z.infer<typeof HistoryView>;
