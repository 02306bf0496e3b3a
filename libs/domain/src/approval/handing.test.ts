import { describe, expect, it } from '@jest/globals';
import { AT, Case, definition, node, resolution, submission } from './testing.js';

const two = (type: 'inOrder' | 'allOf' | 'anyOf' = 'allOf', extra = {}) => new Case(definition([node('one', type, 2), node('two', 'inOrder', 1)]), submission(resolution({ one: [['a'], ['b']], two: [['e']] }, { up: { a: ['m'], e: ['m'] } }), extra));
const taskIn = (run: Case, personId: string) => run.state.visits.flatMap((visit) => visit.tasks).findLast((task) => task.personId === personId);

describe('transfer 转办', () => {
  it('B replaces A; the record keeps A → B', () => {
    const run = two();
    expect(run.act('transfer', 'a', ['x'])).toBe('ok');
    expect(run.waiting).toEqual(['x', 'b']);
    expect(taskIn(run, 'x')).toMatchObject({ origin: 'transferred', replaces: 'v1.t1' });
    expect(run.state.record.filter((line) => line.act === 'transfer' && line.what === 'task').map((line) => [line.personId, line.from, line.to, line.actorId])).toEqual([['a', 'open', 'replaced', 'a'], ['x', null, 'queued', 'a'], ['x', 'queued', 'open', 'a']]);
    run.approve('x');
    run.approve('b');
    expect(run.waiting).toEqual(['e']);
  });

  it('never to the subject, the submitter, the excluded, nor to who is on the node', () => {
    const run = two('allOf', { submitterId: 'u', excludedIds: ['k'] });
    expect(['s', 'u', 'k', 'b'].map((to) => run.act('transfer', 'a', [to]))).toEqual(['APPROVAL.OWN_CASE', 'APPROVAL.OWN_CASE', 'APPROVAL.OWN_CASE', 'APPROVAL.ALREADY_ON_NODE']);
  });
});

describe('consult 委派', () => {
  it('B gives an opinion, the task returns to A, A decides', () => {
    const run = two('inOrder');
    run.act('consult', 'a', ['x']);
    expect(run.waiting).toEqual(['x']);
    expect([run.approve('x'), run.reject('x'), run.giveBack('x', 'submitter', 'rerun'), run.act('opinion', 'x', [], { commentId: undefined })]).toEqual([
      'APPROVAL.OPERATOR_REFUSED', 'APPROVAL.OPERATOR_REFUSED', 'APPROVAL.OPERATOR_REFUSED', 'APPROVAL.COMMENT_REQUIRED',
    ]);
    expect(run.act('opinion', 'x')).toBe('ok');
    expect(run.waiting).toEqual(['a']);
    expect(taskIn(run, 'x')).toMatchObject({ decision: 'opinion', part: 'consult', commentId: 'c1' });
  });

  it('ends at the deadline without an opinion', () => {
    const run = two('inOrder');
    run.act('consult', 'a', ['x']);
    expect(run.timeOut('x')).toBe('ok');
    expect(run.waiting).toEqual(['a']);
    expect(run.effects[0]).toMatchObject({ type: 'notify', topic: 'opinionExpired', personId: 'x' });
  });
});

describe('delegation 委托', () => {
  const stands = (run: Case, actorId: string, forId: string, extra = {}) => run.send({ type: 'approve', at: AT, taskId: run.taskOf(forId), actorId, forId, ...extra });

  it('B acts for A; the record says so', () => {
    const run = two();
    expect(stands(run, 'x', 'a')).toBe('ok');
    expect(taskIn(run, 'a')).toMatchObject({ decision: 'approve', actorId: 'x', personId: 'a' });
    expect(run.state.record.find((line) => line.to === 'decided')).toMatchObject({ actorId: 'x', forId: 'a', personId: 'a' });
  });

  it('a delegate who is the submitter, the subject or excluded has no right', () => {
    const run = two('allOf', { submitterId: 'u', excludedIds: ['k'] });
    expect(['s', 'u', 'k'].map((who) => stands(run, who, 'a'))).toEqual(['APPROVAL.OWN_CASE', 'APPROVAL.OWN_CASE', 'APPROVAL.OWN_CASE']);
  });

  it('nobody fills two places of a node, and nobody acts for who cannot act or is not asked', () => {
    const run = two();
    expect([stands(run, 'b', 'a'), stands(run, 'x', 'e')]).toEqual(['APPROVAL.ALREADY_ON_NODE', 'APPROVAL.UNKNOWN_TASK']);
    expect(run.send({ type: 'approve', at: AT, taskId: run.taskOf('a'), actorId: 'x', forId: 'b' })).toBe('APPROVAL.NOT_ASSIGNEE');
    stands(run, 'x', 'a');
    expect(stands(run, 'x', 'b')).toBe('APPROVAL.ALREADY_ON_NODE');
    expect(run.act('transfer', 'b', ['x'])).toBe('APPROVAL.ALREADY_ON_NODE');
  });

  it('whoever stands in adds, consults and transfers to others, not to themselves', () => {
    const run = two();
    const standing = { actorId: 'x', forId: 'a' };
    expect((['addBefore', 'addAfter', 'addBeside', 'consult', 'transfer'] as const).map((type) => run.act(type, 'a', ['x'], standing))).toEqual(Array(5).fill('APPROVAL.ALREADY_ON_NODE'));
    expect(run.act('addAfter', 'a', ['y'], standing)).toBe('ok');
  });

  it('is no second pair of eyes', () => {
    const run = new Case(definition([node('one', 'inOrder', 1), node('two', 'inOrder', 1, { samePerson: 'skipUpwards' })]), submission(resolution({ one: [['a']], two: [['x']] }, { up: { x: ['m'] } })));
    stands(run, 'x', 'a');
    expect(run.waiting).toEqual(['m']);
    expect(stands(run, 'x', 'm')).toBe('APPROVAL.OWN_CASE');
  });
});

describe('hand over 离职转办', () => {
  it('every open task moves to the successor, with a line each, and so do later nodes', () => {
    const run = new Case(definition([{ id: 'both', type: 'parallel', branches: [{ id: 'l', nodes: [node('l1', 'inOrder', 1)] }, { id: 'r', nodes: [node('r1', 'anyOf', 1)] }] }, node('last', 'inOrder', 1)]), submission(resolution({ l1: [['a']], r1: [['a']], last: [['a']] })));
    expect(run.handOver('a', 'n')).toBe('ok');
    expect(run.waiting).toEqual(['n', 'n']);
    expect(run.state.record.filter((line) => line.act === 'handOver' && line.to === 'replaced')).toHaveLength(2);
    expect([run.handOver('a', 'n'), run.effects]).toEqual(['ok', []]);
    run.approve('n');
    run.approve('n');
    expect(run.state.status).toBe('approved');
  });

  it('goes to the fallback where the successor cannot act, and what is decided stays', () => {
    const run = new Case(definition([node('one', 'allOf', 2)]), submission(resolution({ one: [['a'], ['b']] }, { fallback: { one: [['f']] } })));
    run.approve('b');
    run.handOver('a', 's');
    expect(run.waiting).toEqual(['f']);
    expect(run.decidedBy('b')).toBe('v1.t2');
    run.handOver('f', 'n');
    expect(run.waiting).toEqual(['n']);
  });

  it('an added person is followed by the successor, else the task returns to the adder', () => {
    const run = two('inOrder');
    run.act('addBefore', 'a', ['x']);
    run.handOver('x', 'n');
    expect(run.waiting).toEqual(['n']);
    run.handOver('n', null);
    expect(run.waiting).toEqual(['a']);
  });

  it('a consulted administrator does not lose the node when the one who asked leaves', () => {
    const run = new Case(definition([node('one', 'inOrder', 1)]), submission(resolution({ one: [['a']] }, { admins: ['z'] })));
    run.act('consult', 'a', ['z']);
    run.handOver('a', null);
    expect([run.state.status, run.waiting]).toEqual(['running', ['z']]);
    expect(run.approve('z')).toBe('ok');
  });

  it('a returned case whose submitter left waits for somebody else, who approves nothing', () => {
    const run = new Case(definition([node('one', 'anyOf', 1)]), submission(resolution({ one: [['a', 'b']] }, { up: { u: ['s', 'b'] } }), { submitterId: 'u' }));
    run.giveBack('a', 'submitter', 'rerun');
    run.handOver('u', null);
    expect(run.effects).toEqual([expect.objectContaining({ type: 'awaitResubmission', personId: 'b' })]);
    expect(run.send({ type: 'resubmit', at: AT, actorId: 'u' })).toBe('APPROVAL.NOT_SUBMITTER');
    expect(run.resubmit()).toBe('ok');
    expect(run.waiting).toEqual(['a']);
  });
});
