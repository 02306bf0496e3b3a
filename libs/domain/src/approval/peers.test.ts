import { describe, expect, it } from '@jest/globals';
import type { StepNode } from '@fairmark/contracts/approvals';
import { apply } from './engine.js';
import { operatorsFor } from './offers.js';
import { AT, Case, definition, node, resolution, submission } from './testing.js';

/** What other products of the field are known to get wrong. */
describe('known failures of others', () => {
  it('a return inside a countersign closes every task, and who had approved is not asked again straight back', () => {
    const run = new Case(definition([node('first', 'inOrder', 1), node('all', 'allOf', 3)]), submission(resolution({ first: [['f']], all: [['a'], ['b'], ['c']] })));
    run.approve('f');
    run.approve('a');
    expect(run.giveBack('b', 'first', 'straightBack')).toBe('ok');
    expect(run.effects).toContainEqual(expect.objectContaining({ type: 'closeTask', personId: 'c', reason: 'notNeeded' }));
    expect(run.waiting).toEqual(['f']);
    run.approve('f');
    expect(run.waiting).toEqual(['b', 'c']);
  });

  it('the target of a return is asked although they have approved another node', () => {
    const run = new Case(definition([node('one', 'inOrder', 1), node('two', 'inOrder', 1, { samePerson: 'actsAgain' }), node('three', 'inOrder', 1)]), submission(resolution({ one: [['a']], two: [['a']], three: [['c']] })));
    run.approve('a');
    run.approve('a');
    run.giveBack('c', 'two', 'straightBack');
    expect([run.nodes, run.waiting]).toEqual([['two'], ['a']]);
    const once = new Case(definition([node('one', 'inOrder', 1), node('two', 'inOrder', 1), node('three', 'inOrder', 1)]), submission(resolution({ one: [['a']], two: [['a']], three: [['c']] })));
    once.approve('a');
    once.giveBack('c', 'two', 'straightBack');
    expect([once.nodes, once.waiting]).toEqual([['two'], ['a']]);
  });

  it('a reject under a percentage vote does not end it while it can pass', () => {
    const vote = node('vote', 'weightedVote', 3, { weightsBp: [4_000, 3_000, 3_000], thresholdBp: 5_000 } as Partial<StepNode>);
    const run = new Case(definition([vote]), submission(resolution({ vote: [['a'], ['b'], ['c']] })));
    run.reject('b');
    expect([run.state.status, run.waiting]).toEqual(['running', ['a', 'c']]);
    run.approve('a');
    run.approve('c');
    expect(run.state.status).toBe('approved');
  });

  it('a returned item has a new deadline; the old one acts on nothing', () => {
    const run = new Case(definition([node('one', 'inOrder', 1)]), submission(resolution({ one: [['a']] }, { up: { a: ['m'] } })));
    const old = run.taskOf('a');
    run.giveBack('a', 'submitter', 'straightBack');
    const later = '2026-11-20T02:00:00.000Z';
    run.send({ type: 'resubmit', at: later, actorId: 's' });
    expect(run.effects).toEqual([expect.objectContaining({ type: 'openTask', personId: 'a', duration: { n: 3, unit: 'workingDay' } })]);
    expect(run.state.visits[1]?.tasks[0]?.openedAt).toBe(later);
    expect(run.send({ type: 'timeout', at: later, taskId: old })).toBe('APPROVAL.TASK_CLOSED');
    expect(run.waiting).toEqual(['a']);
  });

  it('a reminder fires again and again, also for the submitter of a returned case', () => {
    const every = { n: 1, unit: 'day' as const };
    const run = new Case(definition([node('one', 'inOrder', 1, { timeout: { act: 'remind', every } })]), submission(resolution({ one: [['a']] })));
    for (let i = 0; i < 3; i += 1) {
      expect(run.timeOut('a')).toBe('ok');
      expect(run.effects).toEqual([{ type: 'notify', topic: 'overdue', personId: 'a', taskId: 'v1.t1' }, { type: 'rearm', taskId: 'v1.t1', duration: every }]);
    }
    run.giveBack('a', 'submitter', 'rerun');
    for (let i = 0; i < 2; i += 1) {
      expect(run.send({ type: 'timeout', at: AT, taskId: 'resubmission' })).toBe('ok');
      expect(run.effects).toEqual([{ type: 'notify', topic: 'overdue', personId: 's', taskId: 'resubmission' }, { type: 'rearm', taskId: 'resubmission', duration: { n: 5, unit: 'workingDay' } }]);
    }
  });

  it('an added person does not add again', () => {
    const run = new Case(definition([node('one', 'inOrder', 1)]), submission(resolution({ one: [['a']] })));
    run.act('addBefore', 'a', ['x']);
    expect(run.act('addBefore', 'x', ['y'])).toBe('APPROVAL.ADDED_ADDS');
  });

  it('take back and the next decision at the same moment: whichever comes first wins, the other is told', () => {
    const run = new Case(definition([node('one', 'inOrder', 1), node('two', 'inOrder', 1)]), submission(resolution({ one: [['a']], two: [['b']] })));
    run.approve('a');
    const [back, next] = [run.decidedBy('a'), run.taskOf('b')];
    const takeBack = { type: 'takeBack' as const, at: AT, taskId: back, actorId: 'a' };
    const approve = { type: 'approve' as const, at: AT, taskId: next, actorId: 'b' };
    const first = apply(run.definition, run.state, takeBack);
    const second = apply(run.definition, run.state, approve);
    if (!first.ok || !second.ok) throw new Error('both may come first');
    expect(apply(run.definition, first.state, approve)).toMatchObject({ ok: false, code: 'APPROVAL.TASK_CLOSED' });
    expect(apply(run.definition, second.state, takeBack)).toMatchObject({ ok: false, code: 'APPROVAL.NOT_RUNNING' });
  });

  it('a transfer, a reassignment, an added or consulted person: never the subject', () => {
    const run = new Case(definition([node('one', 'inOrder', 1)]), submission(resolution({ one: [['a']] })));
    const reassigned = run.send({ type: 'reassign', at: AT, taskId: run.taskOf('a'), actorId: 'h', toPersonId: 's', toActive: true, commentId: 'c' });
    expect([reassigned, ...(['transfer', 'addBefore', 'addAfter', 'addBeside', 'consult'] as const).map((type) => run.act(type, 'a', ['s']))]).toEqual(Array(6).fill('APPROVAL.OWN_CASE'));
  });

  it('a delegate who is the submitter does not approve', () => {
    const run = new Case(definition([node('one', 'inOrder', 1)]), submission(resolution({ one: [['a']] }), { submitterId: 'u' }));
    expect(run.send({ type: 'approve', at: AT, taskId: run.taskOf('a'), actorId: 'u', forId: 'a' })).toBe('APPROVAL.OWN_CASE');
  });
});

/** What the generated cases have found in this engine. */
describe('found by generated cases', () => {
  it('an order of returns that would wait for itself is refused: a node that comes later is no target', () => {
    const def = definition([node('one', 'inOrder', 1), node('two', 'inOrder', 1, { when: { flag: 'big', is: true } }), node('three', 'inOrder', 1), node('four', 'inOrder', 1)]);
    const run = new Case(def, submission(resolution({ one: [['a']], two: [['b']], three: [['c']], four: [['d']] })));
    run.approve('a');
    run.send({ type: 'approve', at: AT, taskId: run.taskOf('c'), actorId: 'c', flags: { big: true } });
    expect(run.waiting).toEqual(['b']);
    expect(run.giveBack('b', 'three', 'straightBack')).toBe('APPROVAL.RETURN_TARGET');
  });

  it('who stands in for the adder does not add themselves', () => {
    const run = new Case(definition([node('one', 'inOrder', 1)]), submission(resolution({ one: [['a']] })));
    expect(run.act('addAfter', 'a', ['x'], { actorId: 'x', forId: 'a' })).toBe('APPROVAL.ALREADY_ON_NODE');
  });

  it('a manager who stood in does not become the substitute of an added person as well', () => {
    const run = new Case(definition([node('one', 'inOrder', 1)]), submission(resolution({ one: [['a']] }, { up: { x: ['m', 'n'] } })));
    run.act('addAfter', 'a', ['x'], { actorId: 'm', forId: 'a' });
    run.handOver('x', null);
    expect(run.waiting).toEqual(['n']);
  });

  it('nobody takes back for somebody who has left or has become the submitter', () => {
    const run = new Case(definition([node('one', 'allOf', 2)]), submission(resolution({ one: [['a'], ['b']] })));
    run.approve('a');
    const taskId = run.decidedBy('a');
    run.handOver('a', null);
    expect(run.send({ type: 'takeBack', at: AT, taskId, actorId: 'x', forId: 'a' })).toBe('APPROVAL.INACTIVE_PERSON');
  });

  it('the adder waits again for whoever takes back, also when another added person was the last', () => {
    const run = new Case(definition([node('one', 'inOrder', 1)]), submission(resolution({ one: [['a']] })));
    run.act('addBefore', 'a', ['x', 'y']);
    run.approve('y');
    run.approve('x');
    run.takeBack('x');
    run.approve('x');
    expect(run.takeBack('y')).toBe('ok');
    expect(run.waiting).toEqual(['y']);
  });

  it('an administrator who approved before keeps a node for which nobody else is left', () => {
    const run = new Case(definition([node('one', 'inOrder', 1), node('two', 'inOrder', 1, { samePerson: 'skipUpwards' })]), submission(resolution({ one: [[]], two: [[]] })));
    run.approve('z');
    expect([run.nodes, run.waiting]).toEqual([['two'], ['z']]);
  });

  it('whoever gave an opinion can take over the task, because the opinion decided nothing', () => {
    const run = new Case(definition([node('one', 'inOrder', 1)]), submission(resolution({ one: [['a']] })));
    run.act('consult', 'a', ['x']);
    run.act('opinion', 'x');
    expect(run.act('transfer', 'a', ['x'])).toBe('ok');
    expect(run.approve('x')).toBe('ok');
  });

  it('whoever passed their own task on can still take out whom they had added', () => {
    const run = new Case(definition([node('one', 'allOf', 1)]), submission(resolution({ one: [['a']] })));
    run.act('addBeside', 'a', ['x']);
    run.act('transfer', 'a', ['b']);
    expect(operatorsFor(run.definition, run.state, 'a').tasks).toMatchObject([{ operators: ['removeAdded'], removable: [{ taskId: run.taskOf('x') }] }]);
    expect(run.send({ type: 'removeAdded', at: AT, taskId: run.taskOf('x'), actorId: 'a' })).toBe('ok');
    expect(run.waiting).toEqual(['b']);
  });

  it('a node whose people have all fallen away never passes: the fallback chain is asked, first those without a part', () => {
    const run = new Case(definition([node('one', 'inOrder', 1)]), submission(resolution({ one: [['a']] }, { fallback: { one: [['x']] }, admins: ['z'] })));
    run.act('addBefore', 'a', ['x', 'y']);
    run.approve('x');
    run.handOver('a', null);
    expect([run.state.status, run.waiting]).toEqual(['running', ['z']]);
  });

  it('whoever added somebody may take them out also after a return, when the adder themselves has no task in the new visit', () => {
    const run = new Case(definition([node('one', 'allOf', 1)]), submission(resolution({ one: [['a']] })));
    run.act('addBeside', 'a', ['x']);
    run.act('transfer', 'a', ['b']);
    run.giveBack('b', 'submitter', 'straightBack');
    run.resubmit();
    expect(operatorsFor(run.definition, run.state, 'a').tasks).toMatchObject([{ visitId: 'v2', operators: ['removeAdded'], removable: [{ personId: 'x' }] }]);
  });
});
