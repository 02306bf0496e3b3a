import type { PlanDocument } from '@fairmark/contracts/plans';
import { improvementState, type ImprovementState } from '@fairmark/domain/buffers';
import { resultReward, type ResultRewardAmount } from '@fairmark/domain/rewards';
import type { RawBuilder } from 'kysely';
import { sql, type Executor } from '../database/index.js';

/** One result with everything its reward follows from. */
export interface RewardInput {
  reviewId: string;
  employeeId: string;
  departmentId: string;
  ratingId: string | null;
  band: string | null;
  totalCenti: number | null;
  /** A quota alone made the band low. */
  noConsequence: boolean;
  /** The improvement buffer, once it was opened. */
  improvementBuffer: { consequence: ImprovementState; effectiveAt: string | null } | null;
  shadow: boolean;
  baseCents: number | null;
  previousResultBp: number | null;
  eligibleDays: number;
  periodDays: number;
  /** Share in the team's pool, fixed at publication; null before. */
  poolCents: number | null;
  /** An appeal that holds the payment is open. */
  held: boolean;
  publishedAt: string | null;
  plan: Pick<PlanDocument, 'reward' | 'buffer'>;
}

/** Inputs of the results that `where` selects among the reviews `r`, with the band that counts now. */
export async function rewardInputs(read: Executor, where: RawBuilder<unknown>): Promise<RewardInput[]> {
  return read.all(sql<RewardInput>`
    select r.id as "reviewId", r.employee_id as "employeeId", r.department_id as "departmentId", latest.id as "ratingId", latest.band, latest.total_centi as "totalCenti", coalesce(latest.no_consequence, false) as "noConsequence",
      (select jsonb_build_object('consequence', u.consequence, 'effectiveAt', u.effective_at) from buffers u where u.review_id = r.id and u.kind = 'improvement') as "improvementBuffer", r.shadow, b.base_cents::float8 as "baseCents",
      b.previous_result_bp as "previousResultBp", coalesce(r.eligible_days, r.period_end - r.period_start + 1) as "eligibleDays", coalesce(r.period_days, r.period_end - r.period_start + 1) as "periodDays",
      s.cents::float8 as "poolCents", (not r.shadow and exists (select from appeals a where a.review_id = r.id and a.closed_at is null and a.pay_held)) as held, r.published_at as "publishedAt",
      jsonb_build_object('reward', v.document -> 'reward', 'buffer', v.document -> 'buffer') as plan
    from reviews r join plan_versions v on v.id = r.plan_version_id left join reward_bases b on b.cycle_id = r.cycle_id and b.employee_id = r.employee_id left join reward_pool_shares s on s.review_id = r.id
      left join lateral (select id, band, total_centi, no_consequence from ratings where review_id = r.id order by no desc limit 1) latest on true
    where r.state <> 'cancelled' and ${where} order by r.id`);
}

/** What the result pays as it stands; null without a base or without a band that pays. */
export const amountOf = (input: RewardInput): ResultRewardAmount | null => resultReward(input.plan, { ...input, improvement: improvementState(input.plan, input, input.improvementBuffer) });
