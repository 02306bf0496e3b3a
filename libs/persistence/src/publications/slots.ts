import type { Duration } from '@fairmark/contracts/common';
import type { CycleSchedule } from '@fairmark/contracts/cycles';
import type { PlanDocument } from '@fairmark/contracts/plans';
import { stepRule } from '@fairmark/domain/plans';
import { publicationTimes, type PublicationTimes } from '@fairmark/domain/publications';
import { calendarOf } from '../calendar/index.js';
import { sql, type Executor } from '../database/index.js';
import { splitTeamPool } from '../rewards/index.js';

/** When a review is published. `publicationId` null: alone, after its department. */
export interface PublicationSlot {
  publicationId: string | null;
  managersSeeAt: string;
  publishAt: string;
  zone: string;
}

interface SlotReview {
  id: string;
  cycleId: string;
  departmentId: string;
  plan: Pick<PlanDocument, 'steps'>;
  schedule: CycleSchedule;
}

/** The instants of a publication that is asked for `now`: the line sees results earlier by the lead of the plan or the cycle's schedule, in the company's calendar; nobody sees them before a fixed date. */
export async function publishInstant(tx: Executor, { plan, schedule }: Pick<SlotReview, 'plan' | 'schedule'>, now: string): Promise<PublicationTimes & { zone: string }> {
  const { calendar, zone } = await calendarOf(tx, null);
  return { ...publicationTimes({ now, ...publicationRule(plan, schedule), zone, calendar }), zone };
}

/** What plan and schedule say: a length in the schedule takes the place of the plan's lead. */
export function publicationRule(plan: SlotReview['plan'], { publication }: CycleSchedule): { lead: Duration; dueOn: string | null } {
  const lead = publication && 'after' in publication ? publication.after : stepRule(plan, 'publicationLead').duration;
  return { lead, dueOn: publication && 'dueOn' in publication ? publication.dueOn : null };
}

/** The slot of a requested publication. */
export async function publicationSlot(read: Executor, publicationId: string): Promise<PublicationSlot | undefined> {
  const { zone } = await calendarOf(read, null);
  const row = await read.one(sql<Omit<PublicationSlot, 'zone'>>`select id as "publicationId", managers_see_at as "managersSeeAt", publish_at as "publishAt" from publications where id = ${publicationId}`);
  return row && { ...row, zone };
}

/**
 * The slot of a review that reaches publication after HR published its department: with the others when their instant is still ahead, else alone after the same lead.
 * Undefined while the department waits for HR.
 */
export async function lateSlot(tx: Executor, review: SlotReview, now: string): Promise<PublicationSlot | undefined> {
  await tx.run(sql`select pg_advisory_xact_lock_shared(${lockKey(review)})`);
  const requested = await tx.one(sql<{ id: string }>`select id from publications where cycle_id = ${review.cycleId} and department_id = ${review.departmentId}`);
  const slot = requested && (await publicationSlot(tx, requested.id));
  if (!slot) return undefined;
  const late = slot.publishAt > now ? slot : { publicationId: null, ...(await publishInstant(tx, review, now)) };
  await tx.run(sql`update reviews set managers_see_at = ${late.managersSeeAt} where id = ${review.id}`);
  await splitTeamPool(tx, [review.id], now);
  return late;
}

/** Arrivals share this lock, the request holds it alone: a review that arrives meanwhile is either told or finds the request. */
export const lockKey = ({ cycleId, departmentId }: { cycleId: string; departmentId: string }) => sql`hashtextextended(${`publication/${cycleId}/${departmentId}`}, 0)`;

/** Makes a department's results visible, all at the instant that was set. Whoever comes first does it for all; a second call changes nothing. */
export async function publishDepartment(tx: Executor, publicationId: string): Promise<void> {
  const first = await tx.one(sql<{ cycleId: string; departmentId: string; publishAt: string }>`
    update publications set published_at = publish_at where id = ${publicationId} and published_at is null returning cycle_id as "cycleId", department_id as "departmentId", publish_at as "publishAt"`);
  if (!first) return;
  await tx.run(sql`
    update reviews set published_at = ${first.publishAt} where cycle_id = ${first.cycleId} and department_id = ${first.departmentId} and step = 'publication' and managers_see_at is not null and published_at is null`);
}

/** The same for one review; nothing happens when its department was published with it. */
export async function publishOne(tx: Executor, reviewId: string, publishAt: string): Promise<void> {
  await tx.run(sql`update reviews set published_at = ${publishAt} where id = ${reviewId} and published_at is null`);
}
