import type { ComposedItem, ComposedSheet } from '@fairmark/contracts/goals';
import type { SheetDifference } from '@fairmark/contracts/planMoves';
import { itemsOf } from '../goals/index.js';
import { differencesAt } from '../plans/difference/keyed.js';

/** What differs for one person between two sheets: items, weights in basis points, targets, and how an item is measured. In the order of the new sheet. */
export function sheetDifferences(before: ComposedSheet, after: ComposedSheet): SheetDifference[] {
  const old = new Map(itemsOf(before).map((item) => [item.itemId, item]));
  const young = new Set(itemsOf(after).map((item) => item.itemId));
  const gone = itemsOf(before).filter((item) => !young.has(item.itemId));
  return [...itemsOf(after).flatMap((item) => differencesOf(old.get(item.itemId), item)), ...gone.map((item) => line('removed', item, String(item.weightBp), null))];
}

const line = (kind: SheetDifference['kind'], { itemId, name }: ComposedItem, from: string | null, to: string | null): SheetDifference => ({ kind, itemId, name, from, to });

function differencesOf(old: ComposedItem | undefined, item: ComposedItem): SheetDifference[] {
  if (!old) return [line('added', item, null, String(item.weightBp))];
  return [
    ...(old.weightBp === item.weightBp ? [] : [line('weight', item, String(old.weightBp), String(item.weightBp))]),
    ...(old.target === item.target ? [] : [line('target', item, old.target, item.target)]),
    ...(differencesAt('', measured(old), measured(item)).length === 0 ? [] : [line('indicator', item, null, null)]),
  ];
}

/** How an item becomes points. */
const measured = ({ indicator, anchors, counter, inputs }: ComposedItem) => ({ indicator, anchors, counter, inputs });
