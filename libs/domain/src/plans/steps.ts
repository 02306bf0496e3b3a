import { plansErrors } from '@fairmark/contracts/errors';
import { PLAN_STEPS, type PlanDocument, type PlanFinding, type PlanStep, type StepRule } from '@fairmark/contracts/plans';
import type { StepInfo } from '../process/stepInfo.js';
import { appealSteps, calibrationSteps, reviewSteps } from '../process/steps.js';
import { error } from './finding.js';

const days = (n: number, timeout: StepRule['timeout']['kind'] = 'escalate', remind: readonly number[] = [1]): StepRule => ({
  duration: { n, unit: 'workingDay' },
  remindBefore: remind.map((before) => ({ n: before, unit: 'workingDay' })),
  timeout: timeout === 'extend' ? { kind: 'extend', by: { n: 2, unit: 'workingDay' } } : { kind: timeout },
});

/** Lengths of steps that a plan does not give. All of them are configuration; these are the decided defaults. */
export const defaultStepRules: Readonly<Record<PlanStep, StepRule>> = {
  goalProposal: days(10, 'default', [5, 1]),
  goalDrafting: days(5),
  goalObjection: days(5, 'default'),
  goalApproval: days(5),
  goalConfirmation: days(5),
  goalArbitration: days(5),
  goalChangeApproval: days(5),
  goalChangeConfirmation: days(5),
  selfReview: days(5, 'default', [2, 1]),
  collaborators: days(3, 'default'),
  collaboratorInput: days(5, 'default', [2, 1]),
  scoring: days(5, 'escalate', [2, 1]),
  calibration: days(10),
  publicationLead: days(2, 'escalate', []),
  acknowledgement: days(7, 'default', [3, 1]),
  interview: days(3),
  interviewConfirmation: days(3, 'default'),
  interviewFloor: days(3, 'escalate', []),
  rescoring: days(5),
  admissibility: days(2),
  statement: days(3, 'default'),
  papers: days(3, 'default'),
  vote: days(10, 'escalate', [5, 2, 1]),
  voteSilence: days(2, 'escalate', []),
  secondLevelFiling: days(5, 'default'),
  secondLevelVote: days(10, 'escalate', [5, 2, 1]),
  supportPlan: days(10, 'escalate', [5, 2]),
  supportPlanConsent: days(3),
  improvementJudgement: days(5),
  improvementSignature: days(3),
  bufferOutcome: days(7, 'default', [3, 1]),
};

/** The rule of a step: the plan's, else the default. */
export const stepRule = (plan: Pick<PlanDocument, 'steps'>, step: PlanStep): StepRule => plan.steps[step] ?? defaultStepRules[step];

const tables: Readonly<Record<string, StepInfo>> = { ...calibrationSteps, ...appealSteps, ...reviewSteps };

/** Whether a time-out may end the step by itself. Goals, scores and appeals never pass by time-out. */
export const mayDefault = (step: PlanStep): boolean => tables[step]?.mayPassByTimeout ?? false;

function findingsOfOne(step: PlanStep, rule: StepRule, allowSeconds: boolean): PlanFinding[] {
  const path = `steps.${step}`;
  const lengths = [rule.duration, ...rule.remindBefore, ...(rule.timeout.kind === 'extend' ? [rule.timeout.by] : [])];
  return [
    ...(rule.timeout.kind === 'default' && !mayDefault(step) ? [error(plansErrors.timeoutNotAllowed, `${path}.timeout`, { step })] : []),
    ...(lengths.some((length) => length.n === 0) ? [error(plansErrors.durationZero, path, { step })] : []),
    ...(!allowSeconds && lengths.some((length) => length.unit === 'second') ? [error(plansErrors.secondsNotAllowed, path, { step })] : []),
  ];
}

/** Findings about step lengths and time-out policies. @param allowSeconds only where configuration allows short steps, never in production */
export function stepFindings(plan: PlanDocument, allowSeconds: boolean): PlanFinding[] {
  const { length } = plan.buffer.improvement;
  const shortBuffer = length?.unit === 'second' && !allowSeconds ? [error(plansErrors.secondsNotAllowed, 'buffer.improvement.length')] : [];
  return [
    ...PLAN_STEPS.flatMap((step) => {
      const rule = plan.steps[step];
      return rule ? findingsOfOne(step, rule, allowSeconds) : [];
    }),
    ...shortBuffer,
  ];
}
