import { CalibrationErrors, type CalibrationError } from '@fairmark/contracts/errors';
import type { BandSource } from '@fairmark/contracts/calibration';

/** A band as the rating record keeps it. Earlier records stay: nothing is overwritten. */
export interface RatingRecord {
  readonly band: string;
  readonly source: BandSource;
}

/** What somebody wants a person's band to become. Texts are checked for presence only. */
export interface BandChange {
  readonly fromBand: string;
  readonly toBand: string;
  /** For the session and HR. */
  readonly reason: string;
  /** For the employee, shown after publication. */
  readonly reasonForEmployee: string;
}

const blank = (text: string): boolean => text.trim() === '';

/** The band that counts: an appeal before calibration before the computed one; of one source the latest. */
export function finalBand(records: readonly RatingRecord[]): RatingRecord | null {
  const latest = (source: BandSource) => records.filter((record) => record.source === source).at(-1);
  return latest('appeal') ?? latest('calibration') ?? latest('computed') ?? null;
}

/**
 * Why a band change is refused; null when it may be recorded with source `calibration`. Who may do it: `calibrationRefusal`.
 * Rule: a change needs a reason and a reason written for the employee, and starts from the band that holds now.
 */
export function bandChangeRefusal(change: BandChange, currentBand: string | null, bands: readonly string[]): CalibrationError | null {
  if (!bands.includes(change.toBand)) return CalibrationErrors.bandUnknown;
  if (currentBand === null) return CalibrationErrors.personUnscored;
  if (change.fromBand !== currentBand) return CalibrationErrors.bandStale;
  if (change.toBand === currentBand) return CalibrationErrors.bandUnchanged;
  if (blank(change.reason)) return CalibrationErrors.reasonMissing;
  return blank(change.reasonForEmployee) ? CalibrationErrors.employeeReasonMissing : null;
}

/** Correction of a proven clerical error after sign-off: one person asks with proof, another confirms. */
export interface ClericalCorrection extends BandChange {
  readonly subjectId: string;
  readonly requestedBy: string;
  readonly confirmedBy: string;
  /** What proves the error: the paper or record, and what it shows. */
  readonly proof: string;
}

/**
 * Why a correction is refused; null when it may be recorded with source `calibration`.
 * Rule: after sign-off only an appeal, or a correction by two different members of the session (one of them the chair), with proof,
 * changes a band. Neither is the person it is about.
 */
export function correctionRefusal(
  correction: ClericalCorrection,
  session: { readonly signedOff: boolean; readonly chairId: string; readonly memberIds: readonly string[] },
  currentBand: string | null,
  bands: readonly string[],
): CalibrationError | null {
  const { requestedBy, confirmedBy, subjectId } = correction;
  if (!session.signedOff) return CalibrationErrors.sessionOpen;
  if (requestedBy === confirmedBy) return CalibrationErrors.samePerson;
  if (requestedBy === subjectId || confirmedBy === subjectId) return CalibrationErrors.ownResult;
  const seated = (id: string): boolean => id === session.chairId || session.memberIds.includes(id);
  if (!seated(requestedBy) || !seated(confirmedBy)) return CalibrationErrors.notMember;
  if (requestedBy !== session.chairId && confirmedBy !== session.chairId) return CalibrationErrors.notChair;
  if (blank(correction.proof)) return CalibrationErrors.proofMissing;
  return bandChangeRefusal(correction, currentBand, bands);
}

/**
 * Whether a low band has no consequence because only the session's quota gave it. Rule: a bottom band from a quota alone never triggers
 * a consequence; the person's own scores gave a band outside the listed ones.
 * @param consequenceBands bands that start an improvement buffer
 */
export function isWithoutConsequence(computedBand: string | null, finalBand: string | null, consequenceBands: readonly string[]): boolean {
  return finalBand !== null && computedBand !== null && consequenceBands.includes(finalBand) && !consequenceBands.includes(computedBand);
}
