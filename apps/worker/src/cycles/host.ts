import type { Database } from '@fairmark/persistence/database';
import type { CycleActivities as Contract } from '@fairmark/workflow-review-cycle';
import { Context } from '@temporalio/activity';
import { CycleActivities } from './activities.js';

/** The activities of a cycle by the names under which its workflow calls them, with the heartbeat of the attempt that runs. */
export function cycleActivitiesOf(database: Database): Contract {
  const activities = new CycleActivities(database, () => {
    const context = Context.current();
    return { beat: (progress) => context.heartbeat(progress), signal: context.cancellationSignal };
  });
  return { launchReviews: (args) => activities.launchReviews(args), checkCycle: (args) => activities.checkCycle(args) };
}
