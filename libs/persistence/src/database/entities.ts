import { Plan, PlanVersion } from '../plans/entities.js';

/** Entities of the aggregates that are written through the ORM. */
export const entities = [Plan, PlanVersion] as const;
