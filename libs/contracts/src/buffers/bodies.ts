import { z } from 'zod';
import { Id, LocalDate } from '../common/index.js';

const Text = z.string().trim().min(1).max(10_000);

/** One goal of an improvement: what must be better at the end, and how one will see it. Judged one by one. */
export const SupportGoal = z.object({ title: z.string().trim().min(1).max(200), measure: z.string().trim().min(1).max(1_000) }).meta({ id: 'SupportGoal' });
export type SupportGoal = z.infer<typeof SupportGoal>;

/** Body of `submit` in the step `supportPlan`: what the company gives and what is expected. Goals are fixed once the person has agreed. */
export const SupportPlan = z
  .object({ goals: z.array(SupportGoal).min(1).max(10), partnerId: Id.nullable().default(null), training: z.array(z.string().trim().min(1).max(500)).max(20).default([]), note: z.string().max(10_000).default('') })
  .meta({ id: 'SupportPlan' });
export type SupportPlan = z.infer<typeof SupportPlan>;

/** Body of `object` in the step `supportPlanConsent`: the plan goes back with the person's reason. */
export const ObjectToSupportPlan = z.object({ reason: Text }).meta({ id: 'ObjectToSupportPlan' });

/** Body of `checkIn` in the step `improvement`: one of the company's check-ins was held. */
export const BufferCheckIn = z.object({ heldOn: LocalDate, note: Text }).meta({ id: 'BufferCheckIn' });
export type BufferCheckIn = z.infer<typeof BufferCheckIn>;

/** How an improvement ended: `fulfilled` waives the consequence, `partly` softens it, `not` lets it take effect. */
export const ImprovementOutcome = z.enum(['fulfilled', 'partly', 'not']).meta({ id: 'ImprovementOutcome' });
export type ImprovementOutcome = z.infer<typeof ImprovementOutcome>;

/** Body of `judge` (manager and HR, each on their own) and of `sign` (the next-level manager, who takes one of the two judgements). */
export const JudgeImprovement = z.object({ outcome: ImprovementOutcome, reason: Text }).meta({ id: 'JudgeImprovement' });
export type JudgeImprovement = z.infer<typeof JudgeImprovement>;
