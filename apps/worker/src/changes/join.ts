import type { Transition } from '@fairmark/domain/process';

/** What follows from one event in several places of a process, as one transition; null when nothing does. */
export function joinTransitions(first: Transition | null, second: Transition | null): Transition | null {
  if (!first || !second) return first ?? second;
  return {
    ...first, ...second, outcome: 'followed', audit: [...first.audit, ...second.audit], close: [...(first.close ?? []), ...(second.close ?? [])], decided: [...(first.decided ?? []), ...(second.decided ?? [])],
    open: [...(first.open ?? []), ...(second.open ?? [])], notices: [...(first.notices ?? []), ...(second.notices ?? [])], start: [...(first.start ?? []), ...(second.start ?? [])], signals: [...(first.signals ?? []), ...(second.signals ?? [])],
  };
}
