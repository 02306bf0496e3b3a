import { z } from 'zod';
import { BufferCheckIn, JudgeImprovement, ObjectToSupportPlan, SupportPlan } from '../buffers/index.js';
import type { StepActions } from './registry.js';

const Nothing = z.object({});

/** Actions of buffer periods. */
export const bufferActions: StepActions = {
  supportPlan: { submit: SupportPlan },
  supportPlanConsent: { accept: Nothing, object: ObjectToSupportPlan },
  improvement: { checkIn: BufferCheckIn },
  improvementJudgement: { judge: JudgeImprovement },
  improvementSignature: { sign: JudgeImprovement },
  bufferOutcome: { acknowledge: Nothing },
};
