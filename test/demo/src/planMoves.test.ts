import { expect, test } from '@jest/globals';
import { planFaults } from '@fairmark/tools/demo/judge/plan.mjs';

const faults = async (plan: 'moved' | 'kept' | undefined, row: { moved: boolean; told: boolean } | undefined): Promise<string[]> => {
  const found: string[] = [];
  for await (const fault of planFaults({ scenario: plan ? { plan } : {}, approvalId: 'a', read: () => Promise.resolve(row ? [row] : []) })) found.push(fault);
  return found;
};

test('the judge names a review that ends under another version than stated, or was never told', async () => {
  expect(await faults('moved', { moved: true, told: true })).toEqual([]);
  expect(await faults(undefined, undefined)).toEqual([]);
  expect(await faults('moved', { moved: false, told: true })).toHaveLength(1);
  expect(await faults('kept', { moved: true, told: true })).toHaveLength(1);
  expect(await faults('kept', { moved: false, told: false })).toHaveLength(1);
  expect(await faults('kept', undefined)).toHaveLength(1);
});
