import type { ProcessActivities } from '@fairmark/contracts/process';
import type { Database } from '@fairmark/persistence/database';
import { engineActivities, ProcessEngine } from './processes/index.js';
import { allHandlers } from './rules.js';

/** Activities by the names under which workflows call them. */
export function activitiesOf(database: Database): ProcessActivities {
  return engineActivities(new ProcessEngine(database, allHandlers));
}
