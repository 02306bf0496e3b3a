import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyChanges, emptySnapshot, planOrgImport, valueAt, type OrgFile, type OrgSnapshot } from '../org/index.js';
import { deriveChanges, orgEvent, policyFor, reviewLine, rowsUnder, writesOf, type LineRule } from './index.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const file = (kind: OrgFile['kind'], text: string): OrgFile => ({ kind, bytes: bytes(text) });
const people = (...rows: string[]): OrgFile => file('employees', `number,name,email,zone,locale,region,department,manager_number,hired_on,left_on,effective_date\n${rows.join('\n')}\n`);
const person = (number: string, department: string, manager: string, left = '', on = ''): string => `${number},P ${number},${number.toLowerCase()}@x.example,Asia/Shanghai,zh-CN,CN,${department},${manager},2020-01-01,${left},${on}`;
const departments = (...rows: string[]): OrgFile => file('departments', `code,name,parent_code,head_number\n${rows.join('\n')}\n`);

function imported(current: OrgSnapshot, files: OrgFile[], today = '2026-09-01') {
  const plan = planOrgImport(current, files, { today });
  expect(plan.errors).toEqual([]);
  const events = deriveChanges(current, plan.changes).map(({ kind, number, fromManager, toManager, fromDepartment, toDepartment, effectiveOn }) => [kind, number, fromManager, toManager, fromDepartment, toDepartment, effectiveOn].map((one) => one ?? '-').join(' '));
  applyChanges(current, plan.changes);
  return events;
}
const company = (): OrgSnapshot => {
  const snapshot = emptySnapshot();
  imported(snapshot, [departments('HQ,总部,,', 'A,甲,HQ,', 'B,乙,HQ,'), people(person('X', 'HQ', ''), person('M1', 'A', 'X'), person('M2', 'B', 'X'), person('E1', 'A', 'M1'), person('E2', 'A', 'M1'), person('E3', 'B', 'M2'))], '2020-01-01');
  return snapshot;
};

describe('an import tells', () => {
  test('who came, and of people it knew what changed', () => {
    expect(imported(emptySnapshot(), [people(person('X', '', ''))])).toEqual(['joinedLate X - - - - 2020-01-01']);
    const snapshot = company();
    expect(imported(snapshot, [people(person('E1', 'A', 'M2', '', '2026-10-01'))])).toEqual(['managerChanged E1 M1 M2 - - 2026-10-01']);
    expect(imported(snapshot, [people(person('E1', 'A', 'M2', '', '2026-10-01'))])).toEqual([]);
    expect(imported(snapshot, [people(person('E3', 'A', 'M1', '', '2026-10-01'))])).toEqual(['transferred E3 M2 M1 B A 2026-10-01']);
    expect(imported(snapshot, [people(person('E2', 'A', 'M1', '2026-10-31'))])).toEqual(['left E2 - - - - 2026-11-01']);
  });

  test('that a department was merged, split or renamed, not that its people were transferred', () => {
    expect(imported(company(), [people(...['M1', 'E1', 'E2'].map((number) => person(number, 'B', number === 'M1' ? 'X' : 'M1', '', '2026-10-01')))])).toEqual(['departmentMerged - - - A B 2026-10-01']);
    expect(imported(company(), [departments('C,丙,HQ,'), people(person('E1', 'C', 'M1', '', '2026-10-01'), person('E2', 'C', 'M2', '', '2026-10-01'))])).toEqual(['departmentSplit - - - A C 2026-10-01', 'managerChanged E2 M1 M2 - - 2026-10-01']);
    expect(imported(company(), [departments('A,甲部,HQ,')])[0]).toMatch(/^departmentRenamed - - - A/);
  });
});

describe('an event of HR', () => {
  const written = (snapshot: OrgSnapshot, event: Parameters<typeof orgEvent>[0]) => applyChanges(snapshot, writesOf(snapshot, orgEvent(event)));

  test('becomes dated rows, once', () => {
    const snapshot = company();
    const move = { kind: 'transferred', number: 'E1', toDepartment: 'B', toManager: 'M2', effectiveOn: '2026-10-01' } as const;
    written(snapshot, move);
    expect(snapshot.employees.get('E1')).toMatchObject({ departments: [{ value: 'A', validTo: '2026-10-01' }, { value: 'B', validTo: null }], managers: [{ value: 'M1' }, { value: 'M2', validFrom: '2026-10-01' }] });
    expect(writesOf(snapshot, orgEvent(move))).toEqual([]);
    written(snapshot, { kind: 'onLeave', number: 'E1', effectiveOn: '2026-10-05', until: '2026-10-20' });
    written(snapshot, { kind: 'returned', number: 'E1', effectiveOn: '2026-10-10' });
    expect(snapshot.employees.get('E1')?.leaves).toEqual([{ kind: 'leave', validFrom: '2026-10-05', validTo: '2026-10-10' }]);
    written(snapshot, { kind: 'left', number: 'E1', effectiveOn: '2026-11-01' });
    expect(snapshot.employees.get('E1')).toMatchObject({ leftOn: '2026-10-31', managers: [{}, { value: 'M2', validTo: '2026-11-01' }] });
  });
});

const rule = (effectiveOn: string, policy: LineRule['policy'], from: string, to: string, extra: Partial<LineRule> = {}): LineRule =>
  ({ kind: 'managerChanged', policy, effectiveOn, endsOn: null, fromManagerId: from, toManagerId: to, fromDepartmentId: null, toDepartmentId: null, ...extra });

describe('the line of a review', () => {
  test('is that of today unless the latest changes say that it stays', () => {
    const line = (rules: LineRule[], today = '2026-12-01') => reviewLine(rules, today);
    expect(line([rule('2026-09-01', 'followNew', 'a', 'b')])).toEqual({ asOf: null, staysWithId: null, away: [] });
    expect(line([rule('2026-09-01', 'stayOld', 'a', 'b')])).toEqual({ asOf: '2026-08-31', staysWithId: 'a', away: [] });
    expect(line([rule('2026-10-01', 'stayOld', 'b', 'c'), rule('2026-09-01', 'stayOld', 'a', 'b')])).toEqual({ asOf: '2026-08-31', staysWithId: 'a', away: [] });
    expect(line([rule('2026-10-01', 'bySegments', 'b', 'c'), rule('2026-09-01', 'stayOld', 'a', 'b')]).asOf).toBeNull();
    expect(line([rule('2026-10-01', 'stayOld', 'b', 'c')], '2026-09-30').asOf).toBeNull();
  });

  test('passes over who is away as long as they are', () => {
    const away = rule('2026-09-01', 'followNew', 'a', 'x', { kind: 'onLeave', endsOn: '2026-09-10', toManagerId: null });
    expect([reviewLine([away], '2026-09-09').away, reviewLine([away], '2026-09-10').away, reviewLine([{ ...away, policy: 'stayOld' }], '2026-09-09').away]).toEqual([['a'], [], []]);
  });

  test('gives the same whatever the order in which changes become known', () => {
    const any = fc.record({ day: fc.integer({ min: 1, max: 9 }), policy: fc.constantFrom('followNew' as const, 'stayOld' as const, 'bySegments' as const) });
    fc.assert(fc.property(fc.uniqueArray(any, { selector: ({ day }) => day, maxLength: 6 }), fc.integer(), (given, seed) => {
      const rules = [...given].sort((a, b) => a.day - b.day).map(({ day, policy }, index) => rule(`2026-09-0${day}`, policy, `m${index}`, `m${index + 1}`));
      const rows = [{ managerId: 'm0', validFrom: '2020-01-01', validTo: rules[0]?.effectiveOn ?? null }, ...rules.map((one, index) => ({ managerId: String(one.toManagerId), validFrom: one.effectiveOn, validTo: rules[index + 1]?.effectiveOn ?? null }))];
      const late = [...rules].sort((a, b) => ((a.effectiveOn.charCodeAt(9) * seed) % 7) - ((b.effectiveOn.charCodeAt(9) * seed) % 7));
      expect(reviewLine(late, '2026-12-01')).toEqual(reviewLine(rules, '2026-12-01'));
      expect(rowsUnder(rows, late, 'managerId')).toEqual(rowsUnder(rows, rules, 'managerId'));
    }));
  });

  test('gives stretches to whom the policy says', () => {
    const rows = [{ managerId: 'a', validFrom: '2020-01-01', validTo: '2026-09-01' }, { managerId: 'b', validFrom: '2026-09-01', validTo: '2026-10-01' }, { managerId: 'c', validFrom: '2026-10-01', validTo: null }];
    const under = (...rules: LineRule[]) => rowsUnder(rows, rules, 'managerId').map((row) => row.managerId);
    expect(under(rule('2026-09-01', 'bySegments', 'a', 'b'), rule('2026-10-01', 'bySegments', 'b', 'c'))).toEqual(['a', 'b', 'c']);
    expect(under(rule('2026-09-01', 'stayOld', 'a', 'b'), rule('2026-10-01', 'stayOld', 'b', 'c'))).toEqual(['a', 'a', 'a']);
    expect(under(rule('2026-09-01', 'followNew', 'a', 'b'), rule('2026-10-01', 'followNew', 'b', 'c'))).toEqual(['c', 'c', 'c']);
    expect(under(rule('2026-09-01', 'bySegments', 'a', 'b'), rule('2026-10-01', 'followNew', 'b', 'c'))).toEqual(['a', 'c', 'c']);
  });
});

test('a policy that is not offered any more is the standard one', () => {
  expect([policyFor('review', 'managerChanged', undefined), policyFor('review', 'managerChanged', 'stayOld'), policyFor('calibration', 'managerChanged', 'followNew'), policyFor('approval', 'managerChanged', 'bySegments')]).toEqual(['bySegments', 'stayOld', 'stayOld', 'followNew']);
  expect(valueAt(company().employees.get('E1')?.managers ?? [], '2026-01-01')).toBe('M1');
});
