import type { ActionHandler, ProcessHandlers } from '../processes/index.js';
import { isHrOfCycle } from './access.js';
import { addPerson } from './addPerson.js';
import { actOrAsk, type Bulk } from './bulk.js';
import { cancel, close } from './cancel.js';
import { endWhenDone } from './ending.js';
import { extend } from './extend.js';
import { nudge } from './nudge.js';
import { confirm, decline } from './requests.js';

export { CycleActivities, type LaunchHost } from './activities.js';
export { cycleActivitiesOf } from './host.js';

const byHr = (run: ActionHandler['run']): ActionHandler => ({ by: isHrOfCycle, run });
const onMany = (bulk: Bulk): ActionHandler => byHr((context) => actOrAsk(bulk, context));

/** Rules of a cycle: launching, the acts of HR on many reviews, the end. */
export const cycleHandlers: ProcessHandlers = {
  kind: 'cycle',
  open: ({ process }) => Promise.resolve({ outcome: 'opened', step: 'launching', audit: [{ action: 'cycle.opened', object: process.refId }] }),
  actions: {
    process: { extend: onMany(extend), nudge: onMany(nudge), cancel: onMany(cancel), close: byHr(close), addPerson: byHr(addPerson), confirm: byHr(confirm), decline: byHr(decline) },
  },
  expire: {},
  events: { allReviewsClosed: endWhenDone },
};
