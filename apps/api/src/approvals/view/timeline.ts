import type { ApprovalEntry } from '@fairmark/contracts/approvals';
import type { PersonRef } from '@fairmark/contracts/common';
import type { EntryRow } from '@fairmark/persistence/approvals';

/** Ids of everybody whom the record names. */
export const namedIn = (entries: readonly EntryRow[]): string[] =>
  entries.flatMap((entry) => [entry.actorId, entry.onBehalfOf, ...entry.people, ...entry.opened.map((one) => one.personId)]).filter((id) => id !== null);

/** The record as the reader may see it: words only where they may, and of a veiled matter only that it was submitted. */
export function timelineOf(entries: readonly EntryRow[], names: ReadonlyMap<string, PersonRef>, { words, veiled, reader }: { words: boolean; veiled: boolean; reader: string }): ApprovalEntry[] {
  const person = (id: string | null): PersonRef | null => (id === null ? null : (names.get(id) ?? null));
  const shown = entries.filter((entry) => !veiled || entry.what === 'submitted' || entry.actorId === reader);
  return shown.map((entry) => ({
    no: entry.no, at: entry.at, what: entry.what, actor: person(entry.actorId), onBehalfOf: person(entry.onBehalfOf), nodeId: entry.node, visitId: entry.visitId,
    people: entry.people.flatMap((id) => person(id) ?? []),
    opened: entry.opened.flatMap(({ personId, nodeId, why }) => {
      const found = person(personId);
      return found ? [{ person: found, nodeId, why }] : [];
    }),
    comment: words ? entry.comment : null,
    details: veiled ? {} : entry.details,
  }));
}
