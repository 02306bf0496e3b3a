import { scoringErrors } from '@fairmark/contracts/errors';
import type { ScoreFlag, ScoreResult } from '@fairmark/contracts/scoring';
import { bandOf } from './bands.js';
import type { ScoreInput } from './input.js';
import { scoreItem, type ScoredItem } from './item.js';
import { givesWeight, reweight } from './reweight.js';
import { totalOf } from './total.js';

/**
 * Scores a composed sheet exactly as rules §2 says. Pure: values, judgements and quality go in, every intermediate number comes out.
 * Blocked comes before not ratable, because a value may still arrive; not ratable before incomplete, because judging would be in vain.
 * @throws DomainError `SCORING.*` for input that cannot be scored at all
 */
export function scoreSheet(input: ScoreInput): ScoreResult {
  const anyway = input.rateAnyway ?? false;
  const raw = input.sheet.blocks.flatMap((block) => block.items.map((item) => scoreItem(input, block, item)));
  const { items, movedBp, ratable } = reweight(raw, anyway ? null : input.sheet.maxReweightBp);
  const blocked = items.filter((one) => isWaiting(one, anyway));
  const unjudged = items.filter(({ score }) => score.state === 'unjudged');
  const base = {
    items: items.map(({ score }) => score),
    movedWeightBp: movedBp,
    supplements: items.filter((one) => one.toSupplement).map(({ item }) => item.itemId),
    flags: items.flatMap((one) => [...one.flags, ...stateFlag(one, anyway)]),
  };
  const open = (state: ScoreResult['state'], waiting: readonly ScoredItem[]): ScoreResult => ({ ...base, state, totalCenti: null, band: null, steps: [], waitingFor: waiting.map(({ item }) => item.itemId) });
  if (blocked.length > 0) return open('blocked', blocked);
  if (!ratable) return open('notRatable', items.filter((one) => givesWeight(one, anyway)));
  if (unjudged.length > 0) return open('incomplete', unjudged);
  const total = totalOf(base.items);
  return { ...base, state: 'scored', totalCenti: total.centi, band: bandOf(input.sheet.bands, total.centi), steps: total.steps, waitingFor: [] };
}

/** Items that hold the whole sheet up: data under the quality limit, and missing values where the sheet says "block". */
const isWaiting = (one: ScoredItem, anyway: boolean): boolean => one.score.state === 'qualityBlocked' || (one.score.state === 'missing' && !givesWeight(one, anyway));

function stateFlag(one: ScoredItem, anyway: boolean): ScoreFlag[] {
  const codes = { missing: scoringErrors.valueMissing, notDueYet: scoringErrors.valueNotDueYet, qualityBlocked: scoringErrors.qualityBlocked, unjudged: scoringErrors.judgementMissing };
  const { state } = one.score;
  if (state === 'scored' || (state === 'missing' && givesWeight(one, anyway))) return [];
  return [{ code: codes[state], itemId: one.item.itemId, needsComment: false, details: {} }];
}
