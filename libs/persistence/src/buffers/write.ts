import type { BufferRules } from '@fairmark/contracts/plans';
import { sql, type Executor } from '../database/index.js';
import type { BufferRow } from './rows.js';

/** Opens the buffer period of a review; a second call changes nothing. */
export async function insertBuffer(tx: Executor, buffer: { reviewId: string; kind: BufferRow['kind']; state: BufferRow['state']; rule: BufferRules; consequence: string; closedAt: string | null }): Promise<void> {
  await tx.run(sql`
    insert into buffers (review_id, kind, state, rule, consequence, closed_at)
    values (${buffer.reviewId}, ${buffer.kind}, ${buffer.state}, ${JSON.stringify(buffer.rule)}, ${buffer.consequence}, ${buffer.closedAt}) on conflict (review_id) do nothing`);
}

/** Changes columns of a buffer; what is left out stays. */
export async function updateBuffer(tx: Executor, id: string, change: Partial<Omit<BufferRow, 'id' | 'reviewId' | 'kind'>>): Promise<void> {
  const json = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));
  await tx.run(sql`
    update buffers set state = coalesce(${change.state ?? null}, state), support_plan = coalesce(${json(change.supportPlan)}::jsonb, support_plan), agreed_at = coalesce(${change.agreedAt ?? null}::timestamptz, agreed_at),
      starts_at = coalesce(${change.startsAt ?? null}::timestamptz, starts_at), ends_at = coalesce(${change.endsAt ?? null}::timestamptz, ends_at), judgements = judgements || coalesce(${json(change.judgements)}::jsonb, '{}'),
      outcome = coalesce(${change.outcome ?? null}, outcome), consequence = coalesce(${change.consequence ?? null}, consequence), closed_at = coalesce(${change.closedAt ?? null}::timestamptz, closed_at),
      effective_at = coalesce(${change.effectiveAt ?? null}::timestamptz, effective_at)
    where id = ${id}`);
}

/** Plans the company's check-ins. */
export async function planCheckIns(tx: Executor, bufferId: string, dates: readonly string[]): Promise<void> {
  for (const [index, dueOn] of dates.entries()) await tx.run(sql`insert into buffer_check_ins (buffer_id, no, due_on) values (${bufferId}, ${index + 1}, ${dueOn}) on conflict do nothing`);
}

/** Records the next check-in as held; false when none is left. */
export async function holdCheckIn(tx: Executor, bufferId: string, held: { heldAt: string; note: string; recordedBy: string }): Promise<boolean> {
  const changed = await tx.run(sql`
    update buffer_check_ins set held_at = ${held.heldAt}, note = ${held.note}, recorded_by = ${held.recordedBy}
    where buffer_id = ${bufferId} and no = (select min(no) from buffer_check_ins where buffer_id = ${bufferId} and held_at is null)`);
  return changed > 0;
}

/** Whether the band that counts was made low by a quota alone: such a band never has a consequence. */
export async function hasConsequence(tx: Executor, reviewId: string): Promise<boolean> {
  const row = await tx.one(sql<{ none: boolean }>`select no_consequence as none from ratings where review_id = ${reviewId} order by no desc limit 1`);
  return row?.none === false;
}
