import { ObjectToSupportPlan, SupportPlan } from '@fairmark/contracts/buffers';
import { buffersErrors } from '@fairmark/contracts/errors';
import { checkInDates, improvementLength } from '@fairmark/domain/buffers';
import { localDateOf } from '@fairmark/domain/calendar';
import type { Transition, VisitSpec } from '@fairmark/domain/process';
import { bufferOf, planCheckIns, updateBuffer, type BufferRow } from '@fairmark/persistence/buffers';
import { calendarOf } from '@fairmark/persistence/calendar';
import { sql } from '@fairmark/persistence/database';
import { bufferPeople } from '@fairmark/persistence/reviews';
import { refuse, type DecisionContext, type ProcessContext } from '../processes/index.js';
import { timingOf } from '../reviews/deadlines.js';
import { loadReview, type Review } from '../reviews/review.js';
import { supportPlanVisit } from './enter.js';

/** The review's buffer; every step of the phase has one. */
export async function loadBuffer(context: ProcessContext): Promise<{ review: Review; buffer: BufferRow }> {
  const review = await loadReview(context.tx, context.process.refId);
  const buffer = await bufferOf(context.tx, review.id);
  if (!buffer) throw new Error(`No buffer of ${review.id}`);
  return { review, buffer };
}

/** The manager hands in the support plan; the person is asked whether it is agreed. */
export async function submitSupportPlan(context: DecisionContext): Promise<Transition> {
  const { tx, now, visit, actorId } = context;
  const plan = SupportPlan.parse(context.body);
  const { review, buffer } = await loadBuffer(context);
  if (plan.partnerId && !(await isPartner(context, review, plan.partnerId))) refuse(buffersErrors.partnerNotActive, { partnerId: plan.partnerId });
  await updateBuffer(tx, buffer.id, { state: 'consent', supportPlan: plan });
  const consent: VisitSpec = {
    step: 'supportPlanConsent', assignees: [{ employeeId: review.employeeId, why: 'subject' }], subjectId: review.employeeId,
    ...(await timingOf(tx, review, 'supportPlanConsent', review.employeeId, now)), timeout: 'remind',
  };
  return {
    outcome: 'submitted', close: [{ visitId: visit.id, outcome: 'submitted', by: actorId }], open: [consent],
    audit: [{ action: 'buffer.planSubmitted', object: review.id, texts: { note: { body: JSON.stringify(plan), ownerId: review.employeeId } } }],
  };
}

/** A performance partner 绩效伙伴 is somebody who is there, and not the person. */
async function isPartner({ tx }: ProcessContext, review: Review, partnerId: string): Promise<boolean> {
  const row = await tx.one(sql`select 1 from employees e left join accounts a on a.employee_id = e.id where e.id = ${partnerId} and e.left_on is null and a.disabled_at is null`);
  return row !== undefined && partnerId !== review.employeeId;
}

/** Back to the manager with the person's reason; the window has not begun. */
export async function objectToSupportPlan(context: DecisionContext): Promise<Transition> {
  const { reason } = ObjectToSupportPlan.parse(context.body);
  const { review, buffer } = await loadBuffer(context);
  if (buffer.supportPlan) await updateBuffer(context.tx, buffer.id, { state: 'supportPlan', supportPlan: { ...buffer.supportPlan, objection: reason } });
  return {
    outcome: 'objected', close: [{ visitId: context.visit.id, outcome: 'objected', by: context.actorId }], open: [await supportPlanVisit(context, review)],
    audit: [{ action: 'buffer.planObjected', object: review.id, texts: { reason: { body: reason, ownerId: review.employeeId } } }],
  };
}

/** Agreed: the window begins now, with its check-ins. */
export async function agreeToSupportPlan(context: DecisionContext): Promise<Transition> {
  const { tx, now, visit, actorId } = context;
  const { review, buffer } = await loadBuffer(context);
  const { zone } = await calendarOf(tx, review.employeeId);
  const dates = checkInDates(review.plan, localDateOf(now, zone));
  await planCheckIns(tx, buffer.id, dates);
  await updateBuffer(tx, buffer.id, { state: 'running', agreedAt: now, startsAt: now });
  const { manager } = await bufferPeople(context, review);
  const length = improvementLength(review.plan);
  const { weeks, checkinWeeks } = review.plan.buffer.improvement;
  const remindBefore = length.unit === 'day' ? dates.map((_, index) => ({ n: (weeks - (index + 1) * checkinWeeks) * 7, unit: 'day' as const })) : [];
  return {
    outcome: 'agreed', close: [{ visitId: visit.id, outcome: 'agreed', by: actorId }],
    open: [{ step: 'improvement', assignees: manager, subjectId: review.employeeId, deadline: { duration: length }, timeout: 'moveOn', remindBefore }],
    audit: [{ action: 'buffer.started', object: review.id, after: { checkIns: dates } }],
  };
}
