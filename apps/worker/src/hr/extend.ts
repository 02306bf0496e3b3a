import { Duration } from '@fairmark/contracts/common';
import { ExtendVisit } from '@fairmark/contracts/cycles';
import { hrErrors } from '@fairmark/contracts/errors';
import type { Transition } from '@fairmark/domain/process';
import { recordHrAct } from '@fairmark/persistence/cycles';
import { extendDeadline, openVisits, type VisitRow } from '@fairmark/persistence/process';
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
  for (const visit of visits) moved.push({ visitId: visit.id, step: visit.step, before: visit.dueAt, dueAt: await extendDeadline(tx, visit, by, now, { cause: 'hr', at: now, actorId, confirmedBy, reason }) });
  await recordHrAct(tx, { cycleId: review.cycleId, reviewId: review.id, act: 'extend', actorId, confirmedBy, reason, detail: { by, steps: moved.map(({ step }) => step), dueAt: moved[0]?.dueAt ?? null }, at: now });
  return {
    outcome: 'extended', details: { dueAt: moved[0]?.dueAt ?? null },
    notices: await concerned(tx, review, visits, 'hr.extended'),
    audit: [{ action: 'hr.extended', object: review.id, before: moved.map(({ visitId, before }) => ({ visitId, dueAt: before })), after: { visits: moved.map(({ visitId, dueAt }) => ({ visitId, dueAt })), confirmedBy }, texts: { reason: { body: reason, ownerId: review.employeeId } } }],
  };
}
