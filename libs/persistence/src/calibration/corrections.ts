import { sql, type Executor } from '../database/index.js';

/** A correction of a proven clerical error that waits for its second person, or is decided. */
export interface Correction {
  id: string;
  sessionId: string;
  fromBand: string;
  toBand: string;
  reason: string;
  reasonForEmployee: string;
  proof: string;
  requestedBy: string;
}

/** The signed-off session in which the review was settled; undefined before. */
export async function settledSessionOf(read: Executor, reviewId: string): Promise<string | undefined> {
  const row = await read.one(sql<{ id: string }>`
    select s.id from calibration_subjects cs join calibration_sessions s on s.id = cs.session_id where cs.review_id = ${reviewId} and s.state = 'signedOff' and cs.state <> 'deferred' order by s.signed_off_at desc limit 1`);
  return row?.id;
}

export async function insertCorrection(tx: Executor, reviewId: string, correction: Omit<Correction, 'id'>, now: string): Promise<string> {
  const row = await tx.one(sql<{ id: string }>`
    insert into calibration_changes (session_id, review_id, kind, from_band, to_band, proposed_by, reason, employee_reason, proof, created_at)
    values (${correction.sessionId}, ${reviewId}, 'correction', ${correction.fromBand}, ${correction.toBand}, ${correction.requestedBy}, ${correction.reason}, ${correction.reasonForEmployee}, ${correction.proof}, ${now}) returning id`);
  return (row as { id: string }).id;
}

/** An open correction, locked; undefined when it is decided or unknown. */
export async function lockCorrection(tx: Executor, reviewId: string, id: string): Promise<Correction | undefined> {
  return tx.one(sql<Correction>`
    select id, session_id as "sessionId", from_band as "fromBand", to_band as "toBand", reason, employee_reason as "reasonForEmployee", proof, proposed_by as "requestedBy"
    from calibration_changes where id = ${id} and review_id = ${reviewId} and kind = 'correction' and state = 'proposed' for update`);
}

export async function closeCorrection(tx: Executor, id: string, decision: { state: 'accepted' | 'rejected'; by: string; reason: string }, now: string): Promise<void> {
  await tx.run(sql`update calibration_changes set state = ${decision.state}, decided_by = ${decision.by}, decision_reason = ${decision.reason}, decided_at = ${now} where id = ${id}`);
}

/** The corrected band as a rating of its own; what was there before stays. */
export async function insertCorrectedRating(tx: Executor, reviewId: string, correction: Correction, decidedBy: string, now: string): Promise<void> {
  await tx.run(sql`
    insert into ratings (review_id, no, source, total_centi, band, score_sheet_id, reason, employee_reason, decided_by, created_at)
    select review_id, no + 1, 'correction', total_centi, ${correction.toBand}, score_sheet_id, ${correction.reason}, ${correction.reasonForEmployee}, ${decidedBy}, ${now}
    from ratings where review_id = ${reviewId} order by no desc limit 1`);
}
