import { workflowId, type ProcessKind } from '@fairmark/contracts/process';
import type { RolloutChildKind } from '@fairmark/contracts/rollouts';
import type { Transition } from '@fairmark/domain/process';
import { openChildren, setChildState } from '@fairmark/persistence/rollouts';
import { openVisits } from '@fairmark/persistence/process';
import type { EventContext, ProcessContext } from '../processes/index.js';

type Signal = NonNullable<Transition['signals']>[number];
type Start = NonNullable<Transition['start']>[number];

/** Names of the events between a rollout and its children. */
export const HELD = 'rolloutHeld';
export const RESUMED = 'rolloutResumed';
export const ENDED = 'rolloutEnded';
export const CHILD_REPORTED = 'childReported';

/** A child that the same transaction has written a row for: its workflow starts from the outbox, never as a child of Temporal, so it lives on whatever becomes of the parent's run. */
export const startChild = (kind: Extract<ProcessKind, RolloutChildKind>, child: { id: string; workflowId: string }): Start => ({ kind, workflowId: child.workflowId, refId: child.id });

/** A child tells its rollout that something happened. The parent asks PostgreSQL what: the event may come twice, late or while the rollout is held. */
export const reportToRollout = (rolloutId: string, kind: RolloutChildKind, childId: string): Signal => ({ workflowId: workflowId.rollout(rolloutId), name: CHILD_REPORTED, body: { kind, childId } });

/** Tells every child that has not ended; each pauses, resumes or ends by a handler of its own. */
export async function tellChildren({ tx, process }: ProcessContext, name: typeof HELD | typeof RESUMED | typeof ENDED, body: Record<string, unknown>): Promise<Signal[]> {
  return (await openChildren(tx, process.refId)).map((child) => ({ workflowId: child.workflowId, name, body }));
}

/** What a child does when its rollout has ended, unless it has a better answer. */
export async function endedWithRollout({ tx, process, now }: EventContext): Promise<Transition> {
  await setChildState(tx, process.kind as RolloutChildKind, process.refId, 'closed', now, 'ended');
  const visits = await openVisits(tx, process.workflowId);
  return { outcome: 'ended', close: visits.map((visit) => ({ visitId: visit.id, outcome: 'ended' })), finish: { outcome: 'ended' }, audit: [{ action: `${process.kind}.ended`, object: process.refId }] };
}
