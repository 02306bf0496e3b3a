import type { ApprovalDefinition } from '@fairmark/contracts/approvals';
import { appealAdmissibility } from './appeal-admissibility.js';
import { calibrationSignOff } from './calibration-sign-off.js';
import { bulkAct, deadlineExtension, missingValue } from './exceptions.js';
import { goalApproval } from './goal-approval.js';
import { goalSecondOpinion } from './goal-second-opinion.js';
import { planVersionApproval } from './plan-version.js';
import { planReview, rolloutGate } from './rollouts.js';

export { appealAdmissibility, bulkAct, calibrationSignOff, deadlineExtension, goalApproval, goalSecondOpinion, missingValue, planReview, planVersionApproval, rolloutGate };

/** The processes the product ships with. */
export const shippedDefinitions: readonly ApprovalDefinition[] = [goalApproval, goalSecondOpinion, calibrationSignOff, appealAdmissibility, bulkAct, planVersionApproval, deadlineExtension, missingValue, planReview, rolloutGate];

/** A shipped process by id and version. */
export function shippedDefinition(id: string, version: number): ApprovalDefinition | undefined {
  return shippedDefinitions.find((definition) => definition.id === id && definition.version === version);
}
