import { ReturnCase, ApproveCase, RejectCase } from '../approvals/index.js';
import {
  AcceptDeliverable, ApproveGate, CloseCondition, CompleteStep, DecideGate, GrantPilot, HoldRollout, ObjectToGate, RecordDeliverable, ReplanStep, RequestGate, RequestPlanReview, SkipStep, StartPilot, StartWave, UsePlanVersion,
} from '../rollouts/index.js';
import { approvalOperators } from './approvals.js';
import type { StepActions } from './registry.js';

/** Decisions in a rollout. Gates and the five reviews are approvals. */
export const rolloutActions: StepActions = {
  phaseStep: { complete: CompleteStep },
  planReview: { approve: ApproveCase, reject: RejectCase, return: ReturnCase, ...approvalOperators },
  gate: { approve: ApproveGate, object: ObjectToGate, reject: DecideGate, ...approvalOperators },
  gateAgain: { ask: RequestGate },
  gateCondition: { closeCondition: CloseCondition },
  process: {
    replan: ReplanStep, skip: SkipStep, recordDeliverable: RecordDeliverable, acceptDeliverable: AcceptDeliverable, requestPlanReview: RequestPlanReview, requestGate: RequestGate, hold: HoldRollout, resume: HoldRollout,
    startPilot: StartPilot, grantPilot: GrantPilot, startWave: StartWave, usePlanVersion: UsePlanVersion,
  },
};
