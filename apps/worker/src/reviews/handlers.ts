import type { ProcessHandlers } from '../processes/index.js';

/** The rules of one feature inside the review: its steps, deadlines and events. */
export type ReviewPart = Omit<ProcessHandlers, 'kind' | 'open'>;

/** One set of rules out of the features' parts. Two parts that name the same step and action would hide each other: refused at start. */
export function joinParts(parts: readonly ReviewPart[]): ReviewPart {
  const joined: ReviewPart = { actions: {}, expire: {}, events: {} };
  for (const part of parts) {
    for (const [step, actions] of Object.entries(part.actions)) {
      const known = (joined.actions[step] ??= {});
      for (const [action, handler] of Object.entries(actions)) {
        if (known[action]) throw new Error(`Two handlers for ${step}.${action}`);
        known[action] = handler;
      }
    }
    claim(joined.expire, part.expire);
    claim(joined.events, part.events);
  }
  return joined;
}

function claim<T>(target: Record<string, T>, source: Record<string, T>): void {
  for (const [name, handler] of Object.entries(source)) {
    if (target[name]) throw new Error(`Two handlers for ${name}`);
    target[name] = handler;
  }
}
