import type { AcceptanceRecord, AcceptanceView } from '@fairmark/contracts/reviews';
import { assertNever } from '../common/index.js';
import { ACCEPTANCE_LENGTHS, type AcceptanceEvent, type EndOf } from './events.js';
import { acceptanceWindow, instantMs, type AcceptanceWindow } from './window.js';

interface Acts {
  readonly seenAt: string | null;
  readonly confirmations: 0 | 1 | 2;
  readonly appeal: 'none' | 'open' | 'withdrawn' | 'refused' | 'decided';
  readonly appealEndedAt: string | null;
}

const NOTHING: Acts = { seenAt: null, confirmations: 0, appeal: 'none', appealEndedAt: null };

function apply(acts: Acts, event: AcceptanceEvent): Acts {
  switch (event.type) {
    case 'seen':
      return { ...acts, seenAt: acts.seenAt ?? event.at };
    case 'accepted':
      return { ...acts, confirmations: event.confirmation };
    case 'revoked':
      return { ...acts, confirmations: 0 };
    case 'appealFiled':
      return { ...acts, appeal: 'open', confirmations: 0 };
    case 'appealEnded':
      return { ...acts, appeal: event.outcome, appealEndedAt: event.at };
    case 'published':
    case 'interviewRecorded':
    case 'interviewWaived':
    case 'extended':
      return acts;
    default:
      return assertNever(event);
  }
}

interface Ending {
  readonly recordedAs: AcceptanceRecord;
  readonly finalAt: string;
}

/** When and how it ended. An appeal that ends without a decision leaves the window's own end, or its own end if that is later. */
function ending(acts: Acts, window: AcceptanceWindow, nowMs: number): Ending | null {
  if (acts.appeal === 'decided' && acts.appealEndedAt !== null) return { recordedAs: 'decidedOnAppeal', finalAt: acts.appealEndedAt };
  if (acts.appeal === 'open' || window.endsAt === null || nowMs < instantMs(window.endsAt)) return null;
  const finalAt = acts.appealEndedAt !== null && instantMs(acts.appealEndedAt) > instantMs(window.endsAt) ? acts.appealEndedAt : window.endsAt;
  return { recordedAs: acts.confirmations === 2 ? 'accepted' : 'deemedAccepted', finalAt };
}

function statusOf(acts: Acts): 'open' | 'acceptedOnce' | 'accepted' | 'appealed' {
  if (acts.appeal === 'open') return 'appealed';
  return acts.confirmations === 2 ? 'accepted' : acts.confirmations === 1 ? 'acceptedOnce' : 'open';
}

function nextActs(acts: Acts): AcceptanceView['nextActs'] {
  const seen: AcceptanceView['nextActs'] = acts.seenAt === null ? ['seen'] : [];
  if (acts.appeal === 'open') return seen;
  const accept: AcceptanceView['nextActs'] = acts.confirmations === 2 ? ['revoke'] : acts.confirmations === 1 ? ['accept2', 'revoke'] : ['accept1'];
  return [...seen, ...accept, ...(acts.confirmations === 0 && acts.appeal === 'none' ? ['appeal' as const] : [])];
}

/**
 * Where the acknowledgement of a result stands at `now`, and what may come next.
 * Rule: *seen* has no effect; *accepted* takes two confirmations and can be revoked until the window ends; *appealed* stops the
 * clock of acceptance; *deemed accepted* happens exactly when the window ends. One appeal per result: withdrawn is used up.
 */
export function acceptanceState(events: readonly AcceptanceEvent[], now: string, endOf: EndOf, lengths = ACCEPTANCE_LENGTHS): AcceptanceView {
  const window = acceptanceWindow(events, endOf, lengths);
  if (!window) {
    return {
      status: 'unpublished', seenAt: null, earliestEndAt: null, endsAt: null, willBeRecordedAs: null, recordedAs: null,
      finalAt: null, interviewRecordedAt: null, escalateInterviewAt: null, nextActs: [],
    };
  }
  const acts = events.reduce(apply, NOTHING);
  const end = ending(acts, window, instantMs(now));
  const { earliestEndAt, endsAt, interviewRecordedAt, escalateInterviewAt } = window;
  const shared = { seenAt: acts.seenAt, earliestEndAt, endsAt, interviewRecordedAt, escalateInterviewAt };
  if (end) return { ...shared, ...end, status: 'final', willBeRecordedAs: null, nextActs: acts.seenAt === null ? ['seen'] : [] };
  const willBe = acts.appeal === 'open' ? null : acts.confirmations === 2 ? ('accepted' as const) : ('deemedAccepted' as const);
  return { ...shared, status: statusOf(acts), willBeRecordedAs: willBe, recordedAs: null, finalAt: null, nextActs: nextActs(acts) };
}
