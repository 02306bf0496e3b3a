import { EndCycle } from '@fairmark/contracts/cycles';
import { CycleErrors } from '@fairmark/contracts/errors';
import type { Transition } from '@fairmark/domain/process';
import { lockCycle, openReviews, openWorkflows, peopleWaiting, recordHrAct, signalAll } from '@fairmark/persistence/cycles';
import { sql, type Executor } from '@fairmark/persistence/database';
import { refuse, type DecisionContext } from '../processes/index.js';
import type { Bulk } from './bulk.js';
import { endWhenDone } from './ending.js';

/** Ends a cycle before anything of it is published: all its reviews end as cancelled, nothing is deleted. */
export const cancel: Bulk = {
  act: 'cancel',
  async people({ tx, process }) {
    const published = await tx.one(sql`select 1 from reviews where cycle_id = ${process.refId} and published_at is not null limit 1`);
    if (published) refuse(CycleErrors.resultsPublished);
    return (await openReviews(tx, process.refId)) + (await peopleWaiting(tx, process.refId));
  },
  async apply(context, by) {
    const { tx, process, now } = context;
    const { reason } = EndCycle.parse(by.body);
    await lockCycle(tx, process.refId);
    await tx.run(sql`update cycles set state = 'cancelled' where id = ${process.refId}`);
    const reviews = await cancelOpenReviews(tx, process.refId, by.actorId);
    await recordHrAct(tx, { cycleId: process.refId, reviewId: null, act: 'cancel', actorId: by.actorId, confirmedBy: by.confirmedBy, reason, detail: { reviews }, at: now });
    const transition: Transition = { outcome: 'cancelled', details: { people: reviews }, audit: [{ action: 'cycle.cancelDecided', object: process.refId, after: { reviews, confirmedBy: by.confirmedBy }, texts: { reason: { body: reason, ownerId: by.actorId } } }] };
    const ending = await endWhenDone(context);
    return ending ? { ...ending, audit: [...transition.audit, ...ending.audit], details: { people: 0 } } : transition;
  },
};

/** Tells every open review and session of the cycle that it was cancelled. Telling it twice changes nothing. Answers the number of reviews. */
export async function cancelOpenReviews(tx: Executor, cycleId: string, actorId: string | null): Promise<number> {
  const { reviews, sessions } = await openWorkflows(tx, cycleId);
  await signalAll(tx, [...reviews, ...sessions], { name: 'cycleCancelled', body: {}, actorId });
  return reviews.length;
}

/** HR closes a cycle in which nothing is open any more; while something is, it says how much. */
export async function close(context: DecisionContext): Promise<Transition> {
  const { tx, process, actorId, now } = context;
  const { reason } = EndCycle.parse(context.body);
  const ending = await endWhenDone(context);
  if (!ending) return refuse(CycleErrors.reviewsOpen, { open: await openReviews(tx, process.refId), waiting: await peopleWaiting(tx, process.refId) });
  await recordHrAct(tx, { cycleId: process.refId, reviewId: null, act: 'close', actorId, reason, at: now });
  return ending;
}
