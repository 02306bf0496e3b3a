import type { ChangeKind, ChangePolicy } from '@fairmark/contracts/changes';
import type { ProcessKind } from '@fairmark/contracts/process';

/** What a kind of process may do with a kind of change. */
export interface PolicyChoice {
  allowed: readonly ChangePolicy[];
  standard: ChangePolicy;
}

const only = (policy: ChangePolicy): PolicyChoice => ({ allowed: [policy], standard: policy });
const of = (standard: ChangePolicy, ...others: ChangePolicy[]): PolicyChoice => ({ allowed: [standard, ...others], standard });

/** Rule (`rules.md §11`): after a transfer each stretch has its own scorer. A department that is merged or split is no transfer of its people: one stretch goes on. */
const ofReview: Readonly<Record<ChangeKind, PolicyChoice>> = {
  managerChanged: of('bySegments', 'followNew', 'stayOld'),
  transferred: of('bySegments', 'followNew', 'stayOld'),
  departmentMerged: of('followNew', 'bySegments'),
  departmentSplit: of('followNew', 'bySegments'),
  onLeave: of('stayOld', 'followNew'),
  returned: only('followNew'),
  left: only('followNew'),
  departmentRenamed: only('stayOld'),
  joinedLate: only('stayOld'),
};

/** Processes whose people come from a line of managers without stretches. */
const ofApproval: Readonly<Record<ChangeKind, PolicyChoice>> = { ...ofReview, managerChanged: of('followNew', 'stayOld'), transferred: of('followNew', 'stayOld'), departmentMerged: only('followNew'), departmentSplit: only('followNew') };

/** Seats belong to the person, not to a line: only somebody who leaves gives one up. */
const ofSeats: Readonly<Record<ChangeKind, PolicyChoice>> = {
  managerChanged: only('stayOld'), transferred: only('stayOld'), departmentMerged: only('stayOld'), departmentSplit: only('stayOld'), onLeave: only('stayOld'), returned: only('stayOld'), left: only('followNew'),
  departmentRenamed: only('stayOld'), joinedLate: only('stayOld'),
};

const choices: Partial<Readonly<Record<ProcessKind, Readonly<Record<ChangeKind, PolicyChoice>>>>> = { review: ofReview, approval: ofApproval };

/** What a kind of process may do with a kind of change, and what it does unless HR said otherwise. */
export const policyChoice = (process: ProcessKind, change: ChangeKind): PolicyChoice => (choices[process] ?? ofSeats)[change];

/** The policy that counts: what HR chose when it is still offered, else the standard. */
export function policyFor(process: ProcessKind, change: ChangeKind, chosen: ChangePolicy | null | undefined): ChangePolicy {
  const { allowed, standard } = policyChoice(process, change);
  return chosen && allowed.includes(chosen) ? chosen : standard;
}
