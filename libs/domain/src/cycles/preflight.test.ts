import { describe, expect, it } from '@jest/globals';
import { mayLaunch, preflight, type PreflightInput, type PreflightPerson, type PreflightStaff } from './index.js';

const staff = (employeeId: string, managerId: string | null, over: Partial<PreflightStaff> = {}): PreflightStaff => ({ employeeId, managerId, active: true, departmentId: 'd1', ...over });
const person = (employeeId: string, over: Partial<PreflightPerson> = {}): PreflightPerson => ({
  employeeId, communities: [{ communityId: 'c1', hasSheet: true }], hasPositionSheet: false,
  approvals: [{ node: 'goals', approverIds: ['m'] }], scorerIds: [], inputIds: [], ...over,
});
const deadline = (step: PreflightInput['deadlines'][number]['step'], dueOn: string) => ({ step, dueOn, closedIn: [], provisionalIn: [] });

const pool = ['p1', 'p2', 'p3', 'p4'];
const sound: PreflightInput = {
  periodStart: '2026-01-01', periodEnd: '2026-03-31',
  staff: [staff('top', null), staff('m', 'top'), staff('e1', 'm'), staff('e2', 'm'), ...pool.map((id) => staff(id, 'top', { departmentId: 'd2' }))],
  population: [person('e1'), person('e2')],
  departments: [{ departmentId: 'd1', parentId: null }, { departmentId: 'd2', parentId: null }],
  deadlines: [deadline('goalSetting', '2026-01-20'), deadline('selfReview', '2026-04-10'), deadline('scoring', '2026-04-20')],
  plan: { bands: ['S', 'A', 'B'], quotaMode: 'off', quotas: [], findings: [] },
  panel: { poolIds: pool, size: 3 }, calibrators: [{ departmentId: 'd1', memberIds: ['m', 'top'] }], otherReviews: [],
};
const found = (over: Partial<PreflightInput>) => preflight({ ...sound, ...over }).map(({ code, severity, employeeId, mend }) => [code, severity, employeeId, mend]);
const withPerson = (over: Partial<PreflightPerson>) => found({ population: [person('e1', over)] });
const withStaff = (...changed: PreflightStaff[]) => found({ staff: [...sound.staff.filter((one) => changed.every((other) => other.employeeId !== one.employeeId)), ...changed] });

describe('preflight', () => {
  it('finds nothing in a sound cycle', () => {
    expect(preflight(sound)).toEqual([]);
    expect(mayLaunch([])).toBe(true);
  });

  it('finds a missing, an inactive and an own manager', () => {
    expect(withStaff(staff('e1', null))).toEqual([['CYCLE.NO_MANAGER', 'blocking', 'e1', 'assignManager']]);
    expect(withStaff(staff('m', 'top', { active: false }))).toEqual([
      ['CYCLE.MANAGER_INACTIVE', 'blocking', 'e1', 'replaceManager'], ['CYCLE.NO_APPROVER', 'blocking', 'e1', 'assignApprover'],
      ['CYCLE.MANAGER_INACTIVE', 'blocking', 'e2', 'replaceManager'], ['CYCLE.NO_APPROVER', 'blocking', 'e2', 'assignApprover'],
    ]);
    expect(withStaff(staff('e1', 'e1'))).toEqual([['CYCLE.SELF_APPROVAL', 'blocking', 'e1', 'replaceManager']]);
  });

  it('finds nobody to approve and people who would approve themselves', () => {
    expect(withPerson({ approvals: [{ node: 'second', approverIds: [] }] })).toEqual([['CYCLE.NO_APPROVER', 'blocking', 'e1', 'assignApprover']]);
    expect(withPerson({ approvals: [{ node: 'second', approverIds: ['e1'] }] })).toEqual([['CYCLE.SELF_APPROVAL', 'blocking', 'e1', 'assignApprover']]);
    expect(withPerson({ approvals: [{ node: 'second', approverIds: ['e1', 'top'] }] })).toEqual([]);
  });

  it('finds people without a community and communities without a sheet', () => {
    expect(withPerson({ communities: [] })).toEqual([['CYCLE.NO_COMMUNITY', 'blocking', 'e1', 'assignCommunity']]);
    expect(withPerson({ communities: [], hasPositionSheet: true })).toEqual([]);
    expect(withPerson({ communities: [{ communityId: 'c9', hasSheet: false }] })).toEqual([['CYCLE.NO_SHEET', 'blocking', 'e1', 'addSheet']]);
  });

  it('finds a loop once, with everybody in it', () => {
    const loop = preflight({ ...sound, staff: [staff('e1', 'm'), staff('m', 'top'), staff('top', 'm'), staff('e2', 'm'), ...pool.map((id) => staff(id, null))] });
    expect(loop).toEqual([{ code: 'CYCLE.MANAGER_LOOP', severity: 'blocking', employeeId: 'm', details: { employeeIds: ['m', 'top'] }, mend: 'breakManagerLoop' }]);
  });

  it('finds deadlines out of order, on free days, and in years not announced', () => {
    const codes = (...deadlines: PreflightInput['deadlines']) => preflight({ ...sound, deadlines }).map(({ code, details }) => [code, details['step'], details['other']]);
    expect(codes(deadline('scoring', '2026-04-10'), deadline('selfReview', '2026-04-10'))).toEqual([['CYCLE.DEADLINE_ORDER', 'scoring', 'selfReview']]);
    expect(codes(deadline('selfReview', '2026-03-31'))).toEqual([['CYCLE.DEADLINE_ORDER', 'selfReview', 'periodEnd']]);
    expect(codes(deadline('goalSetting', '2026-04-01'))).toEqual([['CYCLE.DEADLINE_ORDER', 'goalSetting', 'periodEnd']]);
    expect(found({ deadlines: [{ ...deadline('scoring', '2026-10-03'), closedIn: ['CN'], provisionalIn: ['CN'] }] })).toEqual([
      ['CYCLE.DEADLINE_NON_WORKING_DAY', 'blocking', undefined, 'moveDeadline'], ['CYCLE.DEADLINE_PROVISIONAL', 'warning', undefined, 'waitForOfficialDays'],
    ]);
    expect(found({ periodStart: '2026-03-31' }).map(([code]) => code)).toEqual(['CYCLE.DEADLINE_ORDER']);
  });

  it('warns about managers with too many reports and passes plan findings on', () => {
    expect(found({ mostReports: 1 })).toEqual([['CYCLE.TOO_MANY_REPORTS', 'warning', 'm', 'spreadReports']]);
    const findings = [{ code: 'PLAN.ONE_HORIZON', severity: 'error' as const, details: {} }, { code: 'PLAN.SAME_WEIGHTS', severity: 'warning' as const, details: {} }];
    const seen = preflight({ ...sound, plan: { ...sound.plan, findings } });
    expect(seen.map(({ code, details }) => [code, details['reason']])).toEqual([['CYCLE.PLAN_ERROR', 'PLAN.ONE_HORIZON'], ['CYCLE.PLAN_WARNING', 'PLAN.SAME_WEIGHTS']]);
    expect(mayLaunch(seen)).toBe(false);
    expect(mayLaunch(seen.slice(1))).toBe(true);
  });

  it('finds quotas nobody can meet, and warns where none will apply', () => {
    const plan = (shareBp: number): PreflightInput['plan'] => ({ ...sound.plan, quotaMode: 'hard', quotas: ['S', 'A', 'B'].map((band) => ({ band, kind: 'maximum', shareBp })) });
    expect(found({ plan: plan(3_000) })).toEqual([['CYCLE.QUOTA_IMPOSSIBLE', 'blocking', undefined, 'changeQuota']]);
    expect(found({ plan: plan(4_000) })).toEqual([['CYCLE.QUOTA_GROUP_TOO_SMALL', 'warning', undefined, 'acceptNoQuota']]);
  });

  it('needs a panel and one alternate outside line, reports, scorers, calibrators and input', () => {
    const none = [['CYCLE.NO_PANEL', 'blocking', 'e1', 'enlargePanelPool']];
    expect(withPerson({ scorerIds: ['p1'] })).toEqual(none);
    expect(withPerson({ inputIds: ['p1'] })).toEqual(none);
    expect(found({ population: [person('e1')], panel: { poolIds: ['p1', 'p2', 'p3', 'm', 'top', 'e1'], size: 3 } })).toEqual(none);
    expect(found({ population: [person('e1')], panel: { poolIds: ['p1', 'p2', 'p3', 'p3'], size: 3 } })).toEqual(none);
    expect(found({ population: [person('e1')], staff: [...sound.staff.filter(({ employeeId }) => employeeId !== 'p1'), staff('p1', 'e2'), staff('e2', 'e1')] })).toEqual(none);
  });

  it('refuses overlapping periods of one plan line for one person', () => {
    const other = { employeeId: 'e2', cycleId: 'old', periodStart: '2025-10-01', periodEnd: '2026-01-01' };
    expect(found({ otherReviews: [other] })).toEqual([['CYCLE.REVIEW_OVERLAP', 'blocking', 'e2', 'changePeriodOrExclude']]);
    expect(found({ otherReviews: [{ ...other, periodEnd: '2025-12-31' }, { ...other, employeeId: 'not-in-cycle' }] })).toEqual([]);
  });

  it('refuses an empty population', () => {
    expect(found({ population: [] })).toEqual([['CYCLE.POPULATION_EMPTY', 'blocking', undefined, 'widenPopulation']]);
  });

  it('looks at ten thousand people in under two seconds', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => staff(`n${i}`, i === 0 ? 'top' : `n${Math.floor((i - 1) / 8)}`));
    const poolIds = Array.from({ length: 100 }, (_, i) => `n${9_900 + i}`);
    const started = performance.now();
    const findings = preflight({ ...sound, staff: [...sound.staff, ...many], population: many.map(({ employeeId }) => person(employeeId)), panel: { poolIds, size: 5 } });
    expect(performance.now() - started).toBeLessThan(2_000);
    // The pool sits below these three: their own reports cannot hear their appeal.
    expect(findings.map(({ code, employeeId }) => [code, employeeId])).toEqual(['n0', 'n2', 'n19'].map((id) => ['CYCLE.NO_PANEL', id]));
  });
});
