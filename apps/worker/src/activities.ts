import type { ProcessActivities } from '@fairmark/contracts/process';
import type { Database } from '@fairmark/persistence/database';
import type { Logger } from '@fairmark/runtime/logging';
import type { CycleActivities } from '@fairmark/workflow-review-cycle';
import { cycleActivitiesOf } from './cycles/index.js';
import { engineActivities, ProcessEngine } from './processes/index.js';
import { allHandlers } from './rules.js';

/** Activities by the names under which workflows call them. */
export function activitiesOf(database: Database, logger: Logger): ProcessActivities & CycleActivities {
  return { ...engineActivities(new ProcessEngine(database, allHandlers, (error, command) => logger.error({ err: error, ...command }, 'a decision failed'))), ...cycleActivitiesOf(database) };
}
