import type { ApprovalDefinition, ApprovalKind, ApprovalPurpose } from '@fairmark/contracts/approvals';
import { appealAdmissibility, bulkAct, calibrationSignOff, deadlineExtension, goalApproval, goalSecondOpinion, missingValue, planVersionApproval } from './definitions/index.js';

/** What a purpose asks of a definition. */
export interface PurposeInfo {
  /** Kind that a definition must have to be used for it. */
  kind: ApprovalKind;
  /** Counts where HR named no other. */
  shipped: ApprovalDefinition;
  /** It runs inside the visits of another process; the others are processes of their own. */
  hosted: boolean;
  /** Flags that the submission sets. */
  flags: readonly string[];
  /** Whether one person is the subject: without one nobody has a manager. */
  aboutPerson: boolean;
}

const purpose = (shipped: ApprovalDefinition, hosted: boolean, aboutPerson: boolean, flags: readonly string[] = []): PurposeInfo => ({ kind: shipped.kind, shipped, hosted, aboutPerson, flags });

/** All purposes. A further one is a line here, a name in the contract and its effects in the worker. */
export const approvalPurposes: Readonly<Record<ApprovalPurpose, PurposeInfo>> = {
  goals: purpose(goalApproval, true, true, ['realismFlagged']),
  goalSecondOpinion: purpose(goalSecondOpinion, true, true, ['realismFlagged']),
  goalChange: purpose(goalApproval, true, true, ['realismFlagged']),
  calibrationSignOff: purpose(calibrationSignOff, true, false, ['hrFirst']),
  appealAdmissibility: purpose(appealAdmissibility, true, true),
  bulkAct: purpose(bulkAct, true, false),
  planVersion: purpose(planVersionApproval, false, false),
  deadlineExtension: purpose(deadlineExtension, false, true),
  missingValue: purpose(missingValue, false, false),
};

/** The definition that ships for a purpose. */
export const shippedFor = (name: ApprovalPurpose): ApprovalDefinition => approvalPurposes[name].shipped;
