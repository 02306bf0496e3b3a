import { z } from 'zod';
import { Id } from '../common/index.js';

/** What a cohort must represent: community type, operator profile, availability of data. */
export const Stratum = z.enum(['type', 'profile', 'availability']).meta({ id: 'PilotStratum' });
export type Stratum = z.infer<typeof Stratum>;

/** How many chosen communities stand for one value of a stratum. `why` says what is missing: too few exist, or too few were chosen. */
export const Coverage = z.object({ stratum: Stratum, value: z.string(), wanted: z.int(), chosen: z.int(), available: z.int(), why: z.enum(['tooFewExist', 'tooFewChosen']).nullable() }).meta({ id: 'PilotCoverage' });
export type Coverage = z.infer<typeof Coverage>;

/** A comparison community and how it was found: the same strata, or the nearest baseline. */
export const Match = z.object({ pilotId: Id, comparisonId: Id, by: z.enum(['strata', 'baseline']) }).meta({ id: 'PilotMatch' });
export type Match = z.infer<typeof Match>;

export const CohortProposal = z.object({ pilots: z.array(Id), matches: z.array(Match), unmatched: z.array(Id), coverage: z.array(Coverage) }).meta({ id: 'PilotCohortProposal' });
export type CohortProposal = z.infer<typeof CohortProposal>;

/** Freezes the cohort; a choice that differs from the proposal needs a reason. */
export const FreezeCohort = z
  .object({ pilotIds: z.array(Id).min(1).max(500), comparisonIds: z.array(Id).max(500), reason: z.string().trim().max(2_000).optional() })
  .meta({ id: 'FreezeCohort' });
export type FreezeCohort = z.infer<typeof FreezeCohort>;
