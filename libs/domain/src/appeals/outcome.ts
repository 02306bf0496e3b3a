import type { AppealItem, AppealValue } from '@fairmark/contracts/appeals';
import { standingValue, type AppealState } from './state.js';

export interface ChangedItem {
  readonly item: AppealItem;
  readonly value: AppealValue;
}

/** What the decisions of both levels together change: each contested item with the value that now stands, where it is another one. */
export function changedItems(state: AppealState): ChangedItem[] {
  return state.contested.flatMap(({ item, value: before }) => {
    const value = standingValue(state, item);
    return value && JSON.stringify(value) !== JSON.stringify(before) ? [{ item, value }] : [];
  });
}

export interface BandChange {
  /** Bands of the plan, highest first. */
  readonly bands: readonly string[];
  readonly contested: string | null;
  /** Bands of the computed total before and after the decision. */
  readonly computedBefore: string | null;
  readonly computedAfter: string | null;
  /** What the panel put in the place of a calibration change. */
  readonly decided: string | null;
}

/**
 * The band of an adjusted result. Rule: it follows the new total where that reaches another band, and is never worse than the contested one: what calibration had raised stays, and
 * what it had lowered stays too as long as neither the panel nor a new total says otherwise.
 */
export function adjustedBand({ bands, contested, computedBefore, computedAfter, decided }: BandChange): string | null {
  const recomputed = computedAfter === computedBefore ? null : computedAfter;
  const candidates = [contested, decided, recomputed].filter((band): band is string => band !== null);
  return [...candidates].sort((a, b) => bands.indexOf(a) - bands.indexOf(b))[0] ?? null;
}
