import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { emptySnapshot } from '../snapshot.js';
import { applyChanges } from './apply.js';
import { base, employees, file, organisation, plan, refusals } from './test-files.js';

describe('first import', () => {
  it('adds departments, people and their rows from the first day on', () => {
    const result = plan(emptySnapshot(), [...base, employees(['E1'], ['E2', 'E1', '2024-03-01'])]);
    expect(refusals(result)).toEqual([]);
    expect(result.changes.map((change) => change.op)).toEqual([
      'insertDepartment', 'insertPosition', 'insertEmployee', 'insertEmployee', 'insertRow', 'insertRow', 'insertRow', 'insertRow', 'insertRow',
    ]);
    expect(result.changes).toContainEqual({
      op: 'insertRow', line: 'managers', subject: 'E2', value: 'E1', validFrom: '2024-03-01', validTo: null, file: 'employees', row: 3, effect: 'added',
    });
    expect(result.summaries).toContainEqual({ file: 'employees', rows: 2, added: 2, changed: 0, ended: 0, unchanged: 0, errors: 0 });
  });

  it('puts parents before their children and heads after the people', () => {
    const departments = file('departments', 'code,name,parent_code,head_number\nTEAM,小组,OPS,E1\nOPS,运营,,E1\n');
    const result = plan(emptySnapshot(), [departments, base[1] ?? departments, employees(['E1'])]);
    expect(result.changes.flatMap((change) => (change.op === 'insertDepartment' ? change.department.code : []))).toEqual(['OPS', 'TEAM']);
    const ops = result.changes.map((change) => change.op);
    expect(ops.indexOf('setDepartmentHead')).toBeGreaterThan(ops.indexOf('insertEmployee'));
  });

  it('reads a Chinese file in GB18030 with semicolons and spreadsheet dates', () => {
    const text = '工号;姓名;邮箱;时区;语言;区域;上级工号;入职日期\r\n1;王小明;WANG@fairmark.example;Asia/Shanghai;中文;亚太;;2024/3/1\r\n';
    const result = plan(emptySnapshot(), [{ kind: 'employees', bytes: iconv.encode(text, 'gb18030') }]);
    expect(refusals(result)).toEqual([]);
    const employee = { number: '1', name: '王小明', email: 'wang@fairmark.example', locale: 'zh-CN', hiredOn: '2024-03-01', leftOn: null };
    expect(result.changes[0]).toMatchObject({ op: 'insertEmployee', employee });
  });
});

describe('effective dates', () => {
  const before = () => organisation([...base, employees(['E1'], ['E2', 'E1'], ['E3', 'E1'])]);

  it('end the old row and begin a new one', () => {
    const result = plan(before(), [employees(['E3', 'E2', '2020-01-01', '', '2026-07-01'])]);
    expect(result.changes).toEqual([
      { op: 'endRow', line: 'managers', subject: 'E3', validFrom: '2020-01-01', validTo: '2026-07-01', file: 'employees', row: 2, effect: 'ended' },
      { op: 'insertRow', line: 'managers', subject: 'E3', value: 'E2', validFrom: '2026-07-01', validTo: null, file: 'employees', row: 2, effect: 'added' },
    ]);
    expect(result.summaries[0]).toMatchObject({ changed: 1, added: 0, unchanged: 0 });
  });

  it('default to today for known people', () => {
    const result = plan(before(), [employees(['E3', 'E2'])]);
    expect(result.changes).toContainEqual(expect.objectContaining({ op: 'insertRow', value: 'E2', validFrom: '2026-06-01' }));
  });

  it('may be several for one person, but not the same one twice or a missing one', () => {
    const moves = employees(['E3', 'E2', '2020-01-01', '', '2024-01-01'], ['E3', 'E1', '2020-01-01', '', '2025-01-01']);
    const result = plan(before(), [moves]);
    expect(result.changes.flatMap((change) => (change.op === 'insertRow' ? [[change.value, change.validFrom, change.validTo, change.row]] : []))).toEqual([
      ['E2', '2024-01-01', '2025-01-01', 2],
      ['E1', '2025-01-01', null, 3],
    ]);
    expect(refusals(plan(before(), [employees(['E3', 'E2', '2020-01-01', '', '2024-01-01'], ['E3', 'E1'])]))).toEqual(['employees 3 number ORG.DUPLICATE_NUMBER']);
  });

  it('end everything with the last day, which is inclusive', () => {
    const snapshot = organisation([...base, employees(['E1'], ['E2', 'E1']), file('communities', 'code,name,type,stage,region\nC1,群,content,base,APAC\n')],
      [file('assignments', 'employee_number,community_code,from\nE2,C1,2026-01-01\n')]);
    const result = plan(snapshot, [employees(['E2', 'E1', '2020-01-01', '2026-06-30'])]);
    expect(result.changes.map(({ op, effect }) => [op, effect])).toEqual([
      ['updateEmployee', 'ended'], ['endRow', 'ended'], ['endRow', 'ended'], ['endRow', 'ended'], ['updateAssignment', 'ended'],
    ]);
    expect(result.changes.at(-1)).toMatchObject({ set: { validTo: '2026-07-01' } });
    expect(result.summaries[0]).toMatchObject({ ended: 1, changed: 0 });
  });
});

describe('refusals', () => {
  const snapshot = organisation([...base, employees(['E1'], ['E2', 'E1'], ['GONE', 'E1', '2020-01-01', '2026-03-31'])]);

  it.each([
    ['unknown manager', employees(['E9', 'NOBODY']), ['employees 2 manager_number ORG.UNKNOWN_MANAGER']],
    ['a manager who has left', employees(['E9', 'GONE']), ['employees 2 manager_number ORG.MANAGER_LEFT']],
    ['duplicate number', employees(['E9', 'E1'], ['E9', 'E1']), ['employees 3 number ORG.DUPLICATE_NUMBER']],
    ['impossible date', employees(['E9', 'E1', '2026-02-30']), ['employees 2 hired_on ORG.BAD_DATE']],
    ['leaving before joining', employees(['E9', 'E1', '2026-02-03', '2026-02-02']), ['employees 2 left_on ORG.DATES_OUT_OF_ORDER']],
    ['a person above themselves', employees(['E9', 'E9']), ['employees 2 manager_number ORG.MANAGER_LOOP']],
    ['missing columns', file('employees', 'number,name\n1,A\n'), ['email', 'zone', 'locale', 'region', 'hired_on'].map((name) => `employees 1 ${name} ORG.MISSING_COLUMN`)],
    ['unknown columns', file('positions', 'code,name,salary\nX,Y,1\n'), ['positions 1 salary ORG.UNKNOWN_COLUMN']],
    ['departments in a circle', file('departments', 'code,name,parent_code\nA,a,B\nB,b,A\n'), ['departments 2 parent_code ORG.DEPARTMENT_LOOP', 'departments 3 parent_code ORG.DEPARTMENT_LOOP']],
    ['a head who has left', file('departments', 'code,name,head_number\nOPS,运营,GONE\n'), ['departments 2 head_number ORG.HEAD_LEFT']],
    ['a file that is no text', { kind: 'employees' as const, bytes: new Uint8Array([0xff, 0, 0x81, 0xff]) }, ['employees 0 - ORG.ENCODING']],
  ])('%s', (_case, upload, expected) => {
    const result = plan(snapshot, [upload]);
    expect(refusals(result)).toEqual(expected);
    expect(result.changes).toEqual([]);
  });

  it('zone, language and e-mail, each with row and column, at once', () => {
    const text = 'number,name,email,zone,locale,region,hired_on\nA,A,e2@FAIRMARK.example,Mars/Base,fr,APAC,2024-01-01\nB,,b@x,+08:00,en,APAC,1.2.2024\nC,C,e2@fairmark.example,UTC,en,APAC,2024-01-01\n';
    expect(refusals(plan(snapshot, [file('employees', text)]))).toEqual([
      'employees 2 zone ORG.UNKNOWN_ZONE', 'employees 2 locale ORG.UNKNOWN_LOCALE', 'employees 3 name ORG.REQUIRED', 'employees 3 email ORG.BAD_EMAIL',
      'employees 3 zone ORG.UNKNOWN_ZONE', 'employees 3 hired_on ORG.BAD_DATE', 'employees 4 email ORG.DUPLICATE_EMAIL',
    ]);
  });

  it('circles of managers as of the day on which they would begin', () => {
    const circle = plan(snapshot, [employees(['E1', 'E2', '2020-01-01', '', '2026-09-01'])]);
    expect(circle.errors).toEqual([{ file: 'employees', row: 2, column: 'manager_number', code: 'ORG.MANAGER_LOOP', details: { loop: ['E1', 'E2'], from: '2026-09-01' } }]);
    const handover = employees(['E2', '', '2020-01-01', '', '2026-09-01'], ['E1', 'E2', '2020-01-01', '', '2026-09-01']);
    expect(plan(snapshot, [handover]).ok).toBe(true);
  });

  it('do not multiply: naming a person whose row is refused is no second fault', () => {
    expect(refusals(plan(snapshot, [employees(['BOSS', 'E1', 'never'], ['E9', 'BOSS'])]))).toEqual(['employees 2 hired_on ORG.BAD_DATE']);
  });

  it('gives founders their number, once', () => {
    const founded = organisation([...base]);
    const [admin] = organisation([...base, employees(['E9'])]).employees.values();
    if (admin) founded.employees.set('ADMIN-1', { ...admin, number: 'ADMIN-1', managers: [], departments: [], positions: [] });
    const files = [employees(['E9'], ['E10', 'E9'])];
    const result = plan(founded, files);
    expect(result.changes.map((change) => change.op)).toEqual(['renumberEmployee', 'insertEmployee', 'insertRow', 'insertRow', 'insertRow', 'insertRow', 'insertRow']);
    expect(founded.employees.has('ADMIN-1')).toBe(true);
    applyChanges(founded, result.changes);
    expect(founded.employees.has('ADMIN-1')).toBe(false);
    expect(plan(founded, files).changes).toEqual([]);
  });

  it('lets two people swap their e-mail addresses in one file', () => {
    const text = 'number,name,email,zone,locale,region,hired_on\nE1,Name E1,e2@fairmark.example,Asia/Shanghai,zh-CN,APAC,2020-01-01\nE2,Name E2,e1@fairmark.example,Asia/Shanghai,zh-CN,APAC,2020-01-01\n';
    expect(plan(snapshot, [file('employees', text)]).changes.map((change) => change.op)).toEqual(['updateEmployee', 'updateEmployee']);
  });
});
