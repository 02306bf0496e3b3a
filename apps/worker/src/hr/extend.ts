import { Duration } from '@fairmark/contracts/common';
import { ExtendVisit } from '@fairmark/contracts/cycles';
import { hrErrors } from '@fairmark/contracts/errors';
import type { Transition } from '@fairmark/domain/process';
import { recordHrAct } from '@fairmark/persistence/cycles';
import { sql } from '@fairmark/persistence/database';
import { moveDeadline, openTasks, openVisits, type VisitRow } from '@fairmark/persistence/process';
import { refuse, type DecisionContext, type EventContext, type ProcessContext } from '../processes/index.js';
import { loadReview, type Review } from '../reviews/review.js';
import { concerned } from './concerned.js';
import { mustWaitForPeople, visitOf } from './visit.js';

interface Extension {
  by: Duration;
  reason: string;
  actorId: string;
  confirmedBy: string | null;
}

/** One visit gets more time. */
export async function extend(context: DecisionContext): Promise<Transition> {
  const { visitId, by, reason } = ExtendVisit.parse(context.body);
  const visit = await visitOf(context, visitId);
  mustWaitForPeople(visit);
  if (by.unit === 'second' && visit.duration?.unit !== 'second') refuse(hrErrors.secondsNotAllowed);
  return extendVisits(context, await loadReview(context.tx, context.process.refId), [visit], { by, reason, actorId: context.actorId, confirmedBy: null });
}

/** The review's share of an extension for many: every open visit of the named steps. Null when it has moved on meanwhile. */
export async function extendByEvent(context: EventContext): Promise<Transition | null> {
  const { tx, process, body, actorId } = context;
  const steps = body['steps'] as string[];
  const visits = (await openVisits(tx, process.workflowId)).filter((visit) => steps.includes(visit.step));
  if (visits.length === 0 || actorId === null) return null;
  return extendVisits(context, await loadReview(tx, process.refId), visits, { by: Duration.parse(body['by']), reason: String(body['reason']), actorId, confirmedBy: body['confirmedBy'] as string | null });
}

async function extendVisits(context: ProcessContext, review: Review, visits: readonly VisitRow[], { by, reason, actorId, confirmedBy }: Extension): Promise<Transition> {
  const { tx, now } = context;
  const moved: { visitId: string; step: string; before: string | null; dueAt: string }[] = [];
  for (const visit of visits) moved.push({ visitId: visit.id, step: visit.step, before: visit.dueAt, dueAt: await later(context, visit, by) });
  for (const { step, dueAt } of moved) if (step === 'acknowledgement') await tx.run(sql`update reviews set window_ends_at = ${dueAt} where id = ${review.id} and window_ends_at is not null`);
  await recordHrAct(tx, { cycleId: review.cycleId, reviewId: review.id, act: 'extend', actorId, confirmedBy, reason, detail: { by, steps: moved.map(({ step }) => step), dueAt: moved[0]?.dueAt ?? null }, at: now });
  return {
    outcome: 'extended', details: { dueAt: moved[0]?.dueAt ?? null },
    notices: await concerned(tx, review, visits, 'hr.extended'),
    audit: [{ action: 'hr.extended', object: review.id, before: moved.map(({ visitId, before }) => ({ visitId, dueAt: before })), after: { visits: moved.map(({ visitId, dueAt }) => ({ visitId, dueAt })), confirmedBy }, texts: { reason: { body: reason, ownerId: review.employeeId } } }],
  };
}

/** Counted from the present deadline in the calendar of who has to act, or from now when that has passed. */
async function later({ tx, now }: ProcessContext, visit: VisitRow, by: Duration): Promise<string> {
  const assignee = (await openTasks(tx, visit.id))[0]?.assigneeId ?? visit.subjectId;
  const from = visit.dueAt !== null && visit.dueAt > now ? endOf(visit.dueAt, by) : now;
  return moveDeadline(tx, visit.id, assignee, from, { duration: by });
}

/** 24:00 is already the next day, which does not count when days are added: they are counted from the day that ends then. */
const endOf = (dueAt: string, { unit }: Duration): string => (unit === 'workingDay' || unit === 'day' ? new Date(Date.parse(dueAt) - 1).toISOString() : dueAt);
