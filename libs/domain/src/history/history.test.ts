import { describe, expect, test } from '@jest/globals';
import type { HistoryEntry, HistoryVisit } from '@fairmark/contracts/history';
import type { ReviewSection } from '@fairmark/contracts/reviews';
import { cutEntries, cutVisits, phaseAt, sectionOf, type HistoryReader } from './index.js';

const person = { id: '0190a0a0-0000-7000-8000-000000000001', name: '王', nameEn: null };
const entry = (given: Partial<HistoryEntry>): HistoryEntry => ({ at: '2026-07-01T00:00:00.000Z', what: 'recorded', name: null, visitId: null, step: null, by: person, onBehalfOf: null, byTimeout: false, people: [], outcome: null, from: null, to: null, reason: null, ...given });
const reader = (sections: ReviewSection[] | null, rest: Partial<HistoryReader> = {}): HistoryReader => ({ kind: 'review', sections: sections && new Set(sections), isSubject: false, seesReads: false, ...rest });
const names = (entries: HistoryEntry[]) => entries.map(({ what, name }) => name ?? what);

describe('what a reader gets of a history', () => {
  const all = [entry({ name: 'goals.submitted' }), entry({ name: 'scores.submitted' }), entry({ name: 'review.calibrated' }), entry({ name: 'rating.calibrated' }), entry({ name: 'password.set' }), entry({ what: 'read', name: 'review' }), entry({ what: 'approval', name: 'approve' })];

  test.each([
    ['the line before the result', reader(['timeline', 'goals', 'scores']), ['goals.submitted', 'scores.submitted', 'approve']],
    ['the line after it', reader(['timeline', 'goals', 'scores', 'result']), ['goals.submitted', 'scores.submitted', 'review.calibrated', 'rating.calibrated', 'approve']],
    ['the person before publication', reader(['timeline', 'goals'], { isSubject: true, seesReads: true }), ['goals.submitted', 'review', 'approve']],
    ['a reader without goals', reader(['timeline']), []],
    ['whoever may open an approval', reader(null), ['goals.submitted', 'scores.submitted', 'review.calibrated', 'rating.calibrated', 'password.set', 'approve']],
  ])('%s', (_, who, expected) => expect(names(cutEntries(all, who))).toEqual(expected));

  test('an action that nobody has sorted is shown to nobody', () => expect(sectionOf('secret.thing')).toBeUndefined());

  test('the person learns who decided about them and that it ended, not how; own steps as they were', () => {
    const [scored, own] = cutEntries([entry({ what: 'closed', step: 'scoring', outcome: 'notRated' }), entry({ what: 'closed', step: 'selfReview', outcome: 'submitted' })], reader(['timeline'], { isSubject: true }));
    expect([scored?.outcome, scored?.by, own?.outcome]).toEqual(['closed', person, 'submitted']);
  });

  test('the person never learns who of the collaborators answered when', () => {
    const entries = [entry({ what: 'opened', step: 'collaboratorInput', people: [person] }), entry({ what: 'task', step: 'collaboratorInput', outcome: 'answered' }), entry({ what: 'read', name: 'task', visitId: person.id, step: 'collaboratorInput' }), entry({ what: 'closed', step: 'collaboratorInput', outcome: 'complete' })];
    expect(cutEntries(entries, reader(['timeline'], { isSubject: true }))).toMatchObject([{ what: 'opened', people: [], by: null }, { what: 'closed', by: null, outcome: 'closed' }]);
    const visit = { step: 'collaboratorInput', people: [{ person }], cause: { by: person, onBehalfOf: null, from: { step: 'collaborators', outcome: 'confirmed', visitId: person.id, no: 1 } } } as unknown as HistoryVisit;
    expect(cutVisits([visit], reader(['timeline'], { isSubject: true }))).toMatchObject([{ people: [], cause: { from: { outcome: 'closed' } } }]);
    expect(cutVisits([visit], reader(['timeline']))).toEqual([visit]);
  });
});

test('the phase is that of the visit that opened last', () => {
  expect(phaseAt('review', [{ step: 'rescoring', openedAt: '2' }, { step: 'acknowledgement', openedAt: '1' }])).toBe('appeal');
  expect(phaseAt('review', [])).toBeNull();
});
