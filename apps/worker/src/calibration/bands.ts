import { CommentInCalibration, DecideBand, DeferPerson, ProposeBand } from '@fairmark/contracts/calibration';
import { CalibrationErrors } from '@fairmark/contracts/errors';
import { bandChangeRefusal, type BandChange } from '@fairmark/domain/calibration';
import { localDateOf } from '@fairmark/domain/calendar';
import type { AuditSpec, Transition } from '@fairmark/domain/process';
import { acceptChange, insertProposal, rejectProposal, type SessionSubject } from '@fairmark/persistence/calibration';
import { calendarOf } from '@fairmark/persistence/calendar';
import { sql } from '@fairmark/persistence/database';
import { refuse, type DecisionContext } from '../processes/index.js';
import { bandCodes, permittedState, type SessionState } from './state.js';

/** A manager's wish for an own report. */
export async function propose(context: DecisionContext): Promise<Transition> {
  const { reviewId, ...change } = ProposeBand.parse(context.body);
  const state = await permittedState(context, 'propose', reviewId);
  checkChange(state, change);
  await insertProposal(context.tx, { sessionId: state.session.id, reviewId, ...change, by: context.actorId }, context.now);
  return { outcome: 'proposed', audit: [changeAudit('calibration.proposed', state.subject, change)] };
}

/** What a member says about a person; the session reads it, the employee does not. */
export async function comment(context: DecisionContext): Promise<Transition> {
  const { reviewId, text } = CommentInCalibration.parse(context.body);
  const { session } = await permittedState(context, 'comment', reviewId);
  await context.tx.run(sql`insert into calibration_comments (session_id, review_id, author_id, body, created_at) values (${session.id}, ${reviewId}, ${context.actorId}, ${text}, ${context.now})`);
  return { outcome: 'commented', audit: [{ action: 'calibration.commented', object: reviewId, texts: { comment: { body: text, ownerId: context.actorId } } }] };
}

/** The chair keeps the band or changes it. Computed total and scores stay as they are. */
export async function decide(context: DecisionContext): Promise<Transition> {
  const body = DecideBand.parse(context.body);
  const state = await permittedState(context, 'decide', body.reviewId);
  const { tx, now, actorId } = context;
  const where = { sessionId: state.session.id, reviewId: body.reviewId };
  if (body.decision === 'keep') {
    await rejectProposal(tx, where, { by: actorId, reason: body.reason }, now);
    return { outcome: 'kept', audit: [{ action: 'calibration.kept', object: body.reviewId, after: { band: state.subject.band }, texts: { reason: { body: body.reason, ownerId: state.subject.employeeId } } }] };
  }
  checkChange(state, body);
  await acceptChange(tx, { ...where, ...body, by: actorId }, now);
  return { outcome: 'changed', details: { band: body.toBand }, audit: [changeAudit('calibration.changed', state.subject, body)] };
}

/** The chair puts a person off to a supplementary session, or takes that back. */
export async function defer(context: DecisionContext): Promise<Transition> {
  const { reviewId, reason, until } = DeferPerson.parse(context.body);
  const { session, subject } = await permittedState(context, 'defer', reviewId);
  const { zone } = await calendarOf(context.tx, context.actorId);
  if (until !== null && until <= localDateOf(context.now, zone)) refuse(CalibrationErrors.deferralIncomplete);
  await context.tx.run(sql`
    update calibration_subjects cs set deferred_reason = ${until === null ? null : reason}, deferred_until = ${until}::date, state = case when ${until}::date is not null then 'deferred'
      else coalesce((select case when band is null then 'notRated' else 'scored' end from ratings where review_id = cs.review_id order by no desc limit 1), 'unscored') end
    where session_id = ${session.id} and review_id = ${reviewId}`);
  return { outcome: until === null ? 'recalled' : 'deferred', audit: [{ action: 'calibration.deferred', object: reviewId, after: { until }, texts: { reason: { body: reason, ownerId: subject.employeeId } } }] };
}

/** Only somebody scored has a band to change; whoever was put off is not decided here. */
function checkChange({ subject, session }: SessionState & { subject: SessionSubject }, change: BandChange): void {
  const refusal = bandChangeRefusal(change, subject.standing === 'scored' ? subject.band : null, bandCodes(session));
  if (refusal) refuse(refusal, { band: subject.band });
}

function changeAudit(action: string, subject: SessionSubject, change: BandChange): AuditSpec {
  const { employeeId: ownerId, reviewId } = subject;
  return { action, object: reviewId, before: { band: change.fromBand }, after: { band: change.toBand }, texts: { reason: { body: change.reason, ownerId }, reasonForEmployee: { body: change.reasonForEmployee, ownerId } } };
}
