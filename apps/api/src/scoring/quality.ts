import type { ComposedItem } from '@fairmark/contracts/goals';
import type { QualityMark } from '@fairmark/contracts/scoring';
import type { ScoreInput } from '@fairmark/domain/scoring';

/** Quality of the data behind a score, as it is shown beside the values. */
export function marksOf({ quality, minQualityBp }: Pick<ScoreInput, 'quality' | 'minQualityBp'>): QualityMark[] {
  return quality.map((one) => ({ ...one, blocks: one.qualityBp < minQualityBp && !one.accepted }));
}

/** Marks of the indicators of one item: its own and, for a formula, its inputs. */
export function marksOfItem(marks: readonly QualityMark[], item: ComposedItem): QualityMark[] {
  const ids = new Set([item.indicator?.id, ...item.inputs.map((input) => input.id)]);
  return marks.filter((mark) => ids.has(mark.indicatorId));
}
