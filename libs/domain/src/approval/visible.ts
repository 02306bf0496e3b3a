import { upgradeState, type StoredState } from './upgrade.js';

/**
 * What a person sees of a case because of the case itself. `scores`: whether that alone shows scores. A copy shows how the case stands; scores only to whoever
 * may see them anyway by their relation to the person, which is for the access rules to say.
 */
export interface Sight {
  as: 'party' | 'approver' | 'copied';
  scores: boolean;
}

/** Null: the case itself shows the person nothing. Somebody who stood in sees what the holder saw only while they act; their own access says so. */
export function visibleTo(stored: StoredState, personId: string): Sight | null {
  const state = upgradeState(stored);
  if (state.subjectIds.includes(personId) || state.submitterId === personId) return { as: 'party', scores: false };
  const tasks = state.visits.flatMap((visit) => visit.tasks);
  const asked = tasks.some((task) => task.part !== 'copy' && (task.personId === personId || task.actorId === personId) && task.openedAt !== null);
  if (asked) return { as: 'approver', scores: true };
  return tasks.some((task) => task.part === 'copy' && task.personId === personId) ? { as: 'copied', scores: false } : null;
}
