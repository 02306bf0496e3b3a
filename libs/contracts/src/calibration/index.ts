import { z } from 'zod';
import { Id, LocalDate } from '../common/index.js';

/** Where a band comes from. The computed one is never overwritten; an appeal counts before calibration, calibration before computed. */
export const BandSource = z.enum(['computed', 'calibration', 'appeal']).meta({ id: 'BandSource' });
export type BandSource = z.infer<typeof BandSource>;

const Band = z.string().min(1).max(20);
const Reason = z.string().trim().min(1).max(2_000);

/** `fromBand` is the band the sender saw; if it has changed meanwhile the request is refused with `CALIBRATION.BAND_STALE`. */
const change = { fromBand: Band, toBand: Band, reason: Reason, reasonForEmployee: Reason };

/** Body of `POST /calibration/:id/people/:employeeId/proposals`: a manager, for an own report. */
export const ProposeBand = z.object(change).meta({ id: 'ProposeBand' });
export type ProposeBand = z.infer<typeof ProposeBand>;

/** Body of `POST /calibration/:id/people/:employeeId/comments`: any member but the person itself. */
export const CommentInCalibration = z.object({ text: Reason }).meta({ id: 'CommentInCalibration' });
export type CommentInCalibration = z.infer<typeof CommentInCalibration>;

/** Body of `POST /calibration/:id/people/:employeeId/decision`: the chair keeps the band, or changes it with both reasons. */
export const DecideBand = z
  .discriminatedUnion('decision', [
    z.object({ decision: z.literal('keep'), reason: Reason }),
    z.object({ decision: z.literal('change'), ...change }),
  ])
  .meta({ id: 'DecideBand' });
export type DecideBand = z.infer<typeof DecideBand>;

/** Body of `POST /calibration/:id/people/:employeeId/deferral`: the chair; `until` is the date of the supplementary session. */
export const DeferPerson = z.object({ reason: Reason, until: LocalDate }).meta({ id: 'DeferPerson' });
export type DeferPerson = z.infer<typeof DeferPerson>;

/** Body of `POST /calibration/:id/discussion`: the chair says which group is talked about; null for none. */
export const DiscussGroup = z.object({ groupId: Id.nullable() }).meta({ id: 'DiscussGroup' });
export type DiscussGroup = z.infer<typeof DiscussGroup>;

/** Body of `POST /calibration/:id/sign-off`. `explanation` is needed when a soft quota is missed. */
export const SignOffCalibration = z.object({ explanation: Reason.optional() }).meta({ id: 'SignOffCalibration' });
export type SignOffCalibration = z.infer<typeof SignOffCalibration>;

/** Body of `POST /calibration/:id/people/:employeeId/corrections`: asks for the correction of a proven clerical error. */
export const RequestCorrection = z.object({ ...change, proofIds: z.array(Id).min(1).max(20) }).meta({ id: 'RequestCorrection' });
export type RequestCorrection = z.infer<typeof RequestCorrection>;

/** Body of `POST /calibration/:id/corrections/:correctionId/confirmation`: the second person. */
export const ConfirmCorrection = z.object({ confirmed: z.boolean(), reason: Reason }).meta({ id: 'ConfirmCorrection' });
export type ConfirmCorrection = z.infer<typeof ConfirmCorrection>;
