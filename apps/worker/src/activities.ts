import type { ProcessActivities } from '@fairmark/contracts/process';
import type { Database } from '@fairmark/persistence/database';
import { ProcessEngine } from './processes/index.js';
import { allHandlers } from './rules.js';

/** Activities by the names under which workflows call them. */
export function activitiesOf(database: Database, engine = new ProcessEngine(database, allHandlers)): ProcessActivities {
  return {
    openProcess: (args) => engine.openProcess(args),
    decide: (args) => engine.decide(args),
    applyEvent: (args) => engine.applyEvent(args),
    wake: (args) => engine.wake(args),
  };
}
