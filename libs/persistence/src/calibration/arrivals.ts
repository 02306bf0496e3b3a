import { sql, type Executor } from '../database/index.js';
import { createSession, type SessionKey } from './create.js';
import { lockSession, type CalibrationSession } from './sessions.js';

/** The review that reaches calibration. */
export interface Arrival {
  reviewId: string;
  cycleId: string;
  departmentId: string;
  standing: 'scored' | 'notRated';
}

/** Where the review belongs now. `settled`: its session was signed off with it. */
export type Arrived = { kind: 'settled' } | { kind: 'joined' | 'created'; session: SessionKey };

/**
 * Brings a scored person into the session of the department: the first one creates it, later ones update how they stand, people who were never in it (late
 * joiners, transfers) are added, and those who come after the sign-off get a supplementary session. The session row is locked, so that an arrival and a sign-off
 * never miss each other.
 */
export async function arrive(tx: Executor, arrival: Arrival, now: string): Promise<Arrived> {
  const seat = await latestSeat(tx, arrival.reviewId);
  if (!seat || (seat.session.departmentId !== arrival.departmentId && seat.session.state !== 'signedOff')) {
    if (seat) await tx.run(sql`delete from calibration_subjects where session_id = ${seat.session.id} and review_id = ${arrival.reviewId}`);
    return joinDepartment(tx, arrival, now);
  }
  if (seat.session.state === 'signedOff') return seat.standing === 'deferred' ? supplement(tx, seat.session, arrival, now) : { kind: 'settled' };
  if (seat.standing === 'unscored') await forgetChanges(tx, seat.session.id, arrival.reviewId);
  await tx.run(sql`
    update calibration_subjects set state = ${arrival.standing} where session_id = ${seat.session.id} and review_id = ${arrival.reviewId} and state <> 'deferred'`);
  return { kind: 'joined', session: seat.session };
}

async function latestSeat(tx: Executor, reviewId: string): Promise<{ session: CalibrationSession; standing: string } | undefined> {
  const seat = await tx.one(sql<{ id: string }>`
    select s.id from calibration_subjects cs join calibration_sessions s on s.id = cs.session_id where cs.review_id = ${reviewId} order by s.created_at desc, s.id desc limit 1`);
  if (!seat) return undefined;
  const session = await lockSession(tx, seat.id);
  const row = await tx.one(sql<{ standing: string }>`select state as standing from calibration_subjects where session_id = ${seat.id} and review_id = ${reviewId}`);
  return row && { session, standing: row.standing };
}

async function joinDepartment(tx: Executor, arrival: Arrival, now: string): Promise<Arrived> {
  const created = await createSession(tx, arrival, now);
  if (created) {
    await tx.run(sql`
      insert into calibration_subjects (session_id, review_id, state) values (${created.id}, ${arrival.reviewId}, ${arrival.standing})
      on conflict (session_id, review_id) do update set state = excluded.state`);
    return { kind: 'created', session: created };
  }
  const existing = (await tx.one(sql<{ id: string }>`
    select id from calibration_sessions where cycle_id = ${arrival.cycleId} and department_id = ${arrival.departmentId} and supplementary_of is null`)) as { id: string };
  const session = await lockSession(tx, existing.id);
  if (session.state === 'signedOff') return supplement(tx, session, arrival, now);
  await seatSubject(tx, session.id, arrival);
  return { kind: 'joined', session };
}

/** Somebody who comes after the sign-off joins the open supplementary session, or opens one for today. */
async function supplement(tx: Executor, session: CalibrationSession, arrival: Arrival, now: string): Promise<Arrived> {
  const open = await tx.one(sql<{ id: string }>`
    select id from calibration_sessions where supplementary_of = ${session.id} and state <> 'signedOff' order by created_at limit 1`);
  if (open) {
    const locked = await lockSession(tx, open.id);
    if (locked.state !== 'signedOff') {
      await seatSubject(tx, locked.id, arrival);
      return { kind: 'joined', session: locked };
    }
  }
  const created = await createSession(tx, { ...arrival, supplementary: { of: session.id, on: now.slice(0, 10), reviewIds: [arrival.reviewId] } }, now);
  if (!created) throw new Error(`No supplementary session for ${session.id}`);
  await tx.run(sql`update calibration_subjects set state = ${arrival.standing} where session_id = ${created.id} and review_id = ${arrival.reviewId}`);
  return { kind: 'created', session: created };
}

/** Somebody whom HR sent back to scoring comes with a new score: what was decided about the old band no longer counts. */
async function forgetChanges(tx: Executor, sessionId: string, reviewId: string): Promise<void> {
  await tx.run(sql`update calibration_changes set state = 'superseded' where session_id = ${sessionId} and review_id = ${reviewId} and kind = 'band' and state in ('proposed', 'accepted')`);
}

const seatSubject = (tx: Executor, sessionId: string, arrival: Arrival): Promise<number> =>
  tx.run(sql`
    insert into calibration_subjects (session_id, review_id, state) values (${sessionId}, ${arrival.reviewId}, ${arrival.standing})
    on conflict (session_id, review_id) do update set state = excluded.state`);
