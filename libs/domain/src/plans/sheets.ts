import { plansErrors } from '@fairmark/contracts/errors';
import { DIMENSIONS, type Indicator, type PlanDocument, type PlanFinding, type Sheet, type SheetItem } from '@fairmark/contracts/plans';
import { isRealistic, realismBand } from '../goals/realism.js';
import { Rational, showBp } from '../scoring/rational.js';
import { error, overridable, repeats, warning } from './finding.js';
import { indicatorOf } from './lookup.js';

/** Whether a value lies in the valid range of an indicator, its ends included. */
export function isValidValue(indicator: Indicator, value: string): boolean {
  const number = Rational.parse(value);
  return number.compare(Rational.parse(indicator.validity.min)) >= 0 && number.compare(Rational.parse(indicator.validity.max)) <= 0;
}

/**
 * Whether a target needs a step curve that the indicator does not have: nothing can be divided by a target of 0, and from a negative
 * baseline a quotient means nothing. A share of sub-periods met is compared, not divided, and needs none.
 */
export function needsStepCurve(indicator: Indicator, target: string, baseline = indicator.realism?.baseline): boolean {
  if (indicator.measurement.kind === 'judged' || indicator.curve?.kind === 'step' || indicator.aggregation === 'shareOfSubPeriodsMet') return false;
  return Rational.parse(target).compare(Rational.of(0)) <= 0 || (baseline !== undefined && Rational.parse(baseline).isNegative());
}

function targetFindings(indicator: Indicator, item: SheetItem, path: string): PlanFinding[] {
  const { target } = item;
  const judged = indicator.measurement.kind === 'judged';
  if (target === undefined) return judged ? [] : [error(plansErrors.targetMissing, path)];
  if (judged) return [error(plansErrors.targetOnJudged, path)];
  const band = indicator.realism && realismBand(indicator.realism, item.baseline);
  return [
    ...(isValidValue(indicator, target) ? [] : [error(plansErrors.targetOutOfRange, path, { target, ...indicator.validity })]),
    ...(needsStepCurve(indicator, target, item.baseline) ? [error(plansErrors.stepCurveNeeded, path, { target })] : []),
    ...(band && !isRealistic(target, band) ? [warning(plansErrors.targetUnrealistic, path, { target, ...band })] : []),
  ];
}

/** Weight from which a volume without a counter-indicator is doubtful. */
const HEAVY_BP = 1_500;

/** Guard against gaming: something that is simply counted, soon, and weighs much should name what must not suffer (follower growth ↔ content depth). */
function guardFindings(indicator: Indicator, { weightBp }: SheetItem, path: string): PlanFinding[] {
  const volume = indicator.unit === 'count' && indicator.aggregation === 'sum' && indicator.direction === 'higher' && indicator.horizon === 'short' && indicator.measurement.kind === 'computed';
  return volume && indicator.counterIndicatorId === undefined && weightBp >= HEAVY_BP ? [warning(plansErrors.counterIndicatorMissing, path, { indicatorId: indicator.id, weight: showBp(weightBp) })] : [];
}

/** Balance of a sheet: both horizons, all four dimensions, something to learn. The growth item of the personal block counts. */
function balanceFindings(plan: PlanDocument, indicators: readonly Indicator[], path: string): PlanFinding[] {
  const horizons = [...new Set(indicators.map((one) => one.horizon))];
  const dimensions = new Set<string>(indicators.map((one) => one.dimension));
  if (plan.personal.growth) dimensions.add('learning');
  const empty = DIMENSIONS.filter((dimension) => !dimensions.has(dimension));
  return [
    ...(horizons.length === 1 ? [overridable(plansErrors.singleHorizon, path, { horizon: horizons[0] })] : []),
    ...(dimensions.has('learning') ? [] : [overridable(plansErrors.noGrowthItem, path)]),
    ...empty.map((dimension) => warning(plansErrors.emptyDimension, path, { dimension })),
  ];
}

function findingsOfOne(plan: PlanDocument, sheet: Sheet, path: string): PlanFinding[] {
  const known = sheet.items.map((item) => indicatorOf(plan, item.indicatorId));
  const sumBp = sheet.items.reduce((sum, item) => sum + item.weightBp, 0);
  const asksNobody = sheet.collaboration && (sheet.dependsOnDepartments.length === 0 || !plan.personal.collaboration);
  return [
    ...(sumBp === 10_000 ? [] : [error(plansErrors.weightSum, `${path}.items`, { sumBp })]),
    ...repeats(sheet.items, (item) => item.indicatorId).map((index) => error(plansErrors.duplicateItem, `${path}.items[${index}]`)),
    ...(asksNobody ? [error(plansErrors.collaborationWithoutDepartment, path)] : []),
    ...sheet.items.flatMap((item, index) => {
      const indicator = known[index];
      const at = `${path}.items[${index}]`;
      return indicator ? [...targetFindings(indicator, item, at), ...guardFindings(indicator, item, at)] : [error(plansErrors.unknownIndicator, at, { indicatorId: item.indicatorId })];
    }),
    ...balanceFindings(plan, known.filter((one) => one !== undefined), path),
  ];
}

const keyOf = ({ for: whom }: Sheet): string => JSON.stringify(whom, Object.keys(whom).sort());
const weightsOf = (sheet: Sheet): string => sheet.items.map((item) => item.weightBp).sort((a, b) => b - a).join();

/** 一刀切: two community types in the same stage whose sheets have the same weights. */
function sameWeights(plan: PlanDocument): PlanFinding[] {
  return plan.sheets.flatMap((sheet, index) => {
    const mine = sheet.for;
    if (mine.kind !== 'communityType') return [];
    const twin = plan.sheets.slice(0, index).find((other) => {
      const { for: theirs } = other;
      return theirs.kind === 'communityType' && theirs.type !== mine.type && theirs.stage === mine.stage && weightsOf(other) === weightsOf(sheet);
    });
    return twin ? [warning(plansErrors.oneSizeFitsAll, `sheets[${index}]`, { sheet: sheet.id, same: twin.id })] : [];
  });
}

const STAGES = ['base', 'growth', 'mature'] as const;

/** A type that has a sheet for one stage but not for all: its communities would have none when they change stage. */
function missingStages(plan: PlanDocument): PlanFinding[] {
  const pairs = plan.sheets.flatMap((sheet) => (sheet.for.kind === 'communityType' ? [sheet.for] : []));
  const types = [...new Set(pairs.map((pair) => pair.type))];
  return types.flatMap((type) =>
    STAGES.filter((stage) => !pairs.some((pair) => pair.type === type && pair.stage === stage)).map((stage) => warning(plansErrors.sheetMissing, 'sheets', { type, stage })),
  );
}

/** Findings about sheets: weights, targets, balance, and one size fits all. */
export function sheetFindings(plan: PlanDocument): PlanFinding[] {
  return [
    ...repeats(plan.sheets, keyOf).map((index) => error(plansErrors.duplicateSheet, `sheets[${index}]`)),
    ...repeats(plan.sheets, (sheet) => sheet.id).map((index) => error(plansErrors.duplicateSheet, `sheets[${index}].id`)),
    ...plan.sheets.flatMap((sheet, index) => findingsOfOne(plan, sheet, `sheets[${index}]`)),
    ...sameWeights(plan),
    ...missingStages(plan),
  ];
}
