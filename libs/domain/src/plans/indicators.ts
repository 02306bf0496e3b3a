import { plansErrors } from '@fairmark/contracts/errors';
import type { Anchor, Curve, Indicator, PlanDocument, PlanFinding } from '@fairmark/contracts/plans';
import { Rational } from '../scoring/rational.js';
import { error, repeats, warning } from './finding.js';
import { indicatorOf } from './lookup.js';

const falls = (numbers: readonly number[]): boolean => numbers.some((number, index) => index > 0 && number < (numbers[index - 1] ?? number));

/** Points and steps stand in order and better results never score less. */
function curveFindings(curve: Curve, path: string): PlanFinding[] {
  if (curve.kind === 'linear') {
    const at = curve.points.map((point) => point.achievementBp);
    const unordered = at.some((value, index) => index > 0 && value <= (at[index - 1] ?? -1));
    return [
      ...(unordered ? [error(plansErrors.curveOrder, `${path}.points`)] : []),
      ...(falls(curve.points.map((point) => point.scoreCenti)) ? [error(plansErrors.curveFalls, `${path}.points`)] : []),
    ];
  }
  const bounds = curve.steps.map((step) => Rational.parse(step.minDifference));
  const unordered = bounds.some((bound, index) => index > 0 && bound.compare(bounds[index - 1] ?? bound) >= 0);
  return [
    ...(unordered ? [error(plansErrors.curveOrder, `${path}.steps`)] : []),
    ...(falls([curve.otherwiseCenti, ...curve.steps.map((step) => step.scoreCenti).reverse()]) ? [error(plansErrors.curveFalls, `${path}.steps`)] : []),
  ];
}

/** Judged points need a description at both ends, so that two scorers mean the same. */
export function anchorFindings(anchors: readonly Anchor[], path: string): PlanFinding[] {
  const scores = anchors.map((anchor) => anchor.score);
  const complete = scores.includes(0) && scores.includes(100) && new Set(scores).size === scores.length;
  return complete ? [] : [error(plansErrors.anchorsIncomplete, path, { scores })];
}

function measurementFindings(plan: PlanDocument, indicator: Indicator, path: string): PlanFinding[] {
  const { measurement, curve, lagging } = indicator;
  if (measurement.kind === 'judged') {
    return [
      ...anchorFindings(measurement.anchors, `${path}.measurement.anchors`),
      ...(curve ? [error(plansErrors.curveOnJudged, `${path}.curve`)] : []),
      ...(lagging ? [error(plansErrors.laggingOnJudged, `${path}.lagging`)] : []),
    ];
  }
  if (measurement.kind === 'computed') return [];
  return measurement.terms.flatMap((term, index) => {
    const input = indicatorOf(plan, term.indicatorId);
    const at = `${path}.measurement.terms[${index}]`;
    if (!input) return [error(plansErrors.formulaUnknownInput, at, { indicatorId: term.indicatorId })];
    return input.measurement.kind === 'computed' ? [] : [error(plansErrors.formulaNested, at, { indicatorId: term.indicatorId })];
  });
}

function counterFindings(plan: PlanDocument, { id, counterIndicatorId }: Indicator, path: string): PlanFinding[] {
  if (counterIndicatorId === undefined) return [];
  if (counterIndicatorId === id) return [error(plansErrors.counterIndicatorItself, path, { indicatorId: id })];
  return indicatorOf(plan, counterIndicatorId) ? [] : [error(plansErrors.counterIndicatorUnknown, path, { counterIndicatorId })];
}

function findingsOfOne(plan: PlanDocument, indicator: Indicator, path: string): PlanFinding[] {
  const { validity, lagging, curve } = indicator;
  const empty = Rational.parse(validity.min).compare(Rational.parse(validity.max)) >= 0;
  const short = lagging !== undefined && lagging.maxAgeDays < lagging.windowDays;
  return [
    ...(empty ? [error(plansErrors.rangeEmpty, `${path}.validity`, validity)] : []),
    ...(short ? [warning(plansErrors.laggingShort, `${path}.lagging`, lagging)] : []),
    ...(curve ? curveFindings(curve, `${path}.curve`) : []),
    ...measurementFindings(plan, indicator, path),
    ...counterFindings(plan, indicator, `${path}.counterIndicatorId`),
  ];
}

/** Findings about the definitions of the indicators. */
export function indicatorFindings(plan: PlanDocument): PlanFinding[] {
  return [
    ...repeats(plan.indicators, (one) => one.id).map((index) => error(plansErrors.duplicateIndicator, `indicators[${index}]`)),
    ...plan.indicators.flatMap((indicator, index) => findingsOfOne(plan, indicator, `indicators[${index}]`)),
  ];
}
