import { stepInfo } from '../process/index.js';

/** A visit as far as the phase of its process follows from it. */
export interface OpenVisit {
  step: string;
  openedAt: string;
}

/** Phase of a process in which these visits are open: that of the one that opened last. Null without any. */
export function phaseAt(kind: string, visits: readonly OpenVisit[]): string | null {
  const last = [...visits].sort((a, b) => (a.openedAt < b.openedAt ? -1 : 1)).at(-1);
  return last ? (stepInfo(kind, last.step)?.phase ?? last.step) : null;
}
