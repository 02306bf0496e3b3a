import type { ImprovementOutcome, SupportPlan } from '@fairmark/contracts/buffers';
import { sql, type Executor } from '../database/index.js';

/** What manager, HR and the next-level manager said at the end. */
export interface Judgement {
  by: string;
  outcome: ImprovementOutcome;
  reason: string;
  at: string;
}

/** A row of `buffers`. */
export interface BufferRow {
  id: string;
  reviewId: string;
  kind: 'shadow' | 'improvement';
  state: 'supportPlan' | 'consent' | 'running' | 'judging' | 'signing' | 'closed';
  supportPlan: (SupportPlan & { objection?: string }) | null;
  agreedAt: string | null;
  startsAt: string | null;
  endsAt: string | null;
  judgements: Partial<Record<'manager' | 'hr' | 'signature', Judgement>>;
  outcome: ImprovementOutcome | null;
  consequence: string | null;
  closedAt: string | null;
  /** From when the outcome counts for pay. */
  effectiveAt: string | null;
}

/** The buffer period of a review. */
export async function bufferOf(read: Executor, reviewId: string): Promise<BufferRow | undefined> {
  return read.one(sql<BufferRow>`
    select id, review_id as "reviewId", kind, state, support_plan as "supportPlan", agreed_at as "agreedAt", starts_at as "startsAt", ends_at as "endsAt", judgements, outcome, consequence, closed_at as "closedAt", effective_at as "effectiveAt"
    from buffers where review_id = ${reviewId}`);
}

/** A row of `buffer_check_ins`. */
export interface CheckInRow {
  no: number;
  dueOn: string;
  heldAt: string | null;
  note: string | null;
  recordedBy: string | null;
}

/** The company's check-ins of a buffer, planned and held. */
export async function checkInsOf(read: Executor, bufferId: string): Promise<CheckInRow[]> {
  return read.all(sql<CheckInRow>`select no, due_on as "dueOn", held_at as "heldAt", note, recorded_by as "recordedBy" from buffer_check_ins where buffer_id = ${bufferId} order by no`);
}

/** How many check-ins were planned, and how many of them held. */
export async function checkInCount(read: Executor, bufferId: string): Promise<{ planned: number; held: number }> {
  const rows = await checkInsOf(read, bufferId);
  return { planned: rows.length, held: rows.filter((row) => row.heldAt !== null).length };
}
