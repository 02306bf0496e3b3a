import type { CycleView, StepCount } from '@fairmark/contracts/cycles';

/** Rule: lead and sponsor see no cell under five people, nor one that subtraction would give away (`rules.md §4`). */
const SMALLEST_CELL = 5;

/** Numbers of people with small ones taken out; when just one is, the next smallest goes too, because the total would tell it. */
function shownOf(steps: readonly StepCount[]): StepCount[] {
  const bySize = [...steps].sort((a, b) => a.people - b.people);
  const small = bySize.filter((step) => step.people < SMALLEST_CELL);
  const hidden = new Set((small.length === 1 ? bySize.slice(0, 2) : small).map((step) => step.step));
  return steps.filter((step) => !hidden.has(step.step));
}

/** A cycle as lead and sponsor see it: no departments, no small cells, nobody's lateness by itself. */
export function aggregatedView(view: CycleView): CycleView {
  return { ...view, departments: [], overdue: hide(view.overdue), steps: shownOf(view.steps).map((step) => ({ ...step, overdue: hide(step.overdue) })) };
}

const hide = (count: number | null): number | null => (count !== null && count < SMALLEST_CELL ? null : count);
