import { goalsErrors } from '@fairmark/contracts/errors';
import { PERSONAL_BLOCK, type ComposedItem, type PersonalGoal } from '@fairmark/contracts/goals';
import type { Anchor, Indicator, PlanDocument, Sheet, SheetItem } from '@fairmark/contracts/plans';
import { DomainError } from '../common/index.js';
import { indicatorOf } from '../plans/lookup.js';
import { realismBand } from './realism.js';

function known(plan: PlanDocument, indicatorId: string): Indicator {
  const indicator = indicatorOf(plan, indicatorId);
  if (!indicator) throw new DomainError(goalsErrors.unknownIndicator, { indicatorId });
  return indicator;
}

/** A line of a sheet with everything that scoring will need, so that a later plan version changes nothing. */
export function indicatorItem(plan: PlanDocument, sheet: Sheet, item: SheetItem, blockCode: string, weightBp: number): ComposedItem {
  const indicator = known(plan, item.indicatorId);
  const { measurement } = indicator;
  return {
    itemId: `${blockCode}.${item.indicatorId}`,
    kind: 'indicator',
    name: indicator.name,
    weightBp,
    horizon: indicator.horizon,
    indicator,
    counter: indicator.counterIndicatorId ? known(plan, indicator.counterIndicatorId) : null,
    inputs: measurement.kind === 'formula' ? measurement.terms.map((term) => known(plan, term.indicatorId)) : [],
    target: item.target ?? null,
    targetEditable: item.targetEditable && item.target !== undefined,
    realismBand: indicator.realism ? realismBand(indicator.realism, item.baseline) : null,
    missing: item.missing ?? sheet.missing,
    anchors: measurement.kind === 'judged' ? measurement.anchors : null,
    goal: null,
  };
}

const judged = { indicator: null, counter: null, inputs: [], target: null, targetEditable: false, realismBand: null, missing: 'block', goal: null } as const;

/** Growth or collaboration: items of the personal block that every sheet of the plan has. */
export function personalItem(plan: PlanDocument, kind: 'growth' | 'collaboration'): ComposedItem | undefined {
  const item = plan.personal[kind];
  if (!item) return undefined;
  return { ...judged, inputs: [], itemId: `${PERSONAL_BLOCK}.${kind}`, kind, name: item.name, weightBp: item.weightBp, horizon: kind === 'growth' ? 'long' : 'short', anchors: item.anchors };
}

/** The employee's own goal as a line of the sheet. Trials are judged on doing and learning, so every personal goal is judged. */
export function goalItem(goal: PersonalGoal, anchors: Anchor[]): ComposedItem {
  return {
    ...judged, inputs: [], itemId: `${PERSONAL_BLOCK}.${goal.goalId}`, kind: 'personalGoal', name: { zh: goal.title }, weightBp: goal.weightBp, horizon: 'short',
    target: goal.target ?? null, anchors, goal,
  };
}
