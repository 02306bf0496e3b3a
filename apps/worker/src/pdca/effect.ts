import { pdcaErrors } from '@fairmark/contracts/errors';
import { DecideEffect } from '@fairmark/contracts/pdca';
import { compareEffect } from '@fairmark/domain/pdca';
import type { Transition } from '@fairmark/domain/process';
import { adjustmentsOf, decideAdjustment, storeComparison, type AdjustmentRow } from '@fairmark/persistence/pdca';
import { readMeasure } from '@fairmark/persistence/rollouts';
import { refuse, type DecisionContext, type VisitContext } from '../processes/index.js';
import { trackingVisit } from './adopt.js';
import { finishQuarter } from './finish.js';
import { askLead, loadQuarter } from './quarter.js';
import { revert } from './revert.js';

type Decisions = DecideEffect['decisions'];

/** The time for tracking is over: every effect is compared with what was expected, and the lead decides. */
export async function compare(context: VisitContext): Promise<Transition> {
  const { tx, now, process, visit } = context;
  const quarter = await loadQuarter(context);
  const tracked = (await adjustmentsOf(tx, process.refId)).filter(({ state }) => state === 'tracking');
  for (const { id, expected, baseline } of tracked) {
    const measured = await readMeasure(tx, expected.measure, { of: 'rollout', rolloutId: quarter.row.rolloutId }, now);
    await storeComparison(tx, id, compareEffect(expected, baseline ?? { ...measured, value: null }, measured, quarter.settings.minSample));
  }
  return {
    outcome: 'compared', close: [{ visitId: visit.id, outcome: 'compared', byTimeout: true }], open: [askLead(quarter, 'effect', { duration: { n: 5, unit: 'workingDay' } })],
    audit: [{ action: 'pdcaQuarter.compared', object: process.refId, after: { adjustments: tracked.map(({ id }) => id) } }],
  };
}

/** Keep, revert or follow on: one decision for each adjustment. What is reverted makes a new version; what is extended is followed once more. */
export async function decideEffect(context: DecisionContext): Promise<Transition> {
  const { tx, visit, actorId, now, process } = context;
  const { decisions } = DecideEffect.parse(context.body);
  const quarter = await loadQuarter(context);
  const adjustments = await adjustmentsOf(tx, process.refId);
  const tracked = adjustments.filter(({ state }) => state === 'tracking');
  mustBeComplete(tracked, decisions, quarter.settings.extensions);
  const reverted = tracked.filter(({ id }) => decisions.some(({ adjustmentId, decision }) => adjustmentId === id && decision === 'revert'));
  if (reverted.length > 0) await revert(context, quarter, reverted.flatMap(({ touches }) => touches));
  for (const decision of decisions) await decideAdjustment(tx, decision, actorId, now);
  const close = [{ visitId: visit.id, outcome: 'decided', by: actorId }];
  const audit = [{ action: 'pdcaQuarter.decided', object: process.refId, after: { decisions: decisions.map(({ adjustmentId, decision }) => ({ adjustmentId, decision })) } }];
  if (decisions.some(({ decision }) => decision === 'extend')) return { outcome: 'extended', close, open: [await trackingVisit(context, quarter)], audit };
  const ended = await finishQuarter(context, quarter, outcomeOf(await adjustmentsOf(tx, process.refId)));
  return { ...ended, close, audit: [...audit, ...ended.audit] };
}

function mustBeComplete(tracked: readonly AdjustmentRow[], decisions: Decisions, extensions: number): void {
  const once = tracked.every(({ id }) => decisions.filter(({ adjustmentId }) => adjustmentId === id).length === 1);
  if (!once || decisions.length !== tracked.length) refuse(pdcaErrors.undecided, { adjustments: tracked.map(({ id }) => id) });
  const worn = tracked.find((row) => row.extensions >= extensions && decisions.some(({ adjustmentId, decision }) => adjustmentId === row.id && decision === 'extend'));
  if (worn) refuse(pdcaErrors.noMoreExtensions, { adjustmentId: worn.id, limit: extensions });
}

function outcomeOf(adjustments: readonly AdjustmentRow[]): 'kept' | 'reverted' | 'mixed' {
  const [kept, reverted] = (['kept', 'reverted'] as const).map((state) => adjustments.some((row) => row.state === state));
  return kept && reverted ? 'mixed' : kept ? 'kept' : 'reverted';
}
