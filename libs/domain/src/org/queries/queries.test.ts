import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { base, employees, file, organisation, today } from '../importing/test-files.js';
import { emptySnapshot, type Dated, type OrgSnapshot } from '../snapshot.js';
import { detectLoops, directReports, findLoops, headsOfLine, managerChain, readiness } from './index.js';

const company = () =>
  organisation([
    ...base,
    employees(['CEO'], ['HEAD', 'CEO'], ['M', 'HEAD'], ['E', 'M'], ['GONE', 'M', '2020-01-01', '2026-03-31']),
    file('communities', 'code,name,type,stage,region\nC1,群,content,base,APAC\nC2,群,service,base,APAC\n'),
    file('assignments', 'employee_number,community_code,from\nE,C1,2026-01-01\n'),
  ], [employees(['E', 'HEAD', '2020-01-01', '', '2026-07-01'])]);

describe('the line', () => {
  it('is the one of the day asked for', () => {
    expect(managerChain(company(), 'E', '2026-06-30')).toEqual(['M', 'HEAD', 'CEO']);
    expect(managerChain(company(), 'E', '2026-07-01')).toEqual(['HEAD', 'CEO']);
    expect(managerChain(company(), 'CEO', today)).toEqual([]);
  });

  it('has only people who are there', () => {
    expect(directReports(company(), '2026-03-31').get('M')).toEqual(['E', 'GONE']);
    expect(directReports(company(), '2026-04-01').get('M')).toEqual(['E']);
  });

  it('climbs the heads of departments', () => {
    const snapshot = organisation([file('departments', 'code,name,parent_code,head_number\nHQ,总部,,A\nOPS,运营,HQ,B\n'), base[1] ?? file('positions', ''), employees(['A'], ['B', 'A'])]);
    expect(headsOfLine(snapshot, 'A', today)).toEqual(['B', 'A']);
  });
});

describe('circles', () => {
  const snapshotOf = (managers: Record<string, Dated<string>[]>): OrgSnapshot => {
    const snapshot = company();
    const pattern = snapshot.employees.get('CEO');
    snapshot.employees.clear();
    for (const [number, rows] of Object.entries(managers)) if (pattern) snapshot.employees.set(number, { ...pattern, number, managers: rows });
    return snapshot;
  };
  const row = (value: string, validFrom: string, validTo: string | null = null) => ({ value, validFrom, validTo });

  it('are found on the day they exist only', () => {
    const snapshot = snapshotOf({ A: [row('B', '2026-01-01', '2026-03-01')], B: [row('C', '2026-01-01')], C: [row('A', '2026-02-01')] });
    expect(detectLoops(snapshot, '2026-01-15')).toEqual([]);
    expect(detectLoops(snapshot, '2026-02-15')).toEqual([['A', 'B', 'C']]);
    expect(detectLoops(snapshot, '2026-03-01')).toEqual([]);
    expect(findLoops(snapshot.employees.keys(), (number) => snapshot.employees.get(number)?.managers ?? null)).toEqual([{ members: ['A', 'B', 'C'], from: '2026-02-01' }]);
  });

  it('are found at any time exactly when some day has one', () => {
    const days = ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04'];
    const numbers = ['A', 'B', 'C', 'D'];
    const line = fc.array(fc.option(fc.constantFrom(...numbers)), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(line, { minLength: 4, maxLength: 4 }), (lines) => {
        const entries = lines.map((values, index) => [numbers[index], values.flatMap((value, day) => (value ? [row(value, days[day] ?? '', days[day + 1] ?? null)] : []))] as const);
        const snapshot = snapshotOf(Object.fromEntries(entries));
        const byDay = new Set(days.flatMap((day) => detectLoops(snapshot, day).map((loop) => loop.join())));
        const all = findLoops(numbers, (number) => snapshot.employees.get(number)?.managers ?? null);
        expect(new Set(all.map((loop) => loop.members.join()))).toEqual(byDay);
      }),
    );
  });
});

describe('ready for the first cycle', () => {
  const facts = { today, roles: {}, invited: new Set<string>() };
  const codes = (snapshot: OrgSnapshot, more: object = {}) => readiness(snapshot, { ...facts, ...more }).findings.map((finding) => finding.code);

  it('says what an empty organisation lacks', () => {
    expect(codes(emptySnapshot())).toEqual(['noEmployees', 'noHr', 'noAdministrator', 'noSponsor']);
  });

  it('names people, page and number', () => {
    const snapshot = company();
    snapshot.employees.get('E')?.positions.splice(0);
    snapshot.employees.get('E')?.assignments.splice(0);
    const { findings, ready } = readiness(snapshot, { ...facts, roles: { hr: ['M'], admin: ['M'], sponsor: ['CEO'] }, invited: new Set(['M']) });
    expect(ready).toBe(false);
    expect(findings.map(({ code, subjects }) => [code, subjects])).toEqual([
      ['noHrDeputy', []],
      ['notInvited', ['CEO', 'HEAD', 'E']],
      ['departmentWithoutHead', ['OPS']],
      ['noCommunityOrPosition', ['E']],
      ['communityWithoutOperator', ['C1', 'C2']],
    ]);
    expect(findings[3]).toEqual({ code: 'noCommunityOrPosition', severity: 'blocking', count: 1, subjects: ['E'], link: '/org?tab=people&missing=work' });
  });

  it('asks for sheets only once there is a plan, and for a pool only once there is one', () => {
    const sheets = { typeStages: new Set(['content/base']), communities: new Set<string>(), positions: new Set<string>() };
    expect(codes(company())).not.toContain('noSheet');
    expect(readiness(company(), { ...facts, sheets }).findings.find(({ code }) => code === 'noSheet')?.subjects).toEqual(['CEO', 'HEAD', 'M']);
    expect(codes(company(), { panelPool: ['CEO', 'HEAD', 'M', 'GONE'] })).toContain('panelPoolTooSmall');
    expect(codes(company(), { panelPool: ['CEO', 'HEAD', 'M', 'E'] })).not.toContain('panelPoolTooSmall');
    expect(codes(company(), { panelPool: ['CEO', 'HEAD', 'M', 'E'], panelSize: 5 })).toContain('panelPoolTooSmall');
  });

  it('sees managers and heads who have left', () => {
    const snapshot = company();
    const head = snapshot.employees.get('HEAD');
    if (head) head.leftOn = '2026-05-31';
    const department = snapshot.departments.get('OPS');
    if (department) department.headNumber = 'HEAD';
    expect(codes(snapshot)).toEqual(expect.arrayContaining(['managerLeft', 'headLeft']));
  });
});
