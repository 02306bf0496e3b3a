import { isWithoutConsequence } from '@fairmark/domain/calibration';
import type { AuditSpec, Transition } from '@fairmark/domain/process';
import { createSession, type SessionKey, type SessionSubject } from '@fairmark/persistence/calibration';
import { sql, type Executor } from '@fairmark/persistence/database';
import { sendToReviews } from '@fairmark/persistence/process';
import type { ProcessContext } from '../processes/index.js';
import type { SessionState } from './state.js';

/**
 * The sign-off takes effect: changed bands become ratings with source `calibration`, every review that is not put off is told, and who was put off gets a
 * supplementary session. All of it is one transaction; telling the reviews is idempotent at each of them.
 */
export async function settle({ tx, process, now }: ProcessContext, state: SessionState, transition: Transition, actorId: string | null): Promise<Transition> {
  const { session, subjects } = state;
  const bands = session.plan.buffer.improvement.bands;
  const changed = subjects.filter((subject) => subject.standing === 'scored' && subject.band !== subject.computedBand);
  for (const subject of changed) await insertRating(tx, session.id, subject, isWithoutConsequence(subject.computedBand, subject.band, bands), now);
  const settled = subjects.filter((subject) => subject.standing !== 'deferred').map((subject) => subject.reviewId);
  await tx.run(sql`update reviews set calibrated_at = ${now} where id = any(${settled}::uuid[])`);
  await tx.run(sql`update calibration_sessions set state = 'signedOff', signed_off_at = ${now}, signed_off_by = ${actorId} where id = ${session.id}`);
  await sendToReviews(tx, settled, { name: 'calibrationSignedOff', body: { sessionId: session.id }, actorId: null });
  const later = await supplementarySessions(tx, state, now);
  return {
    ...transition,
    outcome: 'signedOff',
    start: [...(transition.start ?? []), ...later.map((key) => ({ kind: 'calibration' as const, workflowId: key.workflowId, refId: key.id }))],
    audit: [...transition.audit, ...changed.map(ratingAudit), { action: 'calibration.signedOff', object: process.refId, after: { people: settled.length, changed: changed.length, supplementary: later.map((key) => key.id) } }],
    finish: { outcome: 'signedOff' },
  };
}

async function insertRating(tx: Executor, sessionId: string, { reviewId, band, totalCenti }: SessionSubject, noConsequence: boolean, now: string): Promise<void> {
  await tx.run(sql`
    insert into ratings (review_id, no, source, total_centi, band, score_sheet_id, reason, employee_reason, decided_by, created_at, no_consequence)
    select ${reviewId}, last.no + 1, 'calibration', ${totalCenti}, ${band}, last.score_sheet_id, coalesce(change.decision_reason, change.reason), change.employee_reason, change.decided_by, ${now}, ${noConsequence}
    from (select no, score_sheet_id from ratings where review_id = ${reviewId} order by no desc limit 1) last,
      (select reason, decision_reason, employee_reason, decided_by from calibration_changes
        where session_id = ${sessionId} and review_id = ${reviewId} and kind = 'band' and state = 'accepted' order by decided_at desc, id desc limit 1) change`);
}

const ratingAudit = ({ reviewId, computedBand, band }: SessionSubject): AuditSpec => ({ action: 'rating.calibrated', object: reviewId, before: { band: computedBand }, after: { band } });

/** One session for each date to which people were put off. */
async function supplementarySessions(tx: Executor, { session, subjects }: SessionState, now: string): Promise<SessionKey[]> {
  const deferred = subjects.filter((subject) => subject.standing === 'deferred');
  const dates = [...new Set(deferred.map((subject) => subject.deferral?.until ?? now.slice(0, 10)))].sort();
  const keys: SessionKey[] = [];
  for (const on of dates) {
    const reviewIds = deferred.filter((subject) => (subject.deferral?.until ?? now.slice(0, 10)) === on).map((subject) => subject.reviewId);
    const key = await createSession(tx, { cycleId: session.cycleId, departmentId: session.departmentId, supplementary: { of: session.supplementaryOf ?? session.id, on, reviewIds } }, now);
    if (key) keys.push(key);
  }
  return keys;
}
