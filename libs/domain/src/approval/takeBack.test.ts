import type { ApprovalNode } from '@fairmark/contracts/approvals';
import { describe, expect, it } from '@jest/globals';
import { AT, Case, definition, node, resolution, submission } from './testing.js';

const one = (id: string) => node(id, 'inOrder', 1);
const start = (nodes: ApprovalNode[], seats: Record<string, string[][]>, extra = {}) => new Case(definition(nodes), submission(resolution(seats), extra));
const line = () => start([one('one'), one('two'), one('three')], { one: [['a']], two: [['b']], three: [['c']] });

describe('take back 拿回', () => {
  it('asks again with a new clock while the next person has not acted', () => {
    const run = line();
    const first = run.taskOf('a');
    run.approve('a');
    const next = run.taskOf('b');
    expect(run.takeBack('a')).toBe('ok');
    expect([run.waiting, run.taskOf('a') === first]).toEqual([['a'], false]);
    expect(run.send({ type: 'approve', at: AT, taskId: next, actorId: 'b' })).toBe('APPROVAL.TASK_CLOSED');
    run.approve('a');
    expect(run.waiting).toEqual(['b']);
  });

  it('loses against the next decision: one winner', () => {
    const run = line();
    run.approve('a');
    run.approve('b');
    expect(run.takeBack('a')).toBe('APPROVAL.TOO_LATE');
    expect(run.takeBack('b')).toBe('ok');
    expect(run.waiting).toEqual(['b']);
  });

  it('is too late when the next person passed the task on or asked somebody', () => {
    for (const act of ['transfer', 'consult', 'addBefore', 'addBeside'] as const) {
      const run = line();
      run.approve('a');
      run.act(act, 'b', ['x']);
      expect([act, run.takeBack('a')]).toEqual([act, 'APPROVAL.TOO_LATE']);
    }
  });

  it('is too late when the next person returned it, also when it is back with them', () => {
    const run = line();
    run.approve('a');
    run.approve('b');
    run.giveBack('c', 'one', 'straightBack');
    expect(run.takeBack('b')).toBe('APPROVAL.TOO_LATE');
    run.approve('a');
    expect([run.waiting, run.takeBack('b')]).toEqual([['c'], 'APPROVAL.TOO_LATE']);
    expect(run.takeBack('a')).toBe('ok');
  });

  it('is for who decided, not for others, and not after the end', () => {
    const run = line();
    run.approve('a');
    expect([run.takeBack('b', run.decidedBy('a')), run.takeBack('s', run.decidedBy('a')), run.takeBack('b', run.taskOf('b'))]).toEqual(['APPROVAL.NOT_ASSIGNEE', 'APPROVAL.OWN_CASE', 'APPROVAL.NOT_DECIDED']);
    run.approve('b');
    run.approve('c');
    expect(run.takeBack('c')).toBe('APPROVAL.NOT_RUNNING');
  });

  it('goes back one place in an order, and leaves the others of an all-of node alone', () => {
    const order = start([node('one', 'inOrder', 3)], { one: [['a'], ['b'], ['c']] });
    order.approve('a');
    expect(order.takeBack('a')).toBe('ok');
    expect(order.waiting).toEqual(['a']);
    for (const who of ['a', 'b', 'c']) expect(order.approve(who)).toBe('ok');
    expect(order.state.status).toBe('approved');
    const all = start([node('one', 'allOf', 2)], { one: [['a'], ['b']] });
    const other = all.taskOf('b');
    all.approve('a');
    all.takeBack('a');
    expect([all.waiting, all.taskOf('b')]).toEqual([['a', 'b'], other]);
  });

  it('asks everybody of an any-of node again, also when people were added after', () => {
    const run = start([node('one', 'anyOf', 1), one('two')], { one: [['a', 'b']], two: [['c']] });
    run.approve('a');
    run.takeBack('a');
    expect(run.waiting).toEqual(['a', 'b']);
    run.act('addAfter', 'a', ['x']);
    expect(run.takeBack('a')).toBe('ok');
    expect(run.waiting).toEqual(['a', 'b']);
    expect(run.effects).toContainEqual(expect.objectContaining({ type: 'closeTask', personId: 'x', reason: 'removed' }));
  });

  it('undoes a return: what had paused goes on', () => {
    const run = line();
    run.approve('a');
    run.approve('b');
    run.giveBack('c', 'one', 'rerun');
    expect(run.takeBack('c')).toBe('ok');
    expect(run.waiting).toEqual(['c']);
    run.giveBack('c', 'submitter', 'rerun');
    expect(run.takeBack('c')).toBe('ok');
    expect([run.state.status, run.waiting]).toEqual(['running', ['c']]);
    run.approve('c');
    expect(run.state.status).toBe('approved');
  });

  it('puts values back that came with the decision', () => {
    const flagged = start([one('one'), node('two', 'inOrder', 1, { when: { flag: 'big', is: true } }), one('three')], { one: [['a']], two: [['b']], three: [['c']] });
    flagged.send({ type: 'approve', at: AT, taskId: flagged.taskOf('a'), actorId: 'a', flags: { big: true } });
    expect(flagged.waiting).toEqual(['b']);
    flagged.takeBack('a');
    expect(flagged.state.flags).toEqual({});
    flagged.approve('a');
    expect(flagged.waiting).toEqual(['c']);
  });

  it('lets the adder wait again when an added person takes back', () => {
    const run = line();
    run.act('addBefore', 'a', ['x', 'y']);
    run.approve('x');
    run.approve('y');
    expect(run.waiting).toEqual(['a']);
    expect(run.takeBack('x')).toBe('ok');
    expect(run.waiting).toEqual(['x']);
    run.approve('x');
    run.approve('a');
    expect(run.takeBack('y')).toBe('APPROVAL.TOO_LATE');
  });

  it('restores a seat that an added person had refused', () => {
    const run = start([node('one', 'allOf', 2, { onReject: 'waitForAll' })], { one: [['a'], ['b']] });
    run.act('addBefore', 'a', ['x']);
    run.reject('x');
    expect(run.takeBack('x')).toBe('ok');
    expect(run.waiting).toEqual(['b', 'x']);
    run.approve('x');
    for (const who of ['a', 'b']) run.approve(who);
    expect(run.state.status).toBe('approved');
  });

  it('by a substitute who stood in, and by the holder', () => {
    const run = line();
    const stand = () => run.send({ type: 'approve', at: AT, taskId: run.taskOf('a'), actorId: 'x', forId: 'a' });
    stand();
    expect(run.send({ type: 'takeBack', at: AT, taskId: run.decidedBy('a'), actorId: 'x', forId: 'a' })).toBe('ok');
    stand();
    expect(run.takeBack('a')).toBe('ok');
  });
});

describe('withdraw 撤回', () => {
  const withdraw = (run: Case, actorId = 's') => run.send({ type: 'withdraw', at: AT, actorId });

  it('by the submitter while it runs or waits for them; everything open closes', () => {
    const run = line();
    expect(withdraw(run, 'a')).toBe('APPROVAL.NOT_SUBMITTER');
    expect(withdraw(run)).toBe('ok');
    expect([run.state.status, run.effects]).toEqual(['withdrawn', [expect.objectContaining({ type: 'closeTask', personId: 'a' }), { type: 'finished', outcome: 'withdrawn' }]]);
    expect([withdraw(run), run.approve('a')]).toEqual(['APPROVAL.WITHDRAW_REFUSED', 'APPROVAL.UNKNOWN_TASK']);
    const returned = line();
    returned.giveBack('a', 'submitter', 'rerun');
    expect(withdraw(returned)).toBe('ok');
  });

  it('after an approval only where the process allows it, with its effects undone', () => {
    const settings = { samePerson: 'actsOnce' as const, submitterMayApprove: false };
    const ended = (withdrawAfterEnd: boolean) => {
      const run = new Case(definition([one('one')], { settings: { ...settings, withdrawAfterEnd } }), submission(resolution({ one: [['a']] })));
      run.approve('a');
      return run;
    };
    expect(withdraw(ended(false))).toBe('APPROVAL.WITHDRAW_REFUSED');
    const run = ended(true);
    expect([withdraw(run), run.effects]).toEqual(['ok', [{ type: 'undo' }, { type: 'finished', outcome: 'withdrawn' }]]);
  });
});
