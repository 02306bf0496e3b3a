import { describe, expect, it, test } from '@jest/globals';
import { apply, replay, startInstance } from './engine.js';
import { AT, Case, definition, node, resolution, submission } from './testing.js';

describe('in order 依次会签', () => {
  const def = definition([node('first', 'inOrder', 2), node('last', 'inOrder', 1)]);
  const res = resolution({ first: [['a'], ['b']], last: [['c']] });

  it('asks one after the other and ends approved', () => {
    const run = new Case(def, submission(res));
    expect(run.waiting).toEqual(['a']);
    expect(run.effects).toEqual([expect.objectContaining({ type: 'openTask', personId: 'a', nodeId: 'first', duration: { n: 3, unit: 'workingDay' } })]);
    expect([run.approve('a'), run.waiting, run.approve('b'), run.waiting, run.approve('c')]).toEqual(['ok', ['b'], 'ok', ['c'], 'ok']);
    expect(run.state.status).toBe('approved');
    expect(run.effects).toEqual([expect.objectContaining({ type: 'closeTask', reason: 'decided' }), { type: 'finished', outcome: 'approved' }]);
  });

  it('ends at a reject without asking the others', () => {
    const run = new Case(def, submission(res));
    expect(run.reject('a')).toBe('ok');
    expect([run.state.status, run.waiting]).toEqual(['rejected', []]);
    expect(run.effects).toEqual([expect.objectContaining({ type: 'closeTask', personId: 'a' }), { type: 'finished', outcome: 'rejected' }]);
  });
});

describe('all of 会签', () => {
  const res = resolution({ all: [['a'], ['b'], ['c']] });

  it('asks everybody at once and needs all', () => {
    const run = new Case(definition([node('all', 'allOf', 3)]), submission(res));
    expect(run.waiting).toEqual(['a', 'b', 'c']);
    for (const who of ['c', 'a']) expect(run.approve(who)).toBe('ok');
    expect(run.state.status).toBe('running');
    expect(run.approve('b')).toBe('ok');
    expect(run.state.status).toBe('approved');
  });

  it('ends at the first veto and closes the others as not needed', () => {
    const run = new Case(definition([node('all', 'allOf', 3)]), submission(res));
    run.reject('b');
    expect(run.state.status).toBe('rejected');
    expect(run.effects.filter((e) => e.type === 'closeTask').map((e) => [e.personId, e.reason])).toEqual([['b', 'decided'], ['a', 'notNeeded'], ['c', 'notNeeded']]);
  });

  it('hears everybody when the node says so', () => {
    const run = new Case(definition([node('all', 'allOf', 3, { type: 'allOf', onReject: 'waitForAll' })]), submission(res));
    run.reject('b');
    expect([run.state.status, run.waiting]).toEqual(['running', ['a', 'c']]);
    run.approve('a');
    run.approve('c');
    expect(run.state.status).toBe('rejected');
  });
});

describe('any of 或签', () => {
  const run = () => new Case(definition([node('any', 'anyOf', 1)]), submission(resolution({ any: [['a', 'b', 'c']] })));

  test.each(['approve', 'reject'] as const)('the first %s counts, the second comes too late', (type) => {
    const first = run();
    const late = first.taskOf('b');
    expect(first[type]('a')).toBe('ok');
    expect(first.state.status).toBe(type === 'approve' ? 'approved' : 'rejected');
    const answer = apply(first.definition, first.state, { type: 'approve', at: AT, taskId: late, actorId: 'b' });
    expect(answer).toMatchObject({ ok: false, code: 'APPROVAL.TASK_CLOSED', details: { decidedBy: 'a' } });
  });
});

describe('refusals', () => {
  const run = () => new Case(definition([node('one', 'inOrder', 1)]), submission(resolution({ one: [['a']] })));

  it('change nothing and name the reason', () => {
    const one = run();
    const before = structuredClone(one.state);
    const taskId = one.taskOf('a');
    expect(one.send({ type: 'reject', at: AT, taskId, actorId: 'a' })).toBe('APPROVAL.COMMENT_REQUIRED');
    expect(one.send({ type: 'return', at: AT, taskId, actorId: 'a', to: 'submitter', then: 'rerun' })).toBe('APPROVAL.COMMENT_REQUIRED');
    expect(one.send({ type: 'approve', at: AT, taskId, actorId: 's' })).toBe('APPROVAL.OWN_CASE');
    expect(one.send({ type: 'approve', at: AT, taskId, actorId: 'x' })).toBe('APPROVAL.NOT_ASSIGNEE');
    expect(one.send({ type: 'approve', at: AT, taskId: 'v9.t9', actorId: 'a' })).toBe('APPROVAL.UNKNOWN_TASK');
    expect(one.send({ type: 'approve', at: AT, taskId, actorId: 'a', resolution: resolution({ one: [['a-']] }) })).toBe('APPROVAL.INACTIVE_PERSON');
    expect(one.state).toEqual(before);
  });

  it('keep a case with its own definition', () => {
    const one = run();
    const next = { ...one.definition, version: 2 };
    expect(apply(next, one.state, { type: 'approve', at: AT, taskId: one.taskOf('a'), actorId: 'a' })).toMatchObject({ code: 'APPROVAL.WRONG_DEFINITION' });
  });

  it('do not start an invalid definition', () => {
    const twice = definition([node('one', 'inOrder', 1), node('one', 'inOrder', 1)]);
    expect(startInstance(twice, submission(resolution({ one: [['a']] })))).toMatchObject({ ok: false, code: 'APPROVAL.INVALID_DEFINITION' });
  });

  it('replay gives the same state', () => {
    const one = run();
    one.giveBack('a', 'submitter', 'rerun');
    one.resubmit();
    one.approve('a');
    expect(replay(one.definition, one.submitted, one.events)).toMatchObject({ ok: true, state: one.state });
  });
});
