import { describe, expect, it } from '@jest/globals';
import { bandChangeRefusal, calibrationRefusal, checkSignOff, correctionRefusal, finalBand, isWithoutConsequence, type CalibrationSeats, type SignOffInput, type SignOffPerson } from './index.js';

const seats: CalibrationSeats = {
  chairId: 'chair', memberIds: ['chair', 'm1', 'm2', 'hr'], hrIds: ['hr'], discussingGroupId: null, signedOff: false,
  groups: [{ groupId: 'g1', subjectIds: ['e1', 'e2'] }, { groupId: 'leads', subjectIds: ['m1', 'm2'] }],
};

describe('who may do what in a session', () => {
  it.each([
    ['m1', { act: 'view', groupId: 'g1' }, null],
    ['m1', { act: 'view', groupId: 'leads' }, 'CALIBRATION.OWN_RESULT'],
    ['x', { act: 'view', groupId: 'g1' }, 'CALIBRATION.NOT_MEMBER'],
    ['m1', { act: 'propose', subjectId: 'e1', managerId: 'm1' }, null],
    ['m2', { act: 'propose', subjectId: 'e1', managerId: 'm1' }, 'CALIBRATION.NOT_OWN_REPORT'],
    ['m2', { act: 'comment', subjectId: 'e1' }, null],
    ['m1', { act: 'comment', subjectId: 'm2' }, 'CALIBRATION.OWN_GROUP_DISCUSSED'],
    ['hr', { act: 'comment', subjectId: 'e1' }, null],
    ['hr', { act: 'propose', subjectId: 'e1', managerId: 'hr' }, 'CALIBRATION.HR_DECIDES_NOTHING'],
    ['m1', { act: 'decide', subjectId: 'e1' }, 'CALIBRATION.NOT_CHAIR'],
    ['chair', { act: 'decide', subjectId: 'e1' }, null],
    ['chair', { act: 'decide', subjectId: 'nobody' }, 'CALIBRATION.SUBJECT_UNKNOWN'],
    ['chair', { act: 'defer', subjectId: 'e1' }, null],
    ['chair', { act: 'signOff' }, null],
    ['m1', { act: 'signOff' }, 'CALIBRATION.NOT_CHAIR'],
  ] as const)('%s: %j', (actor, act, refusal) => expect(calibrationRefusal(actor, act, seats)).toBe(refusal));

  it('shows a subject nothing at all while the own group is discussed', () => {
    expect(calibrationRefusal('m1', { act: 'view', groupId: 'g1' }, { ...seats, discussingGroupId: 'leads' })).toBe('CALIBRATION.OWN_GROUP_DISCUSSED');
    expect(calibrationRefusal('m1', { act: 'view', groupId: 'g1' }, { ...seats, discussingGroupId: 'g1' })).toBeNull();
  });

  it('lets no chair decide the own result, and nobody decide after sign-off', () => {
    const chairIsSubject = { ...seats, groups: [{ groupId: 'g1', subjectIds: ['chair', 'e1'] }] };
    expect(calibrationRefusal('chair', { act: 'decide', subjectId: 'chair' }, chairIsSubject)).toBe('CALIBRATION.OWN_RESULT');
    expect(calibrationRefusal('chair', { act: 'decide', subjectId: 'e1' }, { ...seats, signedOff: true })).toBe('CALIBRATION.SESSION_SIGNED_OFF');
    expect(calibrationRefusal('m1', { act: 'view', groupId: 'g1' }, { ...seats, signedOff: true })).toBeNull();
  });

  it('lets HR in the chair decide nothing', () => {
    expect(calibrationRefusal('hr', { act: 'signOff' }, { ...seats, chairId: 'hr' })).toBe('CALIBRATION.HR_DECIDES_NOTHING');
  });
});

const bands = ['S', 'A', 'B', 'C'];
const change = { fromBand: 'B', toBand: 'A', reason: 'compared', reasonForEmployee: 'launch carried by you' };

describe('band changes', () => {
  it.each([
    [change, 'B', null],
    [change, 'C', 'CALIBRATION.BAND_STALE'],
    [change, null, 'CALIBRATION.PERSON_UNSCORED'],
    [{ ...change, toBand: 'B' }, 'B', 'CALIBRATION.BAND_UNCHANGED'],
    [{ ...change, toBand: 'X' }, 'B', 'CALIBRATION.BAND_UNKNOWN'],
    [{ ...change, reason: ' ' }, 'B', 'CALIBRATION.REASON_MISSING'],
    [{ ...change, reasonForEmployee: '' }, 'B', 'CALIBRATION.EMPLOYEE_REASON_MISSING'],
  ])('%j on %s', (asked, current, refusal) => expect(bandChangeRefusal(asked, current, bands)).toBe(refusal));

  it('counts an appeal before calibration before the computed band', () => {
    expect(finalBand([])).toBeNull();
    expect(finalBand([{ band: 'B', source: 'computed' }, { band: 'A', source: 'calibration' }])).toEqual({ band: 'A', source: 'calibration' });
    expect(finalBand([{ band: 'S', source: 'appeal' }, { band: 'A', source: 'calibration' }])).toEqual({ band: 'S', source: 'appeal' });
  });

  it('corrects a clerical error only by two people with proof after sign-off', () => {
    const session = { signedOff: true, chairId: 'chair', memberIds: ['m1', 'm2'] };
    const ask = { ...change, subjectId: 'e1', requestedBy: 'm1', confirmedBy: 'chair', proof: 'p' };
    expect(correctionRefusal(ask, session, 'B', bands)).toBeNull();
    expect(correctionRefusal(ask, { ...session, signedOff: false }, 'B', bands)).toBe('CALIBRATION.SESSION_OPEN');
    expect(correctionRefusal({ ...ask, requestedBy: 'chair' }, session, 'B', bands)).toBe('CALIBRATION.SAME_PERSON');
    expect(correctionRefusal({ ...ask, subjectId: 'm1' }, session, 'B', bands)).toBe('CALIBRATION.OWN_RESULT');
    expect(correctionRefusal({ ...ask, confirmedBy: 'm2' }, session, 'B', bands)).toBe('CALIBRATION.NOT_CHAIR');
    expect(correctionRefusal({ ...ask, requestedBy: 'x' }, session, 'B', bands)).toBe('CALIBRATION.NOT_MEMBER');
    expect(correctionRefusal({ ...ask, proof: ' ' }, session, 'B', bands)).toBe('CALIBRATION.PROOF_MISSING');
  });
});

describe('sign-off', () => {
  const scored = (i: number, band = 'B'): SignOffPerson => ({ employeeId: `e${i}`, standing: 'scored', band, shadow: false, deferral: null, openProposal: false });
  const ten = Array.from({ length: 10 }, (_, i) => scored(i, i < 3 ? 'S' : 'B'));
  const input = (over: Partial<SignOffInput>): SignOffInput => ({
    people: ten, bands, quotaMode: 'off', quotas: [{ band: 'S', kind: 'maximum', shareBp: 1_000 }],
    groups: [{ departmentId: 'd', memberIds: ten.map((one) => one.employeeId) }], explanation: null, today: '2026-01-10', ...over,
  });
  const codes = (over: Partial<SignOffInput>) => checkSignOff(input(over)).problems.map(({ code }) => code);

  it('needs everybody scored, not rated, or deferred with reason and a later date', () => {
    const who = (over: Partial<SignOffPerson>) => codes({ people: [{ ...scored(1), ...over }] });
    expect(who({})).toEqual([]);
    expect(who({ standing: 'unscored', band: null })).toEqual(['CALIBRATION.PERSON_UNSCORED']);
    expect(who({ standing: 'notRated', band: null })).toEqual([]);
    expect(who({ standing: 'deferred', deferral: null })).toEqual(['CALIBRATION.DEFERRAL_INCOMPLETE']);
    expect(who({ standing: 'deferred', deferral: { reason: 'data late', until: '2026-01-10' } })).toEqual(['CALIBRATION.DEFERRAL_INCOMPLETE']);
    expect(who({ standing: 'deferred', deferral: { reason: 'data late', until: '2026-02-01' } })).toEqual([]);
    expect(who({ openProposal: true })).toEqual(['CALIBRATION.PROPOSAL_OPEN']);
  });

  it('blocks on a missed hard quota, asks for an explanation on a soft one', () => {
    expect(codes({ quotaMode: 'hard', explanation: 'strong year' })).toEqual(['CALIBRATION.QUOTA_NOT_MET']);
    expect(codes({ quotaMode: 'soft' })).toEqual(['CALIBRATION.QUOTA_EXPLANATION_MISSING']);
    expect(codes({ quotaMode: 'soft', explanation: 'strong year' })).toEqual([]);
    expect(checkSignOff(input({ quotaMode: 'hard' })).problems[0]).toMatchObject({ departmentId: 'd', details: { bands: [{ band: 'S', off: 2 }] } });
  });
});

describe('a low band', () => {
  it('is without consequence when only the session made it low', () => {
    expect(isWithoutConsequence('B', 'D', ['D'])).toBe(true);
    expect(isWithoutConsequence('D', 'D', ['D'])).toBe(false);
    expect(isWithoutConsequence('B', 'C', ['D'])).toBe(false);
    expect(isWithoutConsequence(null, 'D', ['D'])).toBe(false);
  });
});
