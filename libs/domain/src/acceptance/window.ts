import { ACCEPTANCE_LENGTHS, type AcceptanceEvent, type EndOf } from './events.js';

export interface AcceptanceWindow {
  readonly publishedAt: string;
  /** End of the plain window from publication. */
  readonly earliestEndAt: string;
  /** Null while the interview is neither recorded by both nor waived: the window cannot end. */
  readonly endsAt: string | null;
  readonly interviewRecordedAt: string | null;
  /** When a missing interview goes to the next manager; null once it is recorded or waived. */
  readonly escalateInterviewAt: string | null;
}

export const instantMs = (instant: string): number => Date.parse(instant);

const later = (a: string, b: string): string => (instantMs(a) >= instantMs(b) ? a : b);

function interviewAt(events: readonly AcceptanceEvent[]): string | null {
  const first = (by: 'manager' | 'employee') => events.find((event) => event.type === 'interviewRecorded' && event.by === by)?.at;
  const manager = first('manager');
  const employee = first('employee');
  return manager && employee ? later(manager, employee) : null;
}

/**
 * The window in which a result can be accepted or appealed; null before publication.
 * Rule: 7 working days from publication, never ending earlier than 3 working days after the interview was recorded by both; a
 * manager who has not held it is escalated on day 3.
 */
export function acceptanceWindow(events: readonly AcceptanceEvent[], endOf: EndOf, lengths = ACCEPTANCE_LENGTHS): AcceptanceWindow | null {
  const published = events.find((event) => event.type === 'published');
  if (!published) return null;
  const publishedAt = published.at;
  const earliestEndAt = endOf(publishedAt, lengths.window);
  const interviewRecordedAt = interviewAt(events);
  const waivedAt = events.find((event) => event.type === 'interviewWaived')?.at ?? null;
  const settledAt = interviewRecordedAt ?? waivedAt;
  const plainEnd = settledAt === null ? null : later(earliestEndAt, endOf(settledAt, lengths.afterInterview));
  const endsAt = plainEnd === null ? null : events.reduce((end, event) => (event.type === 'extended' ? later(end, event.until) : end), plainEnd);
  const escalateInterviewAt = settledAt === null ? endOf(publishedAt, lengths.escalateInterview) : null;
  return { publishedAt, earliestEndAt, endsAt, interviewRecordedAt, escalateInterviewAt };
}
