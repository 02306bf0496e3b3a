import type { ApproverSource } from '@fairmark/contracts/approvals';
import { describe, expect, it } from '@jest/globals';
import { startInstance } from './engine.js';
import { AT, Case, definition, node, resolution, submission } from './testing.js';

const from = (type: 'inOrder' | 'allOf' | 'anyOf', source: ApproverSource, extra = {}) => node('one', type, 1, { approvers: [source], ...extra });
const panel: ApproverSource = { type: 'panel', size: 3, pool: { role: 'panel', scope: 'company' }, exclude: ['approvers'] };

describe('line managers up to a level', () => {
  it('are one seat: one after the other, or all at once', () => {
    const upTo: ApproverSource = { type: 'lineManager', level: 3, upTo: true };
    const res = resolution({ one: [['m', 'n', 'o']] });
    expect(new Case(definition([from('inOrder', upTo)]), submission(res)).waiting).toEqual(['m']);
    expect(new Case(definition([from('allOf', upTo)]), submission(res)).waiting).toEqual(['m', 'n', 'o']);
  });
});

describe('chosen by the submitter', () => {
  const def = definition([from('allOf', { type: 'submitterChooses', min: 1, max: 2 })]);
  const start = (chosen: string[] | undefined) => startInstance(def, submission(resolution({ one: [['a', 'b', 'c-']] }), chosen ? { chosen: { one: chosen } } : {}));

  it('come with the submission', () => {
    expect(new Case(def, submission(resolution({ one: [['a', 'b', 'c-']] }), { chosen: { one: ['b'] } })).waiting).toEqual(['b']);
  });

  it.each([[undefined], [[]], [['a', 'b', 'd']], [['s']], [['c']]])('refused: %j', (chosen) => {
    expect(start(chosen)).toMatchObject({ ok: false, code: 'APPROVAL.CHOSEN', details: { nodeId: 'one' } });
  });

  it('may change when the case is handed in again', () => {
    const run = new Case(def, submission(resolution({ one: [['a', 'b']] }), { chosen: { one: ['a'] } }));
    run.giveBack('a', 'submitter', 'rerun');
    expect(run.send({ type: 'resubmit', at: AT, actorId: 's', chosen: { one: [] } })).toBe('APPROVAL.CHOSEN');
    run.send({ type: 'resubmit', at: AT, actorId: 's', chosen: { one: ['b'] } });
    expect(run.waiting).toEqual(['b']);
  });
});

describe('previous approvers', () => {
  it('are asked again on purpose, without those who passed it on or by time-out', () => {
    const run = new Case(definition([node('zero', 'allOf', 2), node('mid', 'inOrder', 1), from('allOf', { type: 'previousApprovers', nodeId: 'zero' })]), submission(resolution({ zero: [['a'], ['b']], mid: [['m']], one: [[]] })));
    run.act('transfer', 'a', ['x']);
    for (const who of ['x', 'b', 'm']) run.approve(who);
    expect(run.waiting).toEqual(['x', 'b']);
  });
});

describe('panel', () => {
  const start = (pool: string[], extra = {}) => new Case(definition([node('zero', 'inOrder', 1), from('allOf', panel)]), submission(resolution({ zero: [['a']], one: [pool] }, extra), { excludedIds: ['e'] }));

  it('takes the first of the pool who are neither parties nor have decided before, and never their managers', () => {
    const run = start(['e', 'a', 's', 'p', 'q', 'r', 't'], { up: { e: ['m'], s: ['m'] } });
    run.approve('a');
    expect(run.waiting).toEqual(['p', 'q', 'r']);
  });

  it('replaces a member who leaves by the next of the pool', () => {
    const run = start(['p', 'q', 'r', 't']);
    run.approve('a');
    run.handOver('q', null);
    expect(run.waiting).toEqual(['p', 't', 'r']);
  });

  it('is filled up by the fallback when the pool is too small', () => {
    const run = start(['p', 'q'], { admins: ['y', 'z'] });
    run.approve('a');
    expect(run.waiting).toEqual(['p', 'q', 'y']);
  });
});
