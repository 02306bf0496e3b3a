import { CalendarErrors } from '@fairmark/contracts/errors';
import { extendForDowntime, morningAfter } from '@fairmark/domain/calendar';
import { DomainError } from '@fairmark/domain/common';
import type { Transition } from '@fairmark/domain/process';
import { calendarOf, downtimesSince, silentSeconds } from '@fairmark/persistence/calendar';
import { sql, type Executor } from '@fairmark/persistence/database';
import { applyTransition, giveBackDowntime, loadVisit, nextWake, openTasks, remindTasks, type ProcessRow, type VisitRow } from '@fairmark/persistence/process';
import { escalate } from './escalate.js';
import type { ProcessHandlers, VisitContext } from './handlers.js';

/** A decision received before the deadline may still be on its way: the deadline waits this long and looks again. */
const PENDING_WAIT_MS = 10_000;
/**
 * While the API is silent nobody can act, and how long is not yet known: the deadline waits until it is back and the gap is recorded. It looks again after
 * as long as the silence has lasted, so that a long one does not fill the history.
 */
const SILENCE_WAIT_MS = { least: 60_000, most: 3_600_000 };
/** An overdue visit that keeps waiting reminds again on every working morning of who is waited for. */
const MORNING = { from: '09:00' };
/** For somebody without a working day ahead: the reminder goes on whatever the calendar says. */
const DAY_MS = 86_400_000;

/** A visit's timer fired: look whether the instant still holds, then remind or let the deadline act. */
export async function wakeVisit(tx: Executor, handlers: ProcessHandlers, process: ProcessRow, visitId: string, now: string): Promise<void> {
  const visit = await loadVisit(tx, visitId);
  if (!visit || visit.state === 'closed' || !visit.wakeAt || visit.wakeAt > now) return;
  const tasks = await openTasks(tx, visit.id);
  const isWindow = tasks.length > 0 || visit.duration !== null;
  const dueAt = isWindow ? await withDowntime(tx, visit, tasks[0]?.assigneeId ?? visit.subjectId, now) : visit.dueAt;
  if (dueAt !== null && dueAt > now) return remind(tx, visit, dueAt, now);
  if (await decisionOnItsWay(tx, visit)) return rearm(tx, visit.id, later(now, PENDING_WAIT_MS));
  const silence = isWindow ? await silentSeconds(tx, 'api') : 0;
  if (silence > 0) return rearm(tx, visit.id, later(now, Math.min(Math.max(silence * 1_000, SILENCE_WAIT_MS.least), SILENCE_WAIT_MS.most)));
  await actOnDeadline({ tx, process, now, visit, tasks }, handlers);
}

/**
 * The deadline after every stretch in which nobody could act was given back; recorded on the visit when it moved. Only windows are lengthened: a fixed
 * instant at which nobody acts, such as a publication, is the same for everybody.
 */
async function withDowntime(tx: Executor, visit: VisitRow, actorId: string | null, now: string): Promise<string | null> {
  if (!visit.dueAt || !visit.baseDueAt || !visit.dueZone) return visit.dueAt;
  const downtimes = await downtimesSince(tx, visit.openedAt);
  if (downtimes.length === 0) return visit.dueAt;
  const { calendar } = await calendarOf(tx, actorId);
  const unit = visit.duration?.unit;
  const extended = extendForDowntime({ openedAt: visit.openedAt, dueAt: visit.baseDueAt, downtimes, zone: visit.dueZone, calendar, ...(unit ? { unit } : {}) });
  if (extended.dueAt <= visit.dueAt) return visit.dueAt;
  await giveBackDowntime(tx, visit.id, extended, now);
  return extended.dueAt;
}

async function remind(tx: Executor, visit: VisitRow, dueAt: string, now: string): Promise<void> {
  const passed = visit.reminders.some((at) => at <= now && at >= (visit.wakeAt ?? now));
  if (passed) await remindTasks(tx, visit.id, now);
  await rearm(tx, visit.id, nextWake(visit.reminders, dueAt, now));
}

/** With a deadline only what was received in time holds it up; without one, whatever waits. */
async function decisionOnItsWay(tx: Executor, visit: VisitRow): Promise<boolean> {
  const row = await tx.one(sql`select 1 from commands where visit_id = ${visit.id} and state = 'pending' and received_at <= coalesce(${visit.dueAt}::timestamptz, received_at)`);
  return row !== undefined;
}

async function actOnDeadline(context: VisitContext, handlers: ProcessHandlers): Promise<void> {
  const { tx, process, now, visit } = context;
  const special = handlers.expire[visit.step];
  const transition = (special ? await special(context) : null) ?? (visit.timeout === 'escalate' || visit.timeout === 'handToHr' ? await escalate(context) : null);
  if (transition) await applyTransition(tx, { process, actor: { actorId: null }, now }, context.tasks.length > 0 ? byTimeout(transition, visit.id) : transition);
  else await remindTasks(tx, visit.id, now);
  await keepWaiting(tx, visit.id, now);
}

/** What a passed deadline does to a visit that waited for people is recorded as done by time-out, never as anybody's decision. A date that has come is none. */
function byTimeout(transition: Transition, visitId: string): Transition {
  const close = transition.close?.map((closing) => (closing.visitId === visitId && closing.by === undefined ? { ...closing, byTimeout: true } : closing));
  const audit = transition.audit.map((line) => ({ ...line, after: { ...(isRecord(line.after) ? line.after : line.after === undefined ? {} : { value: line.after }), byTimeout: true } }));
  return { ...transition, ...(close ? { close } : {}), audit };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A visit that its own deadline did not end goes on: at its moved deadline, else with a reminder on the next working morning. A timer that stayed in the past would fire without end. */
async function keepWaiting(tx: Executor, visitId: string, now: string): Promise<void> {
  const visit = await loadVisit(tx, visitId);
  if (!visit || visit.state === 'closed') return;
  if (visit.dueAt !== null && visit.dueAt > now) return rearm(tx, visitId, nextWake(visit.reminders, visit.dueAt, now));
  const tasks = await openTasks(tx, visitId);
  await rearm(tx, visitId, tasks[0] ? await nextMorning(tx, tasks[0].assigneeId, now) : null);
}

/** With several people the first one's calendar says when; each digest keeps to the hours of its own reader. */
async function nextMorning(tx: Executor, employeeId: string, now: string): Promise<string> {
  try {
    return morningAfter({ at: now, hours: MORNING, ...(await calendarOf(tx, employeeId)) });
  } catch (error) {
    if (error instanceof DomainError && error.code === CalendarErrors.noWorkingDay) return later(now, DAY_MS);
    throw error;
  }
}

async function rearm(tx: Executor, visitId: string, wakeAt: string | null): Promise<void> {
  await tx.run(sql`update visits set wake_at = ${wakeAt} where id = ${visitId}`);
}

const later = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString();
