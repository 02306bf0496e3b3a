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
 * End of the n-th working day after an instant, 24:00 in the zone of the person. The caller's calendar already knows
 * holidays, make-up workdays and the person's leave, so that leave pauses every window.
 */
export type AddWorkingDays = (instant: string, n: number) => string;

/** Lengths in working days; configuration, these are the defaults. */
export interface AcceptanceDays {
  readonly window: number;
  readonly afterInterview: number;
  readonly escalateInterview: number;
}

export const ACCEPTANCE_DAYS: AcceptanceDays = { window: 7, afterInterview: 3, escalateInterview: 3 };
