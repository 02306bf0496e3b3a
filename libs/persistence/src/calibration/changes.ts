import { sql, type Executor } from '../database/index.js';

export interface NewChange {
  sessionId: string;
  reviewId: string;
  fromBand: string;
  toBand: string;
  reason: string;
  reasonForEmployee: string;
  by: string;
}

/** Writes a proposal; an earlier open one for the same person gives way. Answers its id. */
export async function insertProposal(tx: Executor, change: NewChange, now: string): Promise<string> {
  await tx.run(sql`update calibration_changes set state = 'superseded' where session_id = ${change.sessionId} and review_id = ${change.reviewId} and kind = 'band' and state = 'proposed'`);
  const row = await tx.one(sql<{ id: string }>`
    insert into calibration_changes (session_id, review_id, from_band, to_band, proposed_by, reason, employee_reason, created_at)
    values (${change.sessionId}, ${change.reviewId}, ${change.fromBand}, ${change.toBand}, ${change.by}, ${change.reason}, ${change.reasonForEmployee}, ${now}) returning id`);
  return (row as { id: string }).id;
}

/** Turns down what is open for a person; nothing open changes nothing. */
export async function rejectProposal(tx: Executor, where: { sessionId: string; reviewId: string }, decision: { by: string; reason: string }, now: string): Promise<void> {
  await tx.run(sql`
    update calibration_changes set state = 'rejected', decided_by = ${decision.by}, decision_reason = ${decision.reason}, decided_at = ${now}
    where session_id = ${where.sessionId} and review_id = ${where.reviewId} and kind = 'band' and state = 'proposed'`);
}

/** The chair's change. A proposal of the same band is accepted with the chair's words for the employee; one of another band is turned down. Answers its id. */
export async function acceptChange(tx: Executor, change: NewChange, now: string): Promise<string> {
  const accepted = await tx.one(sql<{ id: string }>`
    update calibration_changes set state = 'accepted', employee_reason = ${change.reasonForEmployee}, decided_by = ${change.by}, decision_reason = ${change.reason}, decided_at = ${now}
    where session_id = ${change.sessionId} and review_id = ${change.reviewId} and kind = 'band' and state = 'proposed' and to_band = ${change.toBand} returning id`);
  if (accepted) return accepted.id;
  await rejectProposal(tx, change, { by: change.by, reason: change.reason }, now);
  const row = await tx.one(sql<{ id: string }>`
    insert into calibration_changes (session_id, review_id, from_band, to_band, proposed_by, reason, employee_reason, state, decided_by, decision_reason, created_at, decided_at)
    values (${change.sessionId}, ${change.reviewId}, ${change.fromBand}, ${change.toBand}, ${change.by}, ${change.reason}, ${change.reasonForEmployee}, 'accepted', ${change.by}, ${change.reason}, ${now}, ${now})
    returning id`);
  return (row as { id: string }).id;
}
