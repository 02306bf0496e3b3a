import type { RolloutLine, RolloutPhase, RolloutStepView } from '@fairmark/contracts/rollouts';
import { forecast } from '@fairmark/domain/rollouts';
import type { StepRow } from '@fairmark/persistence/rollouts';

/** Steps with the dates that they have now: what comes later moves with what is late. */
export function stepViews(steps: readonly StepRow[], today: string): RolloutStepView[] {
  const dates = forecast(steps, today);
  return steps.map((step, index) => {
    const { from = step.plannedFrom, to = step.plannedTo, slipDays = 0 } = dates[index] ?? {};
    return { ...step, forecastFrom: from, forecastTo: to, slipDays, critical: step.state === 'open' || step.state === 'planned' };
  });
}

/** Last day of a phase, as planned and as it looks on a day. */
export function endOfPhase(steps: readonly StepRow[], phase: RolloutPhase, today: string): Pick<RolloutLine, 'plannedTo' | 'forecastTo'> {
  const last = stepViews(steps, today).findLast((step) => step.phase === phase);
  return { plannedTo: last?.plannedTo ?? null, forecastTo: last?.forecastTo ?? null };
}
