import { z } from 'zod';
import { Id, LocalDate } from '../common/index.js';

/** Where a band comes from. The computed one is never overwritten; an appeal counts before calibration, calibration before computed. */
export const BandSource = z.enum(['computed', 'calibration', 'appeal']).meta({ id: 'BandSource' });
export type BandSource = z.infer<typeof BandSource>;

const Band = z.string().min(1).max(20);
const Reason = z.string().trim().min(1).max(2_000);
const about = { reviewId: Id };

/** `fromBand` is the band the sender saw; if it has changed meanwhile the request is refused with `CALIBRATION.BAND_STALE`. */
const change = { fromBand: Band, toBand: Band, reason: Reason, reasonForEmployee: Reason };

/** `propose`: a manager, for an own report. A newer proposal for the same person replaces the earlier one. */
export const ProposeBand = z.object({ ...about, ...change }).meta({ id: 'ProposeBand' });
export type ProposeBand = z.infer<typeof ProposeBand>;

/** `comment` is open to every member but the person itself. */
export const CommentInCalibration = z.object({ ...about, text: Reason }).meta({ id: 'CommentInCalibration' });
export type CommentInCalibration = z.infer<typeof CommentInCalibration>;

/** `decide`: the chair keeps the band (an open proposal is rejected), or changes it with both reasons. */
export const DecideBand = z
  .discriminatedUnion('decision', [
    z.object({ ...about, decision: z.literal('keep'), reason: Reason }),
    z.object({ ...about, decision: z.literal('change'), ...change }),
  ])
  .meta({ id: 'DecideBand' });
export type DecideBand = z.infer<typeof DecideBand>;

/** `defer`: the chair; `until` is the date of the supplementary session. `until` null takes the deferral back. */
export const DeferPerson = z.object({ ...about, reason: Reason, until: LocalDate.nullable() }).meta({ id: 'DeferPerson' });
export type DeferPerson = z.infer<typeof DeferPerson>;

/** `discuss`: the chair says which group is talked about; null for none. */
export const DiscussGroup = z.object({ groupId: Id.nullable() }).meta({ id: 'DiscussGroup' });
export type DiscussGroup = z.infer<typeof DiscussGroup>;

/** `newChair`: HR of the session or the chair hands the chair over. */
export const AppointChair = z.object({ employeeId: Id, reason: Reason }).meta({ id: 'AppointChair' });
export type AppointChair = z.infer<typeof AppointChair>;

/** `join`: HR of the session or the chair adds a manager or somebody of HR. */
export const JoinCalibration = z.object({ employeeId: Id, role: z.enum(['manager', 'hr']), reason: Reason }).meta({ id: 'JoinCalibration' });
export type JoinCalibration = z.infer<typeof JoinCalibration>;

/** `leave`: a member leaves, or is taken out by HR of the session or the chair. */
export const LeaveCalibration = z.object({ employeeId: Id, reason: Reason }).meta({ id: 'LeaveCalibration' });
export type LeaveCalibration = z.infer<typeof LeaveCalibration>;

/** `requestSignOff`: the chair. `explanation` is needed when a soft quota is missed. */
export const RequestSignOff = z.object({ explanation: Reason.optional() }).meta({ id: 'RequestSignOff' });
export type RequestSignOff = z.infer<typeof RequestSignOff>;

/** `approve` of the sign-off. */
export const ApproveSignOff = z.object({ comment: Reason.optional() }).meta({ id: 'ApproveSignOff' });
export type ApproveSignOff = z.infer<typeof ApproveSignOff>;

/** `reject` of the sign-off: the session deliberates again. */
export const RejectSignOff = z.object({ comment: Reason }).meta({ id: 'RejectSignOff' });
export type RejectSignOff = z.infer<typeof RejectSignOff>;

/** `requestCorrection`, on the review after sign-off: a member of the session asks for the correction of a proven clerical error. */
export const RequestCorrection = z.object({ ...change, proof: Reason }).meta({ id: 'RequestCorrection' });
export type RequestCorrection = z.infer<typeof RequestCorrection>;

/** `confirmCorrection`: the second person; one of the two is the chair. */
export const ConfirmCorrection = z.object({ correctionId: Id, confirmed: z.boolean(), reason: Reason }).meta({ id: 'ConfirmCorrection' });
export type ConfirmCorrection = z.infer<typeof ConfirmCorrection>;
