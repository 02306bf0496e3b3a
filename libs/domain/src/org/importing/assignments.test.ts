import { describe, expect, it } from '@jest/globals';
import { base, employees, file, organisation, plan, refusals } from './test-files.js';

const communities = file('communities', 'code,name,type,stage,region,active_users,depends_on\nC1,群一,内容型,成长期,APAC,900,OPS\nC2,群二,service,base,EU,10,\n');
const company = () => organisation([...base, employees(['E1'], ['E2', 'E1', '2024-01-01'])], [communities]);
const assignments = (...rows: string[]) => file('assignments', `employee_number,community_code,share,from,to\n${rows.join('\n')}`);

describe('assignments', () => {
  it('hold shares in basis points and end the day after the last one', () => {
    const result = plan(company(), [assignments('E2,C1,66.67%,2026-01-01,2026-06-30', 'E2,C2,"33,33",2026-01-01,2026-06-30')]);
    expect(result.changes).toEqual([
      expect.objectContaining({ op: 'insertAssignment', number: 'E2', assignment: { communityCode: 'C1', shareBp: 6_667, validFrom: '2026-01-01', validTo: '2026-07-01' } }),
      expect.objectContaining({ assignment: { communityCode: 'C2', shareBp: 3_333, validFrom: '2026-01-01', validTo: '2026-07-01' } }),
    ]);
  });

  it.each([
    ['shares under 100 %', ['E2,C1,50,2026-01-01,', 'E2,C2,49.99,2026-01-01,'], ['assignments 2 share ORG.SHARE_SUM']],
    ['given and empty shares mixed', ['E2,C1,100,2026-01-01,', 'E2,C2,,2026-01-01,'], ['assignments 2 share ORG.SHARE_SUM']],
    ['a stretch in which shares do not sum', ['E2,C1,50,2026-01-01,2026-03-31', 'E2,C2,50,2026-01-01,'], ['assignments 3 share ORG.SHARE_SUM']],
    ['overlaps', ['E2,C1,,2026-01-01,2026-03-31', 'E2,C1,,2026-03-31,'], ['assignments 3 from ORG.ASSIGNMENT_OVERLAP']],
    ['the same row twice', ['E2,C1,,2026-01-01,', 'E2,C1,,2026-01-01,'], ['assignments 3 from ORG.DUPLICATE_ROW']],
    ['unknown people and communities', ['E9,C9,,2026-01-01,'], ['assignments 2 employee_number ORG.UNKNOWN_EMPLOYEE', 'assignments 2 community_code ORG.UNKNOWN_COMMUNITY']],
    ['a start before employment', ['E2,C1,,2023-01-01,'], ['assignments 2 from ORG.OUTSIDE_EMPLOYMENT']],
    ['an end before the start', ['E2,C1,,2026-01-02,2026-01-01'], ['assignments 2 to ORG.DATES_OUT_OF_ORDER']],
    ['impossible shares', ['E2,C1,0,2026-01-01,', 'E2,C2,100.5,2026-01-01,'], ['assignments 2 share ORG.BAD_SHARE', 'assignments 3 share ORG.BAD_SHARE']],
  ])('are refused: %s', (_case, rows, expected) => {
    expect(refusals(plan(company(), [assignments(...rows)]))).toEqual(expected);
  });

  it('hand a community over on one day', () => {
    const snapshot = organisation([...base, employees(['E1'], ['E2', 'E1']), communities, assignments('E2,C1,100,2026-01-01,')]);
    const result = plan(snapshot, [assignments('E2,C1,100,2026-01-01,2026-06-30', 'E2,C2,100,2026-07-01,')]);
    expect(result.changes.map(({ op, effect }) => [op, effect])).toEqual([['updateAssignment', 'ended'], ['insertAssignment', 'added']]);
  });
});

describe('leaves', () => {
  const leaves = (...rows: string[]) => file('leaves', `employee_number,from,to\n${rows.join('\n')}`);

  it('are known by their first day and may be shortened', () => {
    const snapshot = organisation([...base, employees(['E1']), leaves('E1,2026-05-04,2026-05-22')]);
    expect(snapshot.employees.get('E1')?.leaves).toEqual([{ kind: 'leave', validFrom: '2026-05-04', validTo: '2026-05-23' }]);
    expect(plan(snapshot, [leaves('E1,2026-05-04,2026-05-15')]).changes).toEqual([
      { op: 'updateLeave', number: 'E1', validFrom: '2026-05-04', set: { validTo: '2026-05-16' }, file: 'leaves', row: 2, effect: 'ended' },
    ]);
  });

  it('must not overlap', () => {
    expect(refusals(plan(company(), [leaves('E2,2026-05-04,2026-05-22', 'E2,2026-05-22,2026-05-23')]))).toEqual(['leaves 3 from ORG.LEAVE_OVERLAP']);
  });
});

describe('communities', () => {
  it('keep their stage as dated rows', () => {
    const snapshot = company();
    expect(snapshot.communities.get('C1')).toMatchObject({ type: 'content', dependsOn: ['OPS'], stages: [{ value: 'growth', validFrom: '1900-01-01', validTo: null }] });
    const grown = file('communities', 'code,name,type,stage,region,effective_date\nC1,群一,content,mature,APAC,2026-07-01\n');
    expect(plan(snapshot, [grown]).changes.map((change) => change.op)).toEqual(['endRow', 'insertRow']);
  });

  it('have a known type and stage', () => {
    const wrong = file('communities', 'code,name,type,stage,region,depends_on\nC3,x,odd,late,APAC,NONE\n');
    expect(refusals(plan(company(), [wrong]))).toEqual([
      'communities 2 depends_on ORG.UNKNOWN_DEPARTMENT', 'communities 2 type ORG.UNKNOWN_TYPE', 'communities 2 stage ORG.UNKNOWN_STAGE',
    ]);
  });
});
