import { pdcaErrors } from '@fairmark/contracts/errors';
import { AdoptVersion } from '@fairmark/contracts/pdca';
import type { PlanDocument } from '@fairmark/contracts/plans';
import { changesBetween, limitViolations, uncoveredChanges, type ItemChange } from '@fairmark/domain/pdca';
import type { Transition } from '@fairmark/domain/process';
import { adjustmentsOf, adoptedVersions, startTracking, writeConclusion, writeVersion, type AdjustmentRow } from '@fairmark/persistence/pdca';
import { planApprovalState, planOfVersion } from '@fairmark/persistence/plans';
import { lockedRollout, readMeasure, type RolloutRow } from '@fairmark/persistence/rollouts';
import { refuse, type DecisionContext, type ProcessContext } from '../processes/index.js';
import { endOfPhase } from './dates.js';
import { loadQuarter, type Quarter } from './quarter.js';

/**
 * An approved plan version carries the adjustments out: inside the limits, and nothing in it that no adjustment names. From now on their effect is followed. The version counts from the next
 * cycle on; running reviews keep theirs. The rollout is locked: of two quarters that overlap one adopts after the other and sees what it adopted.
 */
export async function adopt(context: DecisionContext): Promise<Transition> {
  const { tx, process, visit, actorId, now } = context;
  const { planVersionId } = AdoptVersion.parse(context.body);
  const quarter = await loadQuarter(context);
  const rollout = await lockedRollout(tx, quarter.row.rolloutId);
  const adjustments = (await adjustmentsOf(tx, process.refId)).filter(({ state }) => state === 'proposed');
  if (adjustments.length === 0) refuse(pdcaErrors.noAdjustment);
  const { before, after, basedOnId } = await documents(context, rollout, planVersionId);
  const changes = await allowedChanges(context, quarter, { before, after, adjustments });
  await writeVersion(tx, { rolloutId: rollout.id, quarterId: process.refId, planVersionId, basedOnId, source: 'adjust', changes, by: actorId, now });
  await writeConclusion(tx, process.refId, { changed: true, planVersionId });
  for (const { id, expected } of adjustments) await startTracking(tx, id, await readMeasure(tx, expected.measure, { of: 'rollout', rolloutId: rollout.id }, now));
  return {
    outcome: 'adopted', step: 'tracking', close: [{ visitId: visit.id, outcome: 'adopted', by: actorId }], open: [await trackingVisit(context, quarter)],
    audit: [{ action: 'pdcaQuarter.adopted', object: process.refId, after: { planVersionId, basedOnId, changes: changes.length, adjustments: adjustments.map(({ id }) => id) } }],
  };
}

/** Nobody acts: the effect shows itself until the date. */
export const trackingVisit = async (context: ProcessContext, quarter: Quarter) => ({
  step: 'tracking', assignees: [], subjectId: null, deadline: await endOfPhase(context, quarter, 'track'), timeout: 'moveOn' as const, payload: { rolloutId: quarter.row.rolloutId, key: quarter.row.quarter },
});

async function documents({ tx }: DecisionContext, rollout: RolloutRow, planVersionId: string): Promise<{ before: PlanDocument; after: PlanDocument; basedOnId: string }> {
  const basedOnId = rollout.planVersionId;
  const after = await planOfVersion(tx, planVersionId);
  const before = basedOnId === null ? undefined : await planOfVersion(tx, basedOnId);
  if (!after || !before || basedOnId === null || basedOnId === planVersionId || after.planId !== rollout.planId) return refuse(pdcaErrors.otherPlan);
  if ((await planApprovalState(tx, planVersionId)).state !== 'approved') refuse(pdcaErrors.notApproved);
  return { before: before.document, after: after.document, basedOnId };
}

async function allowedChanges({ tx }: DecisionContext, { row, settings }: Quarter, { before, after, adjustments }: { before: PlanDocument; after: PlanDocument; adjustments: readonly AdjustmentRow[] }): Promise<ItemChange[]> {
  const [violation] = limitViolations({ before, after, quarter: row.quarter, history: await adoptedVersions(tx, row.rolloutId), limits: settings.limits });
  if (violation) refuse(violation.code, violation.details);
  const changes = changesBetween(before, after).flatMap(({ items }) => items);
  const [uncovered] = uncoveredChanges(changes, adjustments.flatMap(({ touches }) => touches));
  if (uncovered) refuse(pdcaErrors.uncovered, { sheetId: uncovered.sheetId, indicatorId: uncovered.indicatorId });
  return changes;
}
