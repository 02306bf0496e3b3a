import { z } from 'zod';
import { Id, Instant, LocalDate, PersonRef } from '../common/index.js';
import { RiskBody } from './bodies.js';

/** A risk of the register. `grade` is probability × impact, 1 to 25; `triggeredSince` is when its measure was first read beyond the limit, null while it is not. */
export const RiskView = RiskBody.omit({ ownerId: true }).extend({ id: Id, owner: PersonRef, grade: z.int(), triggeredSince: Instant.nullable(), reviewOn: LocalDate }).meta({ id: 'RiskView' });
export type RiskView = z.infer<typeof RiskView>;

/** The register: what shows comes first, then by grade. */
export const RiskList = z.object({ risks: z.array(RiskView) }).meta({ id: 'RiskList' });
export type RiskList = z.infer<typeof RiskList>;

export const RisksAdded = z.object({ added: z.int() }).meta({ id: 'RisksAdded' });
export type RisksAdded = z.infer<typeof RisksAdded>;
