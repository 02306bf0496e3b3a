import type { AppealValue } from '@fairmark/contracts/appeals';
import { AppealErrors, type AppealError } from '@fairmark/contracts/errors';
import { assertNever } from '../common/index.js';
import { sameItem } from './filing.js';
import { standingValue, type AppealState, type Proposal } from './state.js';

const BUFFER_OUTCOMES = ['fulfilled', 'partly', 'not'];
/** Only these have a scorer who could score again. */
const SCORABLE = ['indicatorData', 'judgedScore'];

/** Negative: `value` is worse for the employee than `current`; 0: the same; null: of different kinds or unknown. */
function compareValues(value: AppealValue, current: AppealValue, bands: readonly string[]): number | null {
  if (value.kind === 'score') return current.kind === 'score' ? value.scoreCenti - current.scoreCenti : null;
  const order = value.kind === 'band' ? bands : BUFFER_OUTCOMES;
  const position = (one: AppealValue): number => (one.kind === 'band' ? order.indexOf(one.band) : one.kind === 'buffer' ? order.indexOf(one.outcome) : -1);
  if (current.kind !== value.kind || position(value) < 0 || position(current) < 0) return null;
  return position(current) - position(value);
}

/** Rule: the result is never worse than the contested one, item by item; something must become better. */
function adjustedRefusal(state: AppealState, proposal: Proposal): AppealError | null {
  if (proposal.items.length === 0) return AppealErrors.noItem;
  for (const { item, value } of proposal.items) {
    const current = standingValue(state, item);
    if (item.kind === 'procedure') continue;
    if (value === null || current === null) return AppealErrors.valueMissing;
    const difference = compareValues(value, current, state.bands);
    if (difference === null) return AppealErrors.valueMissing;
    if (difference < 0) return AppealErrors.worseThanContested;
    if (difference === 0) return AppealErrors.valueUnchanged;
  }
  return proposal.items.every(({ item }) => item.kind === 'procedure') ? AppealErrors.valueMissing : null;
}

/**
 * Rule: back to scoring once, only named items that have a scorer, by another manager named by the panel; by the original scorer for
 * data errors only; the second level decides itself.
 */
function backRefusal(state: AppealState, proposal: Proposal): AppealError | null {
  if (state.level === 2) return AppealErrors.secondLevelDecidesItself;
  if (state.sentBack) return AppealErrors.alreadySentBack;
  if (proposal.items.length === 0) return AppealErrors.noItem;
  if (!proposal.items.every(({ item }) => SCORABLE.includes(item.kind))) return AppealErrors.notScorable;
  if (!proposal.rescorer) return AppealErrors.scorerMissing;
  if (proposal.rescorer.kind === 'originalScorer') {
    return proposal.items.every(({ item }) => item.kind === 'indicatorData') ? null : AppealErrors.scorerNotAllowed;
  }
  const { managerId } = proposal.rescorer;
  const involved = managerId === state.subjectId || state.originalScorerIds.includes(managerId) || (state.panel?.memberIds.includes(managerId) ?? false);
  return involved ? AppealErrors.scorerNotAllowed : null;
}

/** Why a proposal cannot be put to the vote; null when it can. */
export function proposalRefusal(state: AppealState, proposal: Proposal): AppealError | null {
  if (!proposal.items.every(({ item }) => state.contested.some((contested) => sameItem(contested.item, item)))) return AppealErrors.itemNotContested;
  switch (proposal.outcome) {
    case 'confirmed':
      return proposal.items.some(({ value }) => value !== null) ? AppealErrors.confirmedChangesNothing : null;
    case 'adjusted':
      return adjustedRefusal(state, proposal);
    case 'backToScoring':
      return backRefusal(state, proposal);
    default:
      return assertNever(proposal.outcome);
  }
}
