import type { Transition } from '@fairmark/domain/process';
import type { ProcessContext } from '../processes/index.js';
import type { Review } from './review.js';

/** What entering a phase adds to the transition that leads there. */
export type Entry = Pick<Transition, 'step' | 'open' | 'notices' | 'start' | 'signals' | 'finish'> & { audit?: Transition['audit'] };

/** Enters a phase of the review: writes its rows in the decision's transaction and says which visits open. */
export type Enter = (context: ProcessContext, review: Review) => Promise<Entry>;

/** Joins what a decision changes in its own phase with the entry of the next one. */
export function leadingTo(transition: Transition, entry: Entry): Transition {
  return {
    ...transition,
    ...entry,
    open: [...(transition.open ?? []), ...(entry.open ?? [])],
    notices: [...(transition.notices ?? []), ...(entry.notices ?? [])],
    start: [...(transition.start ?? []), ...(entry.start ?? [])],
    signals: [...(transition.signals ?? []), ...(entry.signals ?? [])],
    audit: [...transition.audit, ...(entry.audit ?? [])],
  };
}
