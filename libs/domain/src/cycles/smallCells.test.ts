import { describe, expect, it } from '@jest/globals';
import type { CycleView } from '@fairmark/contracts/cycles';
import { aggregatedView } from './index.js';

const view = (...people: number[]) => ({ departments: [{}], overdue: 12, steps: people.map((count, index) => ({ step: `s${index}`, people: count, overdue: count - 4 })) }) as unknown as CycleView;
const shown = (...people: number[]) => aggregatedView(view(...people)).steps.map(({ people, overdue }) => [people, overdue]);

describe('what lead and sponsor see of a cycle', () => {
  it('has no departments and no cell under five', () => {
    expect(aggregatedView(view(20, 9))).toMatchObject({ departments: [], overdue: 12 });
    expect(shown(20, 9)).toEqual([[20, 16], [9, 5]]);
    expect(shown(20, 3, 2, 8)).toEqual([[20, 16], [8, null]]);
  });

  it('hides a second cell when the total would tell the first', () => {
    expect(shown(20, 3, 8)).toEqual([[20, 16]]);
    expect(shown(3)).toEqual([]);
  });
});
