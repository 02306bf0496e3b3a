import { ApprovalStoreErrors, pdcaErrors } from '@fairmark/contracts/errors';
import type { TouchedItem } from '@fairmark/contracts/pdca';
import { startInstance } from '@fairmark/domain/approval';
import { changesBetween, revertItems } from '@fairmark/domain/pdca';
import { validatePlan } from '@fairmark/domain/plans';
import { prepareCase, submitRequest } from '@fairmark/persistence/approvals';
import { sql } from '@fairmark/persistence/database';
import { versionsOfQuarter, writeVersion } from '@fairmark/persistence/pdca';
import { beginPlanApproval, planHash, planOfVersion, setPlanApproval, storeVersion } from '@fairmark/persistence/plans';
import { lockedRollout } from '@fairmark/persistence/rollouts';
import { refuse, type DecisionContext } from '../processes/index.js';
import type { Quarter } from './quarter.js';

/**
 * What was touched stands again as it was before the quarter's version, on top of whatever the next quarter has adopted meanwhile: a new version. It is not one of the versions that a quarter may
 * bring. Content that was approved before stays approved; anything else is handed in for approval, and no cycle opens under it before.
 */
export async function revert(context: DecisionContext, { row }: Quarter, touches: readonly TouchedItem[]): Promise<void> {
  const { tx, actorId, now } = context;
  const rollout = await lockedRollout(tx, row.rolloutId);
  const adopted = (await versionsOfQuarter(tx, row.id)).find(({ source }) => source === 'adjust');
  const before = adopted && (await planOfVersion(tx, adopted.basedOnId));
  const present = rollout.planVersionId === null ? undefined : await planOfVersion(tx, rollout.planVersionId);
  if (!adopted || !before || !present || rollout.planVersionId === null) return refuse(pdcaErrors.otherPlan);
  const document = revertItems(before.document, present.document, adopted.changes, touches);
  const { overrides } = before;
  const stored = await storeVersion(tx, { document, overrides, findings: validatePlan(document, { overrides, allowSeconds: true }), actorId });
  await approveAgain(context, rollout.planId, stored.versionId, planHash(document));
  await writeVersion(tx, { rolloutId: rollout.id, quarterId: row.id, planVersionId: stored.versionId, basedOnId: rollout.planVersionId, source: 'revert', changes: changesBetween(present.document, document).flatMap(({ items }) => items), by: actorId, now });
}

async function approveAgain(context: DecisionContext, planId: string, versionId: string, hash: string): Promise<void> {
  const { tx, actorId } = context;
  const known = await tx.one(sql<{ id: string }>`select id from plan_versions where plan_id = ${planId} and document_hash = ${hash} and (approval_state = 'approved' or frozen_at is not null) limit 1`);
  if (known) return setPlanApproval(tx, versionId, 'approved');
  await mustStart(context, versionId);
  if (await beginPlanApproval(tx, versionId)) await submitRequest(tx, { purpose: 'planVersion', subjectId: null, submitterId: actorId, departmentId: null, about: { planVersionId: versionId }, fields: {}, chosen: {}, reason: null });
}

/** A case that nobody could act in is refused here, where somebody reads the answer. */
async function mustStart({ tx, actorId, now }: DecisionContext, planVersionId: string): Promise<void> {
  const prepared = await prepareCase(tx, { purpose: 'planVersion', scope: { subjectId: null, departmentId: null, planVersionId, chosen: {} }, subjectIds: [], submitterId: actorId, fields: {}, flags: {} }, now);
  if (!prepared) return refuse(ApprovalStoreErrors.unknownDefinition, { purpose: 'planVersion' });
  const result = startInstance(prepared.definition, prepared.submission);
  if (!result.ok) refuse(result.code, result.details);
}
