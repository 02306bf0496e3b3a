import type { Transition } from '@fairmark/domain/process';
import { seatMissing } from '@fairmark/persistence/calibration';
import { sql } from '@fairmark/persistence/database';
import { openVisits } from '@fairmark/persistence/process';
import type { EventContext, ProcessContext } from '../processes/index.js';
import { deliberation } from './deliberation.js';
import { giveTask } from './seating.js';
import { sessionState } from './state.js';

/** The session opens with everybody of the department, unscored people shown as such. */
export async function openSession(context: ProcessContext): Promise<Transition> {
  const { tx, now } = context;
  const { session, subjects } = await sessionState(context);
  await seatMissing(tx, session, subjects, now);
  await tx.run(sql`update calibration_sessions set state = 'open', opened_at = ${now} where id = ${session.id}`);
  const state = await sessionState(context);
  return {
    outcome: 'opened',
    step: 'open',
    open: [await deliberation(context, state)],
    audit: [{ action: 'calibration.opened', object: session.id, after: { chair: session.chairId, people: subjects.length, members: state.members.map((member) => member.employeeId) } }],
  };
}

/** Somebody was scored, or came late: their manager gets a seat when there is none yet. */
export async function subjectArrived(context: EventContext): Promise<Transition | null> {
  const { tx, now, process, body } = context;
  const { session, subjects } = await sessionState(context);
  const added = await seatMissing(tx, session, subjects, now);
  const visit = (await openVisits(tx, process.workflowId)).find((open) => open.step === 'deliberation');
  return {
    outcome: 'arrived',
    notices: visit ? await giveTask(tx, visit.id, added, now) : [],
    audit: [{ action: 'calibration.arrived', object: String(body['reviewId']), after: { joined: added.map((member) => member.employeeId) } }],
  };
}

/** The cycle was called off: nothing is decided any more. */
export async function cycleCancelled({ tx, process }: EventContext): Promise<Transition> {
  const visits = await openVisits(tx, process.workflowId);
  return {
    outcome: 'cancelled', close: visits.map((visit) => ({ visitId: visit.id, outcome: 'cancelled' })), finish: { outcome: 'cancelled' },
    audit: [{ action: 'calibration.cancelled', object: process.refId }],
  };
}
