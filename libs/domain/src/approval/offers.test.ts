import { describe, expect, it } from '@jest/globals';
import type { Resolution } from '@fairmark/contracts/approvals';
import { apply } from './engine.js';
import { explain } from './explain.js';
import { operatorsFor } from './offers.js';
import { AT, Case, definition, node, resolution, submission } from './testing.js';
import { upgradeState, type StoredState } from './upgrade.js';

const start = () => new Case(definition([node('one', 'inOrder', 1), node('two', 'allOf', 2)]), submission(resolution({ one: [['a']], two: [['b'], ['c']] }, { up: { b: ['m'] } }), { submitterId: 'u' }));
const offers = (run: Case, who: string, forIds: string[] = []) => operatorsFor(run.definition, run.state, who, { forIds });

describe('operators that are offered', () => {
  it('everything to the holder, nothing to others, and what concerns the case to the submitter', () => {
    const run = start();
    expect(offers(run, 'a').tasks).toMatchObject([{ forId: null, operators: ['approve', 'reject', 'return', 'addBefore', 'addAfter', 'addBeside', 'transfer', 'consult', 'read'], returnTargets: ['submitter'] }]);
    expect([offers(run, 'b'), offers(run, 'u')]).toEqual([{ tasks: [], acts: [] }, { tasks: [], acts: ['withdraw', 'nudge'] }]);
    run.giveBack('a', 'submitter', 'rerun');
    expect(offers(run, 'u').acts).toEqual(['withdraw', 'resubmit']);
  });

  it('to added and consulted people what they may do, and their removal to the adder', () => {
    const run = start();
    run.act('addBefore', 'a', ['x']);
    expect(offers(run, 'x').tasks[0]?.operators).toEqual(['approve', 'reject', 'return', 'transfer', 'consult', 'read']);
    expect(offers(run, 'a').tasks).toMatchObject([{ operators: ['removeAdded'], removable: [{ taskId: 'v1.t2', personId: 'x' }] }]);
    run.act('consult', 'x', ['y']);
    expect(offers(run, 'y').tasks[0]?.operators).toEqual(['opinion', 'read']);
  });

  it('taking back as long as it would be accepted, and passed nodes as targets', () => {
    const run = start();
    run.approve('a');
    expect(offers(run, 'a').tasks).toMatchObject([{ taskId: 'v1.t1', operators: ['takeBack'] }]);
    expect(offers(run, 'b').tasks[0]?.returnTargets).toEqual(['submitter', 'one']);
    run.approve('b');
    expect(offers(run, 'a').tasks).toEqual([]);
  });

  it('to a substitute what the holder may do, except where they are a party or on the node', () => {
    const run = start();
    run.approve('a');
    expect(offers(run, 'x', ['b']).tasks).toMatchObject([{ forId: 'b', operators: expect.arrayContaining(['approve', 'transfer']) }]);
    expect([offers(run, 'u', ['b']).tasks, offers(run, 'c', ['b']).tasks.filter((task) => task.forId !== null)]).toEqual([[], []]);
  });
});

describe('why somebody has a task', () => {
  it('names source, way, act and what happens at the deadline', () => {
    const run = start();
    run.approve('a');
    run.timeOut('b');
    const taskId = run.taskOf('m');
    expect(explain(run.definition, run.state, taskId)).toEqual({
      taskId, nodeId: 'two', personId: 'm', part: 'seat', origin: 'escalated', source: { type: 'departmentHead' }, before: [{ taskId: 'v2.t1', personId: 'b', origin: 'approver' }], addedBy: null, approvedIn: null, since: AT,
      because: { event: 2, act: 'timeout', actorId: null, forId: null, at: AT }, atDeadline: { duration: { n: 3, unit: 'workingDay' }, policy: { act: 'escalate' }, extensionsLeft: null },
    });
    expect([explain(run.definition, run.state, 'v2.t1')?.atDeadline, explain(run.definition, run.state, 'v9.t9')]).toEqual([null, undefined]);
  });
});

describe('a state that an earlier release stored', () => {
  const task = (id: string, personId: string, extra = {}) => ({
    ...{ id, seat: 0, personId, origin: 'approver', status: 'open', openedAt: AT, closedAt: null, decision: null, decidedBy: null, commentId: null, approvedIn: null, replaces: null, extensions: 0, handedToHr: false }, ...extra,
  });
  const stored = (res: Resolution): StoredState => JSON.parse(JSON.stringify({
    definitionId: 'test', definitionVersion: 1, status: 'running', subjectIds: ['s'], submitterId: 's', excludedIds: [], flags: {}, resolution: res, submissions: 1, startedAt: AT, endedAt: null,
    visits: [
      { id: 'v1', nodeId: 'one', status: 'approved', superseded: false, openedAt: AT, closedAt: AT, tasks: [task('v1.t1', 'a', { status: 'decided', closedAt: AT, decision: 'approve', decidedBy: 'person' })] },
      { id: 'v2', nodeId: 'two', status: 'open', superseded: false, openedAt: AT, closedAt: null, tasks: [task('v2.t1', 'b'), task('v2.t2', 'c', { seat: 1 })] },
    ],
  })) as StoredState;

  it('goes on with every operator', () => {
    const run = start();
    const old = stored(run.state.resolution);
    expect(upgradeState(old).visits[0]?.tasks[0]).toMatchObject({ part: 'seat', actorId: 'a', addedBy: null });
    run.state = upgradeState(old);
    expect(run.act('addBeside', 'b', ['x'])).toBe('ok');
    expect(run.giveBack('c', 'one', 'straightBack')).toBe('ok');
    run.approve('a');
    expect(run.waiting).toEqual(['b', 'x', 'c']);
  });

  it('comes back from a return with who was there', () => {
    const run = start();
    const old = stored(run.state.resolution);
    const [first, second] = old.visits[1]?.tasks ?? [];
    Object.assign(old, { status: 'returned' });
    Object.assign(old.visits[1] ?? {}, { status: 'returned', closedAt: AT });
    Object.assign(first ?? {}, { status: 'decided', decision: 'return', decidedBy: 'person', closedAt: AT });
    Object.assign(second ?? {}, { status: 'notNeeded', closedAt: AT });
    const again = apply(run.definition, old, { type: 'resubmit', at: AT, actorId: 's' });
    expect(again.ok && again.effects.filter((effect) => effect.type === 'openTask').map((effect) => effect.personId)).toEqual(['b', 'c']);
  });
});
