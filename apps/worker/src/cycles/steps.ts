import type { ExtendStep } from '@fairmark/contracts/cycles';
import { reviewSteps } from '@fairmark/domain/process';

/** Phase of the review to which a step of the cycle's schedule belongs. */
const phases: Readonly<Record<ExtendStep['step'], string>> = { goalSetting: 'goalSetting', selfReview: 'selfReview', scoring: 'scoring', acceptance: 'result' };

/** Steps of a review in which people are waited for while it is in this step of the cycle. */
export function stepsOfPeople(step: ExtendStep['step']): string[] {
  return Object.entries(reviewSteps).filter(([, info]) => info.phase === phases[step] && info.waitsFor === 'person').map(([name]) => name);
}
