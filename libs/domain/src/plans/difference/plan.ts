import type { PlanDifference, PlanDocument, PlanPart } from '@fairmark/contracts/plans';
import { differencesAt } from './keyed.js';

const PARTS: Readonly<Record<string, PlanPart>> = {
  indicators: 'indicators', sheets: 'sheets', personal: 'personal', bands: 'bands', quotas: 'quotas', reward: 'reward', buffer: 'buffer', appeals: 'appeals', steps: 'steps',
  motivation: 'motivation', support: 'motivation', recognition: 'motivation', goalChanges: 'goalChanges',
};

/** Where two versions of a plan differ, place by place, in the order of the newer document. Entries are compared by their key wherever they stand; a list that is only in another order is one change. */
export function planDifferences(before: PlanDocument, after: PlanDocument): PlanDifference[] {
  return differencesAt('', before, after).map((found) => ({ part: PARTS[found.path.split('.')[0] ?? ''] ?? 'general', ...found }));
}

/** Whether results under both versions can be compared with each other: the same bands, whatever their bounds. */
export function sameBands(one: Pick<PlanDocument, 'bands'>, other: Pick<PlanDocument, 'bands'>): boolean {
  const codes = (plan: Pick<PlanDocument, 'bands'>) => plan.bands.map((band) => band.code).sort().join(' ');
  return codes(one) === codes(other);
}
