import { actInApproval, approvalExpiry, operatorActions } from '../approvals/index.js';
import type { ActionHandler, ProcessHandlers } from '../processes/index.js';
import { isHrOfCycle } from './access.js';
import { addPerson } from './addPerson.js';
import { actOrAsk, type Bulk } from './bulk.js';
import { bulkHost } from './bulkHost.js';
import { cancel, close } from './cancel.js';
import { endWhenDone } from './ending.js';
import { extend } from './extend.js';
import { joinLate } from './joinLate.js';
import { nudge } from './nudge.js';
import { movePlan, revertPlanMove } from '../planMoves/index.js';
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
    secondPerson: {
      approve: { by: 'assignee', run: (context) => actInApproval(context, bulkHost, context.visit, { type: 'approve', actorId: context.actorId, assigneeId: context.assigneeId, ...said(context.body) }) },
      reject: { by: 'assignee', run: (context) => actInApproval(context, bulkHost, context.visit, { type: 'reject', actorId: context.actorId, assigneeId: context.assigneeId, comment: String(context.body['comment']) }) },
      ...operatorActions(bulkHost),
    },
    process: { extend: onMany(extend), nudge: onMany(nudge), cancel: onMany(cancel), movePlan: onMany(movePlan), revertPlanMove: onMany(revertPlanMove), close: byHr(close), addPerson: byHr(addPerson), confirm: byHr(confirm), decline: byHr(decline) },
  },
  expire: { secondPerson: approvalExpiry(bulkHost) },
  events: { allReviewsClosed: endWhenDone, organisationChanged: joinLate },
};

const said = ({ comment }: Record<string, unknown>) => (typeof comment === 'string' ? { comment } : {});
