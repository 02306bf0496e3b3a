import type { ApprovalPurpose } from '@fairmark/contracts/approvals';
import { deadlineExtension } from './deadlineExtension.js';
import type { PurposeEffects } from './effects.js';
import { missingValue } from './missingValue.js';
import { planVersion } from './planVersion.js';

export type { Effects, PurposeEffects } from './effects.js';

const effects: Partial<Readonly<Record<ApprovalPurpose, PurposeEffects>>> = { planVersion, deadlineExtension, missingValue };

/** What follows from a purpose that is a process of its own. @throws for one that runs inside another process */
export function effectsOf(purpose: ApprovalPurpose): PurposeEffects {
  const found = effects[purpose];
  if (!found) throw new Error(`${purpose} is no process of its own`);
  return found;
}
