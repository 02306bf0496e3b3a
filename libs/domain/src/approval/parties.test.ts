import { describe, expect, it } from '@jest/globals';
import { startInstance } from './engine.js';
import { AT, Case, definition, node, resolution, submission } from './testing.js';

const one = definition([node('one', 'inOrder', 1)]);
const originOf = (run: Case) => run.state.visits.at(-1)?.tasks.at(-1)?.origin;

describe('empty nodes', () => {
  it('go to the first of the fallback chain that has somebody', () => {
    const run = new Case(one, submission(resolution({ one: [['a-']] }, { fallback: { one: [['b-'], ['c', 'd']] } })));
    expect([run.waiting, originOf(run)]).toEqual([['c'], 'fallback']);
  });

  it('then to the process administrator, never on by themselves', () => {
    const run = new Case(one, submission(resolution({ one: [[]] }, { admins: ['s', 'y'] })));
    expect([run.waiting, originOf(run), run.state.status]).toEqual([['y'], 'administrator', 'running']);
  });

  it('fill each seat of a node that needs all', () => {
    const run = new Case(definition([node('all', 'allOf', 2)]), submission(resolution({ all: [['a'], []] }, { fallback: { all: [['c']] } })));
    expect(run.waiting).toEqual(['a', 'c']);
  });

  it('ask the whole fallback where one decision is enough, and only when nobody is there', () => {
    const any = definition([node('any', 'anyOf', 2)]);
    expect(new Case(any, submission(resolution({ any: [['a'], []] }, { fallback: { any: [['c', 'd']] } }))).waiting).toEqual(['a']);
    expect(new Case(any, submission(resolution({ any: [[], []] }, { fallback: { any: [['c', 'd']] } }))).waiting).toEqual(['c', 'd']);
  });

  it('are refused when not even an administrator can act', () => {
    expect(startInstance(one, submission(resolution({ one: [['s']] }, { admins: ['s'] })))).toMatchObject({ ok: false, code: 'APPROVAL.NO_OWNER' });
  });
});

describe('own case', () => {
  it('skips upwards over subjects, submitter and excluded people to the next active manager', () => {
    const res = resolution({ one: [['s']] }, { up: { s: ['m', 'n-', 'o'] } });
    const run = new Case(one, submission(res, { excludedIds: ['m'] }));
    expect([run.waiting, originOf(run)]).toEqual([['o'], 'skipped']);
  });

  it('lets the submitter act only where the process allows it', () => {
    const def = { ...one, settings: { samePerson: 'actsOnce' as const, submitterMayApprove: true } };
    expect(new Case(def, submission(resolution({ one: [['c']] }), { subjectIds: [], submitterId: 'c' })).waiting).toEqual(['c']);
  });
});

describe('same person twice', () => {
  const two = definition([node('one', 'inOrder', 1), node('two', 'allOf', 2)]);
  const res = resolution({ one: [['a']], two: [['a'], ['b']] }, { up: { a: ['m'] } });

  it('acts once; the later node shows where', () => {
    const run = new Case(two, submission(res));
    run.approve('a');
    expect(run.waiting).toEqual(['b']);
    expect(run.state.visits[1]?.tasks[0]).toMatchObject({ personId: 'a', status: 'alreadyApproved', approvedIn: 'v1.t1' });
  });

  it('passes a node of only this person', () => {
    const run = new Case(two, submission(resolution({ one: [['a']], two: [['a'], ['a']] })));
    run.approve('a');
    expect(run.state.status).toBe('approved');
  });

  it('acts again, or is skipped upwards, when the process says so', () => {
    const again = new Case({ ...two, settings: { samePerson: 'actsAgain', submitterMayApprove: false } }, submission(res));
    again.approve('a');
    expect(again.waiting).toEqual(['a', 'b']);
    const second = new Case({ ...two, settings: { samePerson: 'skipUpwards', submitterMayApprove: false } }, submission(res));
    second.approve('a');
    expect(second.waiting).toEqual(['m', 'b']);
  });
});

describe('organisation changes', () => {
  const all = definition([node('all', 'allOf', 2)]);
  const start = () => new Case(all, submission(resolution({ all: [['a'], ['b']] })));
  const changed = (run: Case, seats: string[][], extra = {}) => run.send({ type: 'organisationChanged', at: AT, resolution: resolution({ all: seats }, extra) });

  it('move the task of somebody who left to whoever is in the seat now', () => {
    const run = start();
    expect(changed(run, [['a-', 'n'], ['b']])).toBe('ok');
    expect(run.waiting).toEqual(['n', 'b']);
    expect(run.effects.map((e) => e.type)).toEqual(['closeTask', 'openTask']);
    expect(changed(run, [['a-', 'n'], ['b']])).toBe('ok');
    expect(run.effects).toEqual([]);
  });

  it('fall back, and drop a seat whose successor already has a part', () => {
    const run = start();
    run.approve('b');
    changed(run, [['a-'], ['b']], { fallback: { all: [['b']] } });
    expect(run.state.status).toBe('approved');
  });

  it('follow the source where the process says so: the new manager takes over, who was appointed stays', () => {
    const run = start();
    const follow = (seats: string[][]) => run.send({ type: 'organisationChanged', at: AT, resolution: resolution({ all: seats }), follow: true });
    expect(changed(run, [['n'], ['b']])).toBe('ok');
    expect(run.waiting).toEqual(['a', 'b']);
    expect(follow([['n'], ['b']])).toBe('ok');
    expect(run.waiting).toEqual(['n', 'b']);
    run.send({ type: 'reassign', at: AT, taskId: run.taskOf('b'), actorId: 'h', toPersonId: 'm', toActive: true, commentId: 'c1' });
    expect(follow([['n'], ['b']])).toBe('ok');
    expect(run.waiting).toEqual(['n', 'm']);
    expect(follow([[], []])).toBe('ok');
    expect(run.waiting).toEqual(['n', 'm']);
  });

  it('keep what is decided and refuse to leave a node without an owner', () => {
    const run = start();
    expect(changed(run, [['a-'], ['b']], { admins: [] })).toBe('APPROVAL.NO_OWNER');
    expect(run.waiting).toEqual(['a', 'b']);
  });

  it('arrive with any event', () => {
    const run = start();
    run.send({ type: 'approve', at: AT, taskId: run.taskOf('a'), actorId: 'a', resolution: resolution({ all: [['a'], ['b-', 'c']] }) });
    expect(run.waiting).toEqual(['c']);
  });
});

describe('reassign', () => {
  const start = () => new Case(definition([node('all', 'allOf', 2)]), submission(resolution({ all: [['a'], ['b']] })));
  const give = (run: Case, to: string, extra: object = {}) =>
    run.send({ type: 'reassign', at: AT, taskId: run.taskOf('a'), actorId: 'h', toPersonId: to, toActive: true, commentId: 'c1', ...extra });

  it('puts somebody else in the seat and keeps both on record', () => {
    const run = start();
    expect(give(run, 'n')).toBe('ok');
    expect(run.waiting).toEqual(['n', 'b']);
    expect(run.state.visits[0]?.tasks[1]).toMatchObject({ origin: 'reassigned', replaces: 'v1.t1' });
  });

  it('is refused to the subject, to inactive people, twice on a node, and without a reason', () => {
    const run = start();
    expect([give(run, 's'), give(run, 'n', { toActive: false }), give(run, 'b'), give(run, 'n', { commentId: undefined }), give(run, 'n', { actorId: 's' })]).toEqual([
      'APPROVAL.OWN_CASE', 'APPROVAL.INACTIVE_PERSON', 'APPROVAL.ALREADY_ON_NODE', 'APPROVAL.COMMENT_REQUIRED', 'APPROVAL.OWN_CASE',
    ]);
  });
});
