import type { ApprovalNode, FormField } from '@fairmark/contracts/approvals';
import { describe, expect, it } from '@jest/globals';
import { startInstance } from './engine.js';
import { expandDefinition } from './expand.js';
import { Case, definition, node, resolution, submission } from './testing.js';
import { visibleTo } from './visible.js';

const title = { zh: '块' };
const form: FormField[] = [{ id: 'amount', type: 'amount', title, optional: false }, { id: 'place', type: 'choice', title, optional: true, options: [{ value: 'north', title }, { value: 'south', title }] }];
const one = (id: string, extra = {}) => node(id, 'inOrder', 1, extra);

describe('condition 条件', () => {
  const size: ApprovalNode = {
    id: 'size', type: 'condition',
    branches: [
      { id: 'large', when: [{ test: 'between', field: 'amount', atLeast: 10_000, below: null }, { test: 'in', field: 'place', values: ['north'] }], nodes: [one('chief')] },
      { id: 'medium', when: [{ test: 'between', field: 'amount', atLeast: 1_000, below: null }], nodes: [one('head')] },
    ],
    otherwise: { nodes: [] },
  };
  const def = definition([size, one('last')], { form });
  const res = resolution({ chief: [['c']], head: [['d']], last: [['a']] });
  const start = (fields: Record<string, unknown>) => new Case(def, submission(res, { fields: fields as Record<string, number> }));

  it('takes the first branch whose tests all hold, else what is left', () => {
    expect([start({ amount: 10_000, place: 'north' }), start({ amount: 10_000, place: 'south' }), start({ amount: 10_000 }), start({ amount: 1_000 }), start({ amount: 999 })].map((run) => run.waiting)).toEqual([['c'], ['d'], ['d'], ['d'], ['a']]);
  });

  it.each([[{}], [{ amount: 1.5 }], [{ amount: '5' }], [{ amount: 5, place: 'west' }], [{ amount: 5, other: true }]])('refuses values that do not fit the form: %j', (fields) => {
    expect(startInstance(def, submission(res, { fields }))).toMatchObject({ ok: false, code: 'APPROVAL.FIELDS' });
  });

  it('follows values that change with the content; who is not on the way any more is not asked', () => {
    const run = start({ amount: 1_000 });
    run.giveBack('d', 'submitter', 'straightBack');
    expect(run.send({ type: 'resubmit', at: '2026-11-03T02:00:00.000Z', actorId: 's', fields: { amount: 5 } })).toBe('ok');
    expect(run.waiting).toEqual(['a']);
  });
});

describe('parallel 并行', () => {
  const both: ApprovalNode = { id: 'both', type: 'parallel', branches: [{ id: 'left', nodes: [one('l1'), one('l2')] }, { id: 'right', nodes: [one('r1'), one('r2')] }] };
  const res = resolution({ first: [['f']], l1: [['a']], l2: [['b']], r1: [['c']], r2: [['d']], last: [['e']] });
  const start = () => {
    const run = new Case(definition([one('first'), both, one('last')]), submission(res));
    run.approve('f');
    return run;
  };

  it('runs its branches side by side and goes on when all have ended', () => {
    const run = start();
    expect(run.waiting).toEqual(['a', 'c']);
    run.approve('a');
    expect(run.waiting).toEqual(['c', 'b']);
    for (const who of ['b', 'c']) run.approve(who);
    expect(run.waiting).toEqual(['d']);
    run.approve('d');
    expect(run.waiting).toEqual(['e']);
  });

  it('ends the case at a reject in one branch; the others are not needed any more', () => {
    const run = start();
    run.reject('a');
    expect([run.state.status, run.waiting]).toEqual(['rejected', []]);
    expect(run.effects).toContainEqual(expect.objectContaining({ type: 'closeTask', personId: 'c', reason: 'notNeeded' }));
    expect(run.state.visits.map((visit) => visit.status)).toEqual(['approved', 'rejected', 'notNeeded']);
  });

  it('goes on beside a return inside a branch', () => {
    const run = start();
    run.approve('a');
    expect(run.giveBack('b', 'l1', 'straightBack')).toBe('ok');
    expect(run.waiting).toEqual(['c', 'a']);
    run.approve('a');
    expect(run.waiting).toEqual(['c', 'b']);
  });

  it('pauses for a return to a node before it, and comes back with the approvals it had', () => {
    const run = start();
    run.approve('c');
    expect(run.giveBack('a', 'first', 'straightBack')).toBe('ok');
    expect(run.waiting).toEqual(['f']);
    run.approve('f');
    expect(run.waiting).toEqual(['a', 'd']);
  });

  it('waits for a node of another branch to which somebody returned', () => {
    const run = start();
    run.approve('c');
    expect(run.giveBack('a', 'r1', 'straightBack')).toBe('ok');
    expect(run.waiting).toEqual(['c']);
    run.approve('c');
    expect(run.waiting).toEqual(['a', 'd']);
  });
});

describe('sub-process 子流程', () => {
  const inner = definition([one('x'), node('y', 'allOf', 1, { approvers: [{ type: 'previousApprovers', nodeId: 'x' }] })], { id: 'inner', settings: { samePerson: 'actsAgain', submitterMayApprove: false } });
  const outer = definition([{ id: 'sub', type: 'subProcess', definitionId: 'inner', version: 1 }, one('last')]);

  it('is inlined with names and rules of its own', () => {
    const { definition: whole } = expandDefinition(outer, () => inner);
    const run = new Case(whole ?? outer, submission(resolution({ 'sub.x': [['a']], 'sub.y': [[]], last: [['a']] })));
    run.approve('a');
    expect([run.nodes, run.waiting]).toEqual([['sub.y'], ['a']]);
    run.approve('a');
    expect(run.state.status).toBe('approved');
  });

  it('does not start before it is inlined', () => {
    expect(startInstance(outer, submission(resolution({ last: [['a']] })))).toMatchObject({ ok: false, code: 'APPROVAL.INVALID_DEFINITION', details: { codes: ['APPROVAL_DEFINITION.NOT_EXPANDED'] } });
  });

  it('refuses circles, unknown versions and more than three levels', () => {
    const circle = definition([{ id: 'back', type: 'subProcess', definitionId: 'test', version: 9 }], { id: 'inner' });
    const deeper = (id: string) => definition([{ id: 'down', type: 'subProcess', definitionId: `${id}x`, version: 1 }], { id });
    expect(expandDefinition(outer, () => circle).findings).toEqual([{ code: 'APPROVAL_DEFINITION.SUB_PROCESS_CYCLE', severity: 'error', nodeId: 'sub.back', details: { definitionId: 'test', version: 9 } }]);
    expect(expandDefinition(outer, () => undefined).findings.map((finding) => finding.code)).toEqual(['APPROVAL_DEFINITION.UNKNOWN_SUB_PROCESS']);
    expect(expandDefinition(outer, deeper).findings).toMatchObject([{ code: 'APPROVAL_DEFINITION.SUB_PROCESS_DEPTH', nodeId: 'sub.down.down.down' }]);
  });
});

describe('copy 抄送', () => {
  const def = definition([one('first'), { id: 'tell', type: 'copy', title, recipients: [{ type: 'departmentHead' }] }, one('last')]);
  const start = () => {
    const run = new Case(def, submission(resolution({ first: [['a']], tell: [['k', 's', 'g-']], last: [['b']] })));
    run.approve('a');
    return run;
  };

  it('tells people and waits for nobody', () => {
    const run = start();
    expect(run.effects.filter((effect) => effect.type === 'copy').map((effect) => effect.personId)).toEqual(['k', 's']);
    expect(run.waiting).toEqual(['b']);
  });

  it('gives no decision and no sight of scores', () => {
    const run = start();
    const taskId = run.state.visits[1]?.tasks[0]?.id ?? '';
    expect(run.send({ type: 'approve', at: '2026-11-02T02:00:00.000Z', taskId, actorId: 'k' })).toBe('APPROVAL.TASK_CLOSED');
    expect(['k', 'a', 's', 'x'].map((id) => visibleTo(run.state, id))).toEqual([{ as: 'copied', scores: false }, { as: 'approver', scores: true }, { as: 'party', scores: false }, null]);
  });

  it('is marked as read once, also after the end', () => {
    const run = start();
    run.approve('b');
    const read = (actorId: string) => run.send({ type: 'read', at: '2026-11-02T02:00:00.000Z', taskId: run.state.visits[1]?.tasks[0]?.id ?? '', actorId });
    expect([read('a'), read('k'), read('k')]).toEqual(['APPROVAL.NOT_ASSIGNEE', 'ok', 'ok']);
    expect(run.state.visits[1]?.tasks[0]?.readAt).toBe('2026-11-02T02:00:00.000Z');
    expect(run.state.record.filter((line) => line.act === 'read')).toHaveLength(1);
  });
});
