import { RolloutErrors } from '@fairmark/contracts/errors';
import type { PlanDocument, PlanOverride } from '@fairmark/contracts/plans';
import { DomainError } from '@fairmark/domain/common';
import { blockingFindings, validatePlan } from '@fairmark/domain/plans';
import { sql, type Executor } from '../database/index.js';
import { planApprovalState, plansNeedApproval } from '../plans/index.js';
import type { RolloutRow } from './rows.js';

interface Version {
  planId: string;
  no: number;
  state: 'draft' | 'inUse' | 'retired';
  document: PlanDocument;
  overrides: PlanOverride[];
}

/**
 * Makes sure that a rollout may use a version, and locks it against a save of its draft at the same moment; answers its number.
 * @throws DomainError `ROLLOUT.OTHER_PLAN`, `ROLLOUT.PLAN_NOT_USABLE`, `ROLLOUT.PLAN_NOT_APPROVED`
 */
export async function usableVersion(tx: Executor, { planId }: Pick<RolloutRow, 'planId'>, planVersionId: string): Promise<number> {
  const version = await tx.one(sql<Version>`select plan_id as "planId", no, state, document, overrides from plan_versions where id = ${planVersionId} for update`);
  if (version?.planId !== planId) throw new DomainError(RolloutErrors.otherPlan, { planVersionId });
  // Lengths in seconds were refused when it was uploaded, where they are not allowed.
  const forbidden = blockingFindings(validatePlan(version.document, { overrides: version.overrides, allowSeconds: true })).length > 0;
  if (version.state === 'retired' || forbidden) throw new DomainError(RolloutErrors.planNotUsable, { planVersionId });
  if ((await plansNeedApproval(tx)) && (await planApprovalState(tx, planVersionId)).state !== 'approved') throw new DomainError(RolloutErrors.planNotApproved, { planVersionId });
  return version.no;
}

/** The version that pilots and waves run under from now on; those that have begun keep theirs. */
export const setPlanVersion = (tx: Executor, rolloutId: string, planVersionId: string): Promise<number> => tx.run(sql`update rollouts set plan_version_id = ${planVersionId} where id = ${rolloutId}`);
