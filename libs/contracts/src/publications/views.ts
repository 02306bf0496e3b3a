import { z } from 'zod';
import { BilingualText, DepartmentRef, Id, Instant, PersonRef } from '../common/index.js';

/** One department of a cycle on its way to publication. Costs in cents, over everybody whose band is known. */
export const PublicationLine = z
  .object({
    department: DepartmentRef,
    people: z.int(),
    /** Signed off and waiting for publication. */
    waiting: z.int(),
    sessions: z.int(),
    signedOffSessions: z.int(),
    costCents: z.int(),
    /** Rated people without an imported base: they are not in the cost. */
    withoutBase: z.int(),
    state: z.enum(['notReady', 'ready', 'scheduled', 'published']),
    managersSeeAt: Instant.nullable(),
    publishAt: Instant.nullable(),
    requestedBy: PersonRef.nullable(),
  })
  .meta({ id: 'PublicationLine' });
export type PublicationLine = z.infer<typeof PublicationLine>;

/** Answer of `GET /api/publications/:cycleId`. */
export const PublicationBoard = z
  .object({ cycleId: Id, cycle: BilingualText, budgetCents: z.int().nullable(), costCents: z.int(), departments: z.array(PublicationLine) })
  .meta({ id: 'PublicationBoard' });
export type PublicationBoard = z.infer<typeof PublicationBoard>;

/** Answer of `POST /api/publications`. */
export const Publication = z
  .object({ id: Id, cycleId: Id, departmentId: Id, managersSeeAt: Instant, publishAt: Instant, costCents: z.int(), people: z.int() })
  .meta({ id: 'Publication' });
export type Publication = z.infer<typeof Publication>;
