import type { PlanDocument } from '@fairmark/contracts/plans';
import type { AcceptanceView } from '@fairmark/contracts/reviews';
import { acceptanceState, type AcceptanceEvent, type EndOf } from '@fairmark/domain/acceptance';
import { dueAt } from '@fairmark/domain/calendar';
import { stepRule } from '@fairmark/domain/plans';
import { calendarOf } from '../calendar/index.js';
import { sql, type Executor } from '../database/index.js';
import { acceptanceEvents } from './acts.js';

/** What of a review the acceptance of its result needs. */
export interface AcceptanceSubject {
  id: string;
  employeeId: string;
  workflowId: string;
  publishedAt: string | null;
  plan: Pick<PlanDocument, 'steps'>;
}

/**
 * Where the acknowledgement of a result stands at `now`, in the calendar and zone of the employee (their leave pauses it). A deadline of the open visit that HR or
 * downtime moved counts as an extension.
 */
export async function acceptanceOf(read: Executor, review: AcceptanceSubject, now: string): Promise<AcceptanceView> {
  const { calendar, zone } = await calendarOf(read, review.employeeId);
  const endOf: EndOf = (instant, duration) => dueAt({ openedAt: instant, duration, zone, calendar }).dueAt;
  const lengths = {
    window: stepRule(review.plan, 'acknowledgement').duration, afterInterview: stepRule(review.plan, 'interviewFloor').duration, escalateInterview: stepRule(review.plan, 'interview').duration,
  };
  const events = [...(await acceptanceEvents(read, review)), ...(await extensions(read, review.workflowId))];
  return acceptanceState(events, now, endOf, lengths);
}

async function extensions(read: Executor, workflowId: string): Promise<AcceptanceEvent[]> {
  const row = await read.one(sql<{ until: string; at: string }>`
    select due_at as until, opened_at as at from visits where workflow_id = ${workflowId} and step = 'acknowledgement' and state = 'open' and due_at is not null order by no desc limit 1`);
  return row ? [{ type: 'extended', ...row }] : [];
}
