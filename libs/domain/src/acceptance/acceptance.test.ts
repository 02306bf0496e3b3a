import { describe, expect, it } from '@jest/globals';
import { acceptanceRefusal, acceptanceState, type AcceptanceEvent, type EndOf } from './index.js';

/** Every day is a working day and ends at 24:00 UTC. */
const endOf: EndOf = (instant, { n }) => new Date(Date.parse(`${instant.slice(0, 10)}T00:00:00Z`) + (n + 1) * 86_400_000).toISOString();
const day = (d: number, hour = 9): string => new Date(Date.UTC(2026, 2, d, hour)).toISOString();
const at = (events: AcceptanceEvent[], now: string) => acceptanceState(events, now, endOf);

const published: AcceptanceEvent = { type: 'published', at: day(1) };
const interview = (d: number): AcceptanceEvent[] => [{ type: 'interviewRecorded', by: 'manager', at: day(d) }, { type: 'interviewRecorded', by: 'employee', at: day(d, 12) }];
const accepted = (confirmation: 1 | 2, d = 3): AcceptanceEvent => ({ type: 'accepted', confirmation, at: day(d) });

describe('the window of acceptance', () => {
  it('is 7 working days from publication and shows what will be recorded then', () => {
    const view = at([published, ...interview(2)], day(3));
    expect(view).toMatchObject({ status: 'open', endsAt: day(9, 0), willBeRecordedAs: 'deemedAccepted', escalateInterviewAt: null, nextActs: ['seen', 'accept1', 'appeal'] });
  });

  it('never ends earlier than 3 working days after the interview was recorded by both', () => {
    expect(at([published, ...interview(7)], day(8)).endsAt).toBe(day(11, 0));
    const oneSided = at([published, { type: 'interviewRecorded', by: 'manager', at: day(2) }], day(20));
    expect(oneSided).toMatchObject({ status: 'open', endsAt: null, earliestEndAt: day(9, 0), escalateInterviewAt: day(5, 0), recordedAs: null });
  });

  it('runs without an interview when HR waives it, and moves back only', () => {
    expect(at([published, { type: 'interviewWaived', at: day(7) }], day(8)).endsAt).toBe(day(11, 0));
    expect(at([published, ...interview(2), { type: 'extended', until: day(5), at: day(4) }], day(8)).endsAt).toBe(day(9, 0));
    expect(at([published, ...interview(2), { type: 'extended', until: day(15), at: day(4) }], day(8)).endsAt).toBe(day(15));
  });
});

describe('seen, accepted, appealed, deemed accepted', () => {
  it('is deemed accepted exactly when the window ends', () => {
    const events = [published, ...interview(2), { type: 'seen', at: day(2) } as const];
    expect(at(events, '2026-03-08T23:59:59.999Z').status).toBe('open');
    expect(at(events, day(9, 0))).toMatchObject({ status: 'final', recordedAs: 'deemedAccepted', finalAt: day(9, 0), seenAt: day(2), nextActs: [] });
  });

  it('takes two confirmations to accept', () => {
    const once = [published, ...interview(2), accepted(1)];
    expect(at(once, day(4))).toMatchObject({ status: 'acceptedOnce', willBeRecordedAs: 'deemedAccepted', nextActs: ['seen', 'accept2', 'revoke'] });
    expect(at(once, day(9, 0)).recordedAs).toBe('deemedAccepted');
    expect(at([...once, accepted(2)], day(4))).toMatchObject({ status: 'accepted', willBeRecordedAs: 'accepted', nextActs: ['seen', 'revoke'] });
    expect(at([...once, accepted(2)], day(9, 0))).toMatchObject({ status: 'final', recordedAs: 'accepted', finalAt: day(9, 0) });
  });

  it('can be revoked until the end and appealed then', () => {
    const revoked = at([published, ...interview(2), accepted(1), accepted(2), { type: 'revoked', at: day(5) }], day(6));
    expect(revoked).toMatchObject({ status: 'open', nextActs: ['seen', 'accept1', 'appeal'] });
  });

  it('stays open while an appeal runs, and ends with its decision', () => {
    const appealed: AcceptanceEvent[] = [published, ...interview(2), { type: 'appealFiled', at: day(4) }];
    expect(at(appealed, day(20))).toMatchObject({ status: 'appealed', recordedAs: null, willBeRecordedAs: null, nextActs: ['seen'] });
    expect(at([...appealed, { type: 'appealEnded', outcome: 'decided', at: day(21) }], day(22))).toMatchObject({ recordedAs: 'decidedOnAppeal', finalAt: day(21) });
  });

  it('uses up the one appeal by withdrawing it', () => {
    const early: AcceptanceEvent[] = [published, ...interview(2), { type: 'appealFiled', at: day(4) }, { type: 'appealEnded', outcome: 'withdrawn', at: day(5) }];
    expect(at(early, day(6))).toMatchObject({ status: 'open', nextActs: ['seen', 'accept1'] });
    expect(acceptanceRefusal(at(early, day(6)), 'appeal', true)).toBe('ACCEPTANCE.APPEAL_USED');
    const late: AcceptanceEvent[] = [published, ...interview(2), { type: 'appealFiled', at: day(4) }, { type: 'appealEnded', outcome: 'withdrawn', at: day(12) }];
    expect(at(late, day(13))).toMatchObject({ recordedAs: 'deemedAccepted', finalAt: day(12) });
  });

  it('refuses what is not next, with a code', () => {
    const open = at([published, ...interview(2)], day(3));
    expect(acceptanceRefusal(open, 'accept1')).toBeNull();
    expect(acceptanceRefusal(open, 'accept2')).toBe('ACCEPTANCE.CONFIRM_TWICE');
    expect(acceptanceRefusal(open, 'revoke')).toBe('ACCEPTANCE.NOTHING_TO_REVOKE');
    const done = at([published, ...interview(2), accepted(1), accepted(2)], day(4));
    expect(acceptanceRefusal(done, 'appeal')).toBe('ACCEPTANCE.REVOKE_FIRST');
    expect(acceptanceRefusal(done, 'accept2')).toBe('ACCEPTANCE.ALREADY_DONE');
    expect(acceptanceRefusal(done, 'accept1')).toBe('ACCEPTANCE.ALREADY_DONE');
    expect(acceptanceRefusal(at([], day(1)), 'accept1')).toBe('ACCEPTANCE.NOT_PUBLISHED');
    expect(acceptanceRefusal(at([published, ...interview(2)], day(9, 0)), 'appeal')).toBe('ACCEPTANCE.WINDOW_CLOSED');
    expect(acceptanceRefusal(at([published, { type: 'appealFiled', at: day(2) }], day(3)), 'accept1')).toBe('ACCEPTANCE.APPEALED');
    expect(acceptanceRefusal(at([published, { type: 'seen', at: day(2) }], day(3)), 'seen')).toBe('ACCEPTANCE.ALREADY_DONE');
  });
});
