import type { AppealState } from '@fairmark/domain/appeals';
import { sql, type Executor } from '../database/index.js';

/** Repeats the panel of the present level in rows: access follows from them. A replaced member keeps the row, without the rights. */
export async function syncSeats(tx: Executor, appealId: string, { panel, level }: AppealState, now: string): Promise<void> {
  if (!panel) return;
  const seats = [
    ...panel.memberIds.map((id) => ({ id, seat: 'member', state: 'active' })),
    ...panel.alternateIds.map((id) => ({ id, seat: 'alternate', state: 'waiting' })),
    ...panel.replacedIds.map((id) => ({ id, seat: 'member', state: 'replaced' })),
  ];
  await tx.run(sql`
    insert into appeal_seats (appeal_id, level, employee_id, seat, state, created_at)
    select ${appealId}::uuid, ${level}::integer, s.id, s.seat, s.state, ${now}::timestamptz from jsonb_to_recordset(${JSON.stringify(seats)}::jsonb) as s(id uuid, seat text, state text)
    on conflict (appeal_id, level, employee_id) do update set seat = excluded.seat, state = excluded.state`);
}

/** Says who took the seat of a member who was silent. */
export async function recordReplacement(tx: Executor, appealId: string, level: number, memberId: string, alternateId: string): Promise<void> {
  await tx.run(sql`update appeal_seats set replaced_by = ${alternateId} where appeal_id = ${appealId} and level = ${level} and employee_id = ${memberId}`);
}
