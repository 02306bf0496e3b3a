import { describe, expect, it } from '@jest/globals';
import { AT, Case, definition, node, resolution, submission } from './testing.js';

const two = (type: 'inOrder' | 'allOf' | 'anyOf', extra = {}) => new Case(definition([node('one', type, 2, extra), node('two', 'inOrder', 1)]), submission(resolution({ one: [['a'], ['b']], two: [['e']] })));

describe('add before 前加签', () => {
  it('the added people act first, then it comes back to the adder with a new clock', () => {
    const run = two('inOrder');
    expect(run.act('addBefore', 'a', ['x', 'y'])).toBe('ok');
    expect(run.effects.filter((effect) => effect.type === 'closeTask')).toEqual([expect.objectContaining({ personId: 'a', reason: 'waiting' })]);
    expect(run.waiting).toEqual(['x', 'y']);
    run.approve('x');
    run.approve('y');
    expect(run.waiting).toEqual(['a']);
    expect(run.effects).toContainEqual(expect.objectContaining({ type: 'openTask', personId: 'a', duration: { n: 3, unit: 'workingDay' } }));
    run.approve('a');
    expect(run.waiting).toEqual(['b']);
  });

  it('a reject of an added person is a reject of the seat', () => {
    const run = two('allOf');
    run.act('addBefore', 'a', ['x', 'y']);
    run.reject('x');
    expect(run.state.status).toBe('rejected');
    const heard = two('allOf', { onReject: 'waitForAll' });
    heard.act('addBefore', 'a', ['x']);
    heard.reject('x');
    expect([heard.state.status, heard.waiting]).toEqual(['running', ['b']]);
    heard.approve('b');
    expect(heard.state.status).toBe('rejected');
  });

  it('decides nothing where one decision is enough: the others may still be first', () => {
    const run = two('anyOf');
    run.act('addBefore', 'a', ['x']);
    run.approve('x');
    expect(run.waiting).toEqual(['a', 'b']);
    run.approve('b');
    expect(run.waiting).toEqual(['e']);
  });
});

describe('add after 后加签', () => {
  it('approves, and the added people act before the next node', () => {
    const run = two('inOrder');
    run.act('addAfter', 'a', ['x']);
    expect(run.waiting).toEqual(['x']);
    run.approve('x');
    expect(run.waiting).toEqual(['b']);
    run.act('addAfter', 'b', ['y']);
    expect(run.waiting).toEqual(['y']);
    run.approve('y');
    expect(run.waiting).toEqual(['e']);
  });

  it('is the one decision of an any-of node: the others close at once', () => {
    const run = two('anyOf');
    run.act('addAfter', 'a', ['x']);
    expect(run.waiting).toEqual(['x']);
    expect(run.effects).toContainEqual(expect.objectContaining({ type: 'closeTask', personId: 'b', reason: 'notNeeded' }));
    run.reject('x');
    expect(run.state.status).toBe('rejected');
  });
});

describe('add beside 并加签', () => {
  it('joins the node: asked at once, or next in the order', () => {
    const all = two('allOf');
    all.act('addBeside', 'a', ['x']);
    expect(all.waiting).toEqual(['a', 'x', 'b']);
    const order = two('inOrder');
    order.act('addBeside', 'a', ['x', 'y']);
    order.approve('a');
    expect(order.waiting).toEqual(['x']);
    order.approve('x');
    expect(order.waiting).toEqual(['y']);
  });
});

describe('who may be added', () => {
  it('nobody twice, no party, nobody who left; and whoever was added adds nobody', () => {
    const run = two('allOf');
    expect([run.act('addBefore', 'a', ['b']), run.act('addAfter', 'a', ['s']), run.act('addBeside', 'a', ['a']), run.act('addBeside', 'a', ['x'], { people: [{ personId: 'x', active: false }] })]).toEqual([
      'APPROVAL.ALREADY_ON_NODE', 'APPROVAL.OWN_CASE', 'APPROVAL.ALREADY_ON_NODE', 'APPROVAL.INACTIVE_PERSON',
    ]);
    run.act('addBeside', 'a', ['x']);
    expect([run.act('addBefore', 'x', ['y']), run.act('addAfter', 'x', ['y']), run.act('addBeside', 'x', ['y'])]).toEqual(['APPROVAL.ADDED_ADDS', 'APPROVAL.ADDED_ADDS', 'APPROVAL.ADDED_ADDS']);
    run.act('transfer', 'x', ['y']);
    expect(run.act('addBeside', 'y', ['k'])).toBe('APPROVAL.ADDED_ADDS');
  });
});

describe('remove 减签', () => {
  const remove = (run: Case, who: string, actorId: string) => run.send({ type: 'removeAdded', at: AT, taskId: run.taskOf(who), actorId });

  it('only who added, only while nobody has acted; a task that waited returns', () => {
    const run = two('allOf');
    run.act('addBefore', 'a', ['x', 'y']);
    expect([remove(run, 'x', 'b'), remove(run, 'b', 'a'), remove(run, 'x', 's')]).toEqual(['APPROVAL.NOT_ADDED_BY_YOU', 'APPROVAL.NOT_ADDED_BY_YOU', 'APPROVAL.OWN_CASE']);
    run.approve('y');
    expect(remove(run, 'x', 'a')).toBe('ok');
    expect(run.waiting.toSorted()).toEqual(['a', 'b']);
    expect(run.send({ type: 'removeAdded', at: AT, taskId: run.decidedBy('y'), actorId: 'a' })).toBe('APPROVAL.NOT_ADDED_BY_YOU');
  });

  it('never leaves the node without anybody', () => {
    const run = new Case(definition([node('one', 'anyOf', 1)]), submission(resolution({ one: [['a']] })));
    run.act('addBeside', 'a', ['x']);
    expect(remove(run, 'x', 'a')).toBe('ok');
    expect(run.waiting).toEqual(['a']);
  });

  it('takes an opinion back that was not given', () => {
    const run = two('inOrder');
    run.act('consult', 'a', ['x']);
    expect(remove(run, 'x', 'a')).toBe('ok');
    expect(run.waiting).toEqual(['a']);
  });
});
