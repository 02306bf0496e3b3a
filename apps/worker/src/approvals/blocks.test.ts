import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from '@fairmark/persistence/database';
import { ApprovalDesk, node } from './testing.js';

let desk: ApprovalDesk;
const p = (...names: string[]): string[] => names.map((name) => desk.id(name));
const of = (name: string): string => desk.id(name);

beforeAll(async () => {
  desk = await ApprovalDesk.open(['a', 'b', 'c', 'd', 'e']);
});
afterAll(() => desk.processes.stop());

describe('side by side', () => {
  const parallel = () => ({ id: 'both', type: 'parallel' as const, branches: [{ id: 'left', nodes: [node('l', 'inOrder', p('a', 'c'))] }, { id: 'right', nodes: [node('r', 'anyOf', p('b', 'd'))] }] });

  test('branches have visits and clocks of their own and join', async () => {
    const id = await desk.begin([parallel(), node('m', 'inOrder', p('e'))]);
    expect(await desk.waiting()).toEqual({ l: ['a'], r: ['b', 'd'] });
    const right = await desk.visitOf('r');
    await desk.act('a', 'approve');
    expect(await desk.waiting()).toEqual({ l: ['c'], r: ['b', 'd'] });
    expect((await desk.visitOf('r')).id).toBe(right.id);
    await desk.act('d', 'approve');
    expect(await desk.waiting()).toEqual({ l: ['c'] });
    expect(await desk.refused('b', right.id, 'approve')).toBe('VISIT.ALREADY_DECIDED');
    await desk.act('c', 'approve');
    expect(await desk.waiting()).toEqual({ m: ['e'] });
    await desk.act('e', 'approve');
    expect(await desk.outcome(id)).toBe('approved');
  });

  test('a reject in one ends the case and closes the other', async () => {
    const id = await desk.begin([parallel()]);
    await desk.act('b', 'reject', { comment: '不行' });
    expect(await desk.outcome(id)).toBe('rejected');
    expect(await desk.waiting()).toEqual({});
  });

  test('a deadline concerns one branch only', async () => {
    await desk.begin([{ id: 'both', type: 'parallel', branches: [{ id: 'x', nodes: [node('l', 'inOrder', p('a'), { duration: { n: 1, unit: 'workingDay' } })] }, { id: 'y', nodes: [node('r', 'inOrder', p('b'), { duration: { n: 9, unit: 'workingDay' } })] }] }]);
    await desk.processes.driver.expire((await desk.visitOf('l')).id);
    expect(await desk.waiting()).toEqual({ l: ['boss'], r: ['b'] });
  });

  test('the way follows the form, copies go out, votes are weighed', async () => {
    const id = await desk.begin(
      [
        { id: 'way', type: 'condition', branches: [{ id: 'big', when: [{ test: 'between', field: 'cost', atLeast: 100_00 }], nodes: [node('v', 'weightedVote', p('a', 'b', 'c'), { weightsBp: [5_000, 3_000, 2_000], thresholdBp: 5_000 })] }], otherwise: { nodes: [node('s', 'inOrder', p('d'))] } },
        { id: 'cc', type: 'copy', title: { zh: '抄送' }, recipients: [{ type: 'person', personId: of('e') }] },
      ],
      { form: [{ id: 'cost', type: 'amount', title: { zh: '金额' } }], fields: { cost: 150_00 } },
    );
    expect(await desk.waiting()).toEqual({ v: ['a', 'b', 'c'] });
    await desk.act('a', 'approve');
    expect(await desk.outcome(id)).toBeNull();
    await desk.act('c', 'approve');
    expect(await desk.outcome(id)).toBe('approved');
    expect(await desk.processes.database.read.all(sql`select node from approval_copies where employee_id = ${of('e')}`)).toEqual([{ node: 'cc' }]);
    expect(await desk.processes.database.read.one(sql`select link from notices where kind = 'approval.copied' and employee_id = ${of('e')}`)).toMatchObject({ link: expect.stringMatching(/^\/approvals\//) as unknown });
  });
});
