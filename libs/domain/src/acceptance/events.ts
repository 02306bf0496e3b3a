import type { Duration } from '@fairmark/contracts/common';

/** What happened to one published result, in the order of recording. Instants are ISO 8601 in UTC. */
export type AcceptanceEvent =
  | { readonly type: 'published'; readonly at: string }
  /** The record counts when both have recorded it. */
  | { readonly type: 'interviewRecorded'; readonly by: 'manager' | 'employee'; readonly at: string }
  /** HR lets the window run without an interview (manager gone, employee refuses), with a reason. */
  | { readonly type: 'interviewWaived'; readonly at: string }
  | { readonly type: 'seen'; readonly at: string }
  | { readonly type: 'accepted'; readonly confirmation: 1 | 2; readonly at: string }
  | { readonly type: 'revoked'; readonly at: string }
  | { readonly type: 'appealFiled'; readonly at: string }
  | { readonly type: 'appealEnded'; readonly outcome: 'withdrawn' | 'refused' | 'decided'; readonly at: string }
  /** HR or downtime moved the end; it only ever moves back. */
  | { readonly type: 'extended'; readonly until: string; readonly at: string };

/**
 * End of a length after an instant in the zone of the person; working days end at 24:00. The caller's calendar already knows
 * holidays, make-up workdays and the person's leave, so that leave pauses every window.
 */
export type EndOf = (instant: string, length: Duration) => string;

/** Lengths are configuration of the plan, these are the defaults. */
export interface AcceptanceLengths {
  readonly window: Duration;
  readonly afterInterview: Duration;
  readonly escalateInterview: Duration;
}

const workingDays = (n: number): Duration => ({ n, unit: 'workingDay' });

export const ACCEPTANCE_LENGTHS: AcceptanceLengths = { window: workingDays(7), afterInterview: workingDays(3), escalateInterview: workingDays(3) };
