import { goalsErrors } from '@fairmark/contracts/errors';
import type { ComposedItem, ComposedSheet, GoalFinding, GoalProposal, PersonalGoal, TargetProposal } from '@fairmark/contracts/goals';
import { isValidValue, needsStepCurve } from '../plans/sheets.js';
import { Rational } from '../scoring/rational.js';
import { itemsOf } from './apply.js';
import { PERSONAL_GOALS_MAX_BP } from './constants.js';
import { isRealistic } from './realism.js';

export interface Period {
  /** First and last day, `YYYY-MM-DD`. */
  readonly start: string;
  readonly end: string;
}

/** `refusals` keep the goals from being put forward; `flags` go with them: each needs a second approver. */
export interface GoalCheck {
  refusals: GoalFinding[];
  flags: GoalFinding[];
}

const finding = (code: string, itemId: string | null, details: Record<string, unknown> = {}): GoalFinding => ({ code, itemId, details });

/** Checks goals against the sheet before they were applied to it. Rule (rules §1, §3): only targets and personal goals are negotiable. */
export function checkGoals(sheet: ComposedSheet, goals: GoalProposal, period: Period): GoalCheck {
  const items = new Map(itemsOf(sheet).map((item) => [item.itemId, item]));
  const checks = goals.items.map((proposal) => checkTarget(items.get(proposal.itemId), proposal));
  const ids = goals.items.map((item) => item.itemId);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => finding(goalsErrors.itemTwice, id));
  return { refusals: [...twice, ...checks.flatMap((check) => check.refusals), ...personalRefusals(sheet, goals.personalGoals, period)], flags: checks.flatMap((check) => check.flags) };
}

function checkTarget(item: ComposedItem | undefined, { itemId, target, reason }: TargetProposal): GoalCheck {
  const refused = (code: string, details: Record<string, unknown> = {}): GoalCheck => ({ refusals: [finding(code, itemId, details)], flags: [] });
  if (!item?.indicator) return refused(goalsErrors.unknownItem);
  if (item.target !== null && Rational.parse(target).compare(Rational.parse(item.target)) === 0) return { refusals: [], flags: [] };
  if (!item.targetEditable) return refused(goalsErrors.targetNotEditable);
  if (!isValidValue(item.indicator, target)) return refused(goalsErrors.targetOutOfRange, { target, ...item.indicator.validity });
  if (needsStepCurve(item.indicator, target)) return refused(goalsErrors.targetNeedsStepCurve, { target });
  if (!item.realismBand || isRealistic(target, item.realismBand)) return { refusals: [], flags: [] };
  const flags = [finding(goalsErrors.targetUnrealistic, itemId, { target, ...item.realismBand })];
  return { refusals: reason ? [] : [finding(goalsErrors.unrealisticReasonMissing, itemId, { target, ...item.realismBand })], flags };
}

function personalRefusals({ personalRules }: ComposedSheet, goals: readonly PersonalGoal[], period: Period): GoalFinding[] {
  const weightBp = goals.reduce((sum, goal) => sum + goal.weightBp, 0);
  const maxBp = Math.min(personalRules.goalsMaxBp, PERSONAL_GOALS_MAX_BP);
  const ids = goals.map((goal) => goal.goalId);
  return [
    ...(goals.length > personalRules.goalsMaxCount ? [finding(goalsErrors.tooManyPersonalGoals, null, { count: goals.length, max: personalRules.goalsMaxCount })] : []),
    ...(weightBp > maxBp ? [finding(goalsErrors.personalWeightTooHigh, null, { weightBp, maxBp })] : []),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((goalId) => finding(goalsErrors.personalGoalTwice, null, { goalId })),
    ...goals.filter((goal) => goal.dueOn < period.start || goal.dueOn > period.end).map((goal) => finding(goalsErrors.personalDueOutsidePeriod, null, { goalId: goal.goalId, dueOn: goal.dueOn })),
  ];
}
