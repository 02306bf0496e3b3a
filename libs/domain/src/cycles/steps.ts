import type { StepOfPeople } from '@fairmark/contracts/cycles';
import type { z } from 'zod';
import { reviewSteps } from '../process/index.js';

type Step = z.infer<typeof StepOfPeople>;

/** Phase of the review to which a step of the cycle's schedule belongs. */
const phases: Readonly<Record<Step, string>> = { goalSetting: 'goalSetting', selfReview: 'selfReview', scoring: 'scoring', acceptance: 'result' };

/** Steps of a review in which people are waited for while it is in this step of the cycle; without one all of them. */
export function stepsOfPeople(step: Step | null): string[] {
  return Object.entries(reviewSteps).filter(([, info]) => (step === null || info.phase === phases[step]) && info.waitsFor === 'person').map(([name]) => name);
}
