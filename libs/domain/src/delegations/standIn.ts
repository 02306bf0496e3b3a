import { delegationErrors } from '@fairmark/contracts/errors';
import { holdsAt, type Delegation } from './delegation.js';
import { isPersonal } from './personal.js';

/** A substitute of a substitute may act too, but nobody looks further than this. */
export const LONGEST_CHAIN = 5;

/** People from the actor to the one whose tasks they do, both included, for one kind of process. */
export type StandInPath = readonly string[];

/** For whom somebody stands in at an instant, nearest first. Each person appears once; a chain that comes back is not followed. */
export function standInPaths(delegations: readonly Delegation[], actorId: string, kind: string, at: string): StandInPath[] {
  const live = delegations.filter((one) => one.kinds.includes(kind) && holdsAt(one, at));
  const paths: string[][] = [[actorId]];
  for (const path of paths) {
    if (path.length > LONGEST_CHAIN) continue;
    for (const one of live) if (one.delegateId === path.at(-1) && !path.includes(one.delegatorId)) paths.push([...path, one.delegatorId]);
  }
  return paths.slice(1);
}

/** What is known about a visit when somebody wants to act in it for somebody else. */
export interface StandInCase {
  kind: string;
  step: string;
  /** Whom the case is about, who submitted it, who is excluded from it: none of them may be in the chain. */
  partyIds: readonly string[];
  /** Who decided here before: the person, and whose seat it was. */
  decided: readonly { actorId: string; holderId: string }[];
}

/**
 * Why nobody may act along this path; null when they may. Rule (`approvals.md`): a delegate never acts in their own case, and a chain that passes through a party
 * would let that party choose who decides about them.
 */
export function standInRefusal(path: StandInPath, { kind, step, partyIds, decided }: StandInCase): string | null {
  if (isPersonal(kind, step)) return delegationErrors.personalStep;
  if (path.some((person) => partyIds.includes(person))) return delegationErrors.ownCase;
  const [actorId, holderId] = [path[0], path.at(-1)];
  return decided.some((one) => one.actorId === actorId && one.holderId !== holderId) ? delegationErrors.alreadyActed : null;
}
