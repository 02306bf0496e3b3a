import { z } from 'zod';
import { Duration } from '../common/index.js';

/** Steps and windows to which a plan gives a length. Names are those of the step tables where a step of a process has the length. */
export const PLAN_STEPS = [
  'goalProposal', 'goalDrafting', 'goalObjection', 'goalApproval', 'goalConfirmation', 'goalArbitration', 'goalChangeApproval', 'goalChangeConfirmation',
  'selfReview', 'collaborators', 'collaboratorInput', 'scoring', 'calibration', 'publicationLead', 'acknowledgement', 'interview', 'interviewConfirmation',
  'interviewFloor', 'rescoring', 'admissibility', 'statement', 'papers', 'vote', 'voteSilence', 'secondLevelFiling', 'secondLevelVote', 'supportPlan',
  'supportPlanConsent', 'improvementJudgement', 'improvementSignature', 'bufferOutcome',
] as const;
export const PlanStep = z.enum(PLAN_STEPS).meta({ id: 'PlanStep' });
export type PlanStep = z.infer<typeof PlanStep>;

/** What happens when nobody acted in time: the next manager gets it, the deadline moves once, or the step's default action is taken. */
export const TimeoutPolicy = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('escalate') }),
    z.object({ kind: z.literal('extend'), by: Duration }),
    z.object({ kind: z.literal('default') }),
  ])
  .meta({ id: 'TimeoutPolicy' });
export type TimeoutPolicy = z.infer<typeof TimeoutPolicy>;

/** Length of a step, reminders as times before its deadline, and its time-out policy. */
export const StepRule = z
  .object({ duration: Duration, remindBefore: z.array(Duration).max(5).default([]), timeout: TimeoutPolicy.default({ kind: 'escalate' }) })
  .meta({ id: 'StepRule' });
export type StepRule = z.infer<typeof StepRule>;

/** Rules by step; a step that is left out has the default length. */
export const PlanSteps = z.partialRecord(PlanStep, StepRule).meta({ id: 'PlanSteps' });
export type PlanSteps = z.infer<typeof PlanSteps>;
