import { z } from 'zod';
import { ConfirmCorrection, RequestCorrection } from '../calibration/index.js';
import { AcceptOnce } from '../results/index.js';
import { ConfirmInterview, RecordInterview, WaiveInterview } from '../reviews/index.js';
import type { StepActions } from './registry.js';

const Nothing = z.object({});

/** Actions of acknowledging a result, of its interview, and of correcting a clerical error after sign-off. */
export const resultActions: StepActions = {
  acknowledgement: { seen: Nothing, accept: AcceptOnce, revoke: Nothing },
  interview: { record: RecordInterview },
  interviewConfirmation: { confirm: ConfirmInterview },
  process: { waiveInterview: WaiveInterview, requestCorrection: RequestCorrection, confirmCorrection: ConfirmCorrection },
};
