import { CycleErrors, planMoveErrors } from '@fairmark/contracts/errors';
import type { PlanDocument } from '@fairmark/contracts/plans';
import { DomainError } from '@fairmark/domain/common';
import { blockingFindings, sameBands, validatePlan } from '@fairmark/domain/plans';
import { planApprovalFindings } from '../cycles/index.js';
import { sql, type Executor } from '../database/index.js';
import { planOfVersion } from '../plans/index.js';

/** The two versions of a move, once it is sure that reviews of the cycle may run under the other one. */
export interface MoveVersions {
  from: PlanDocument;
  to: PlanDocument;
}

/**
 * Asks of a version what the launch of a cycle asks, and that its results can be compared with those of the cycle.
 * @throws DomainError `CYCLE.UNKNOWN_PLAN_VERSION`, `CYCLE.PLAN_NOT_APPROVED`, `PLAN_MOVES.OTHER_PLAN`, `PLAN_MOVES.NOT_USABLE`, `PLAN_MOVES.BANDS_DIFFER`
 */
export async function mayMoveTo(read: Executor, cycle: { planId: string; planVersionId: string }, planVersionId: string): Promise<MoveVersions> {
  const [from, to] = [await planOfVersion(read, cycle.planVersionId), await planOfVersion(read, planVersionId)];
  if (!from || !to) throw new DomainError(CycleErrors.unknownPlanVersion, { planVersionId });
  if (to.planId !== cycle.planId) throw new DomainError(planMoveErrors.otherPlan, { planVersionId });
  if (await isRetired(read, planVersionId)) throw new DomainError(planMoveErrors.notUsable, { planVersionId });
  if (!sameBands(from.document, to.document)) throw new DomainError(planMoveErrors.bandsDiffer, { planVersionId });
  // Lengths in seconds were refused when it was uploaded, where they are not allowed.
  if (blockingFindings(validatePlan(to.document, { overrides: to.overrides, allowSeconds: true })).length > 0) throw new DomainError(planMoveErrors.notUsable, { planVersionId });
  if ((await planApprovalFindings(read, planVersionId)).length > 0) throw new DomainError(CycleErrors.planNotApproved, { planVersionId });
  return { from: from.document, to: to.document };
}

const isRetired = async (read: Executor, planVersionId: string): Promise<boolean> => (await read.one(sql`select 1 from plan_versions where id = ${planVersionId} and state = 'retired'`)) !== undefined;
