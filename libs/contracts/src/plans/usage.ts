import { z } from 'zod';
import { Id, PersonRef } from '../common/index.js';
import { PlanDifference } from './difference.js';

/** Query of `GET /plans/:code/versions/:no/differences`: the older version. */
export const PlanDifferencesQuery = z.object({ against: z.coerce.number().int().min(1).max(100_000) });
export type PlanDifferencesQuery = z.infer<typeof PlanDifferencesQuery>;

/** Where a version differs from an older one. */
export const PlanDifferencesView = z.object({ against: z.int(), differences: z.array(PlanDifference) }).meta({ id: 'PlanDifferencesView' });
export type PlanDifferencesView = z.infer<typeof PlanDifferencesView>;

/** How many people of a cycle are reviewed under a version; after moves the people of a cycle may be under several. */
export const PlanUsageLine = z.object({ cycleId: Id, name: z.string(), nameEn: z.string().nullable(), state: z.string(), people: z.int() }).meta({ id: 'PlanUsageLine' });
export type PlanUsageLine = z.infer<typeof PlanUsageLine>;

/** Answer of `GET /plans/:code/versions/:no/usage`, newest cycle first. */
export const PlanUsage = z.object({ cycles: z.array(PlanUsageLine) }).meta({ id: 'PlanUsage' });
export type PlanUsage = z.infer<typeof PlanUsage>;

export const PlanPeopleQuery = z.object({ cycleId: Id, page: z.coerce.number().int().min(1).max(10_000).default(1), pageSize: z.coerce.number().int().min(1).max(100).default(20) });
export type PlanPeopleQuery = z.infer<typeof PlanPeopleQuery>;

/** Answer of `GET /plans/:code/versions/:no/people`: who of a cycle is reviewed under a version, by name. It says nothing about results. */
export const PlanPeople = z.object({ total: z.int(), people: z.array(z.object({ reviewId: Id, person: PersonRef, department: z.string(), state: z.string() })) }).meta({ id: 'PlanPeople' });
export type PlanPeople = z.infer<typeof PlanPeople>;
