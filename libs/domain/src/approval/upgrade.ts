import type { ApprovalState, ApprovalTask, ApprovalVisit } from './state.js';

/** A state as an earlier release stored it: one node after the other, no added people, no record. */
export type StoredState = Pick<ApprovalState, 'definitionId' | 'definitionVersion' | 'status' | 'subjectIds' | 'submitterId' | 'excludedIds' | 'flags' | 'resolution' | 'submissions' | 'startedAt' | 'endedAt'> &
  Partial<ApprovalState> & { visits: StoredVisit[] };
type StoredVisit = Pick<ApprovalVisit, 'id' | 'nodeId' | 'status' | 'superseded' | 'openedAt' | 'closedAt'> & Partial<ApprovalVisit> & { tasks: StoredTask[] };
type StoredTask = Pick<ApprovalTask, 'id' | 'seat' | 'personId' | 'origin' | 'status' | 'openedAt' | 'closedAt' | 'decision' | 'decidedBy' | 'commentId' | 'approvedIn' | 'replaces' | 'extensions' | 'handedToHr'> & Partial<ApprovalTask>;

/** A copy that operators may change, with everything that an earlier release did not know. Organisation data are shared: nothing changes them. */
export function upgradeState(stored: StoredState): ApprovalState {
  const visits = stored.visits.map(upgradeVisit);
  if (stored.record !== undefined) return { ...(stored as ApprovalState), visits, record: stored.record.slice() };
  return {
    ...{ fields: {}, chosen: {}, handedOver: {}, follow: false },
    ...stored,
    visits,
    record: [],
  };
}

function upgradeVisit(stored: StoredVisit): ApprovalVisit {
  if (stored.waitsFor !== undefined) return { ...(stored as ApprovalVisit), tasks: stored.tasks.map((task) => ({ ...(task as ApprovalTask) })) };
  const closedBy = stored.status === 'returned' ? returnerOf(stored) : null;
  return { ...{ supersededBy: null, cause: null, closedBy, waitsFor: null }, ...stored, tasks: stored.tasks.map((task) => upgradeTask(task, stored)) };
}

function upgradeTask(stored: StoredTask, visit: StoredVisit): ApprovalTask {
  // What was pending when a visit ended was closed by whoever ended it: with it the visit can come back as it was.
  const closedBy = visit.status === 'returned' && stored.status === 'notNeeded' && stored.closedAt === visit.closedAt ? returnerOf(visit) : null;
  return { part: 'seat', alsoSeats: [], addedBy: null, parentId: null, valuesBefore: null, cause: null, readAt: null, actorId: stored.decidedBy === 'person' ? stored.personId : null, ...stored, closedBy };
}

const returnerOf = (visit: StoredVisit): string | null => visit.tasks.find((task) => task.decision === 'return')?.id ?? null;
