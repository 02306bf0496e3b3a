import {
  AppointChair, ApproveSignOff, CommentInCalibration, DecideBand, DeferPerson, DiscussGroup, JoinCalibration, LeaveCalibration, ProposeBand, RejectSignOff, RequestSignOff,
} from '../calibration/index.js';
import { ReturnCase } from '../approvals/index.js';
import { ExtendVisit } from '../cycles/index.js';
import { approvalOperators } from './approvals.js';
import type { StepActions } from './registry.js';

/** Actions of a calibration session; the sign-off itself is an approval. */
export const calibrationActions: StepActions = {
  deliberation: {
    propose: ProposeBand, comment: CommentInCalibration, decide: DecideBand, defer: DeferPerson, discuss: DiscussGroup, newChair: AppointChair,
    join: JoinCalibration, leave: LeaveCalibration, requestSignOff: RequestSignOff,
  },
  signOff: { approve: ApproveSignOff, reject: RejectSignOff, return: ReturnCase, ...approvalOperators },
  // HR may give time, never decide.
  process: { extend: ExtendVisit },
};
