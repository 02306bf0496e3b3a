import type { ProcessKind } from '@fairmark/contracts/process';
import type { HistoryEntry, HistoryVisit } from '@fairmark/contracts/history';
import type { ReviewSection } from '@fairmark/contracts/reviews';
import { stepInfo } from '../process/index.js';

/** What decides how much of a history somebody reads: the sections that are open to them today, and whether it is about themselves. */
export interface HistoryReader {
  kind: ProcessKind;
  /** Null outside a review: whoever may open an approval reads all of its record. */
  sections: ReadonlySet<ReviewSection> | null;
  isSubject: boolean;
  /** Reads of a result are shown to the person and to HR. */
  seesReads: boolean;
}

/** Whose answers the person whom it is about never sees one by one. */
const QUIET = new Set(['collaboratorInput', 'vote', 'secondLevelVote']);

/** Beginning of an audit action → the part of a review that it tells about. An action that stands nowhere here is shown to nobody. */
const SECTIONS: Readonly<Record<string, ReviewSection>> = {
  review: 'timeline', visit: 'timeline', hr: 'timeline', cycle: 'timeline', goals: 'goals', checkIn: 'checkIns', approval: 'goals', selfReview: 'selfReview', collaborators: 'collaboration', collaborator: 'collaboration',
  scores: 'scores', scoring: 'scores', ratability: 'scores', opinion: 'scores', rating: 'result', correction: 'result', result: 'result', publication: 'result', interview: 'interview', appeal: 'appeal', buffer: 'buffer',
};

/** Actions that tell more than their beginning says: what calibration did to a person belongs to the result. */
const OF_RESULT = new Set(['review.calibrated']);

/** The part of a review that an audit action tells about; undefined: nobody reads it here. */
export function sectionOf(action: string): ReviewSection | undefined {
  return OF_RESULT.has(action) ? 'result' : SECTIONS[action.split('.')[0] ?? ''];
}

/** Entries that a reader may see, without what they may not know. */
export function cutEntries(entries: readonly HistoryEntry[], reader: HistoryReader): HistoryEntry[] {
  return entries.filter((entry) => isShown(entry, reader)).map((entry) => (reader.isSubject ? forSubject(entry, reader) : entry));
}

function isShown({ what, name, step, visitId }: HistoryEntry, { sections, isSubject, seesReads }: HistoryReader): boolean {
  if (isSubject && step !== null && QUIET.has(step) && what !== 'opened' && what !== 'closed') return false;
  if (what === 'read' && visitId === null) return seesReads;
  if (!sections) return true;
  if (what === 'approval') return sections.has('goals');
  const section = what === 'recorded' ? sectionOf(name ?? '') : 'timeline';
  return section !== undefined && sections.has(section);
}

/** Of what others decide about a person the person learns that it ended and who acted, not how: that has its own pages, each at its time. */
function forSubject(entry: HistoryEntry, { kind }: HistoryReader): HistoryEntry {
  if (entry.step === null) return entry;
  const people = QUIET.has(entry.step) ? [] : entry.people;
  const own = stepInfo(kind, entry.step)?.actor === 'subject';
  return { ...entry, people, outcome: own || entry.outcome === null ? entry.outcome : 'closed', by: QUIET.has(entry.step) ? null : entry.by, onBehalfOf: QUIET.has(entry.step) ? null : entry.onBehalfOf };
}

/** Visits as a reader may see them. */
export function cutVisits(visits: readonly HistoryVisit[], { kind, isSubject }: HistoryReader): HistoryVisit[] {
  if (!isSubject) return [...visits];
  return visits.map((visit) => {
    const { from } = visit.cause;
    const hidden = from !== null && stepInfo(kind, from.step)?.actor !== 'subject' ? { ...from, outcome: from.outcome === null ? null : 'closed' } : from;
    const quiet = from !== null && QUIET.has(from.step);
    return { ...visit, people: QUIET.has(visit.step) ? [] : visit.people, cause: { ...visit.cause, from: hidden, ...(quiet ? { by: null, onBehalfOf: null } : {}) } };
  });
}
