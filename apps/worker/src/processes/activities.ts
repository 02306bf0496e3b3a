import type { ProcessActivities } from '@fairmark/contracts/process';

/** The engine's methods as the plain functions that Temporal's worker registers: it does not look at a class. */
export function engineActivities(engine: ProcessActivities): ProcessActivities {
  return {
    openProcess: (args) => engine.openProcess(args),
    decide: (args) => engine.decide(args),
    applyEvent: (args) => engine.applyEvent(args),
    wake: (args) => engine.wake(args),
  };
}
