import { describe, expect, test } from '@jest/globals';
import { referencePlan } from '../reference.js';
import { planDifferences, sameBands } from './index.js';

const [firstBand, ...otherBands] = referencePlan.bands;
if (!firstBand) throw new Error('The reference plan has no band.');

describe('differences of two plan versions', () => {
  test('are none for the same document, nor for entries in another order', () => {
    expect(planDifferences(referencePlan, structuredClone(referencePlan))).toEqual([]);
    expect(planDifferences(referencePlan, { ...referencePlan, indicators: [...referencePlan.indicators].reverse() }).map((one) => one.change)).toEqual(['changed']);
  });

  test('name the smallest place, with entries by their key', () => {
    const [sheet] = referencePlan.sheets;
    const [item] = sheet?.items ?? [];
    if (!sheet || !item) throw new Error('The reference plan has no sheet.');
    const after = structuredClone(referencePlan);
    const found = after.sheets[0]?.items[0];
    if (found) found.weightBp += 100;
    after.goalChanges.maxCount += 1;
    expect(planDifferences(referencePlan, after)).toEqual([
      { part: 'sheets', path: `sheets.${sheet.id}.items.${item.indicatorId}.weightBp`, change: 'changed', before: item.weightBp, after: item.weightBp + 100 },
      { part: 'goalChanges', path: 'goalChanges.maxCount', change: 'changed', before: referencePlan.goalChanges.maxCount, after: referencePlan.goalChanges.maxCount + 1 },
    ]);
  });

  test('tell what is new and what falls away', () => {
    const after = { ...referencePlan, bands: [...otherBands, { ...firstBand, code: 'Z' }] };
    expect(planDifferences(referencePlan, after).filter((one) => one.part === 'bands').map(({ path, change }) => [path, change])).toEqual([['bands.Z', 'added'], [`bands.${firstBand.code}`, 'removed']]);
    expect([sameBands(referencePlan, after), sameBands(referencePlan, { ...referencePlan, bands: [{ ...firstBand, lowerCenti: firstBand.lowerCenti + 1 }, ...otherBands] })]).toEqual([false, true]);
  });
});
