import { ConfirmCorrection, RequestCorrection } from '@fairmark/contracts/calibration';
import { CalibrationErrors } from '@fairmark/contracts/errors';
import { bandChangeRefusal, correctionRefusal } from '@fairmark/domain/calibration';
import type { NoticeSpec, Transition } from '@fairmark/domain/process';
import { closeCorrection, findSession, insertCorrectedRating, insertCorrection, lockCorrection, membersOf, settledSessionOf, type CalibrationMember, type CalibrationSession } from '@fairmark/persistence/calibration';
import { sql } from '@fairmark/persistence/database';
import { refuse, type DecisionContext } from '../processes/index.js';
import { loadReview, type Review } from '../reviews/review.js';
import { bandCodes } from './state.js';

interface Settled {
  review: Review;
  session: CalibrationSession;
  members: CalibrationMember[];
  band: string | null;
}

/** A member of the signed-off session asks for the correction of a proven clerical error; a second member decides, one of the two is the chair. */
export async function requestCorrection(context: DecisionContext): Promise<Transition> {
  const change = RequestCorrection.parse(context.body);
  const settled = await settledFor(context);
  const refusal = bandChangeRefusal(change, settled.band, bandCodes(settled.session));
  if (refusal) refuse(refusal, { band: settled.band });
  const { review, session } = settled;
  const correctionId = await insertCorrection(context.tx, review.id, { ...change, sessionId: session.id, requestedBy: context.actorId }, context.now);
  return {
    outcome: 'correctionRequested', details: { correctionId },
    notices: secondPeople(settled, context.actorId).map((employeeId): NoticeSpec => ({ employeeId, kind: 'calibration.correction', link: `/calibration/${session.id}` })),
    audit: [{
      action: 'correction.requested', object: review.id, before: { band: change.fromBand }, after: { correctionId, band: change.toBand },
      texts: { reason: { body: change.reason, ownerId: review.employeeId }, proof: { body: change.proof, ownerId: review.employeeId } },
    }],
  };
}

/** The second person confirms or turns it down. */
export async function confirmCorrection(context: DecisionContext): Promise<Transition> {
  const { correctionId, confirmed, reason } = ConfirmCorrection.parse(context.body);
  const { tx, now, actorId } = context;
  const { review, session, members, band } = await settledFor(context);
  const correction = (await lockCorrection(tx, review.id, correctionId)) ?? refuse(CalibrationErrors.correctionUnknown);
  const seats = { signedOff: true, chairId: session.chairId, memberIds: members.map((member) => member.employeeId) };
  const refusal = correctionRefusal({ ...correction, subjectId: review.employeeId, confirmedBy: actorId }, seats, band, bandCodes(session));
  if (refusal) refuse(refusal, { band });
  await closeCorrection(tx, correctionId, { state: confirmed ? 'accepted' : 'rejected', by: actorId, reason }, now);
  if (confirmed) await insertCorrectedRating(tx, review.id, correction, actorId, now);
  return {
    outcome: confirmed ? 'corrected' : 'correctionRejected',
    notices: confirmed && review.publishedAt !== null ? [{ employeeId: review.employeeId, kind: 'result.corrected', link: `/reviews/${review.id}` }] : [],
    audit: [{
      action: confirmed ? 'rating.corrected' : 'correction.rejected', object: review.id, before: { band: correction.fromBand }, after: { correctionId, band: confirmed ? correction.toBand : band },
      texts: { reason: { body: reason, ownerId: review.employeeId } },
    }],
  };
}

/** Refuses unless the review is signed off and not final, no appeal is open, and the actor sits in the session as more than HR. */
async function settledFor({ tx, process, actorId }: DecisionContext): Promise<Settled> {
  const review = await loadReview(tx, process.refId);
  const sessionId = await settledSessionOf(tx, review.id);
  const session = (sessionId && (await findSession(tx, sessionId))) || refuse(CalibrationErrors.notYetCalibrated);
  const members = await membersOf(tx, session.id);
  const own = members.find((member) => member.employeeId === actorId);
  if (!own && actorId !== session.chairId) refuse(CalibrationErrors.notMember);
  if (own?.role === 'hr') refuse(CalibrationErrors.hrDecidesNothing);
  if (actorId === review.employeeId) refuse(CalibrationErrors.ownResult);
  if (review.finalAt !== null || process.step === 'appeal') refuse(CalibrationErrors.correctionTooLate);
  const rating = await tx.one(sql<{ band: string | null }>`select band from ratings where review_id = ${review.id} order by no desc limit 1`);
  return { review, session, members, band: rating?.band ?? null };
}

/** Who can be the second person: the chair, or when the chair asked, the other managers of the session. */
function secondPeople({ session, members, review }: Settled, requestedBy: string): string[] {
  if (requestedBy !== session.chairId) return [session.chairId];
  return members.filter((member) => member.role === 'manager' && member.employeeId !== requestedBy && member.employeeId !== review.employeeId).map((member) => member.employeeId);
}
