import type { ApprovalKind, TimeoutPolicy } from '@fairmark/contracts/approvals';
import { describe, expect, it, test } from '@jest/globals';
import { apply } from './engine.js';
import { AT, Case, definition, node, resolution, submission } from './testing.js';
import { validateDefinition } from './validate.js';

const day = { n: 1, unit: 'day' as const };
const start = (timeout: TimeoutPolicy, up: string[] = ['m'], extra = {}) =>
  new Case(definition([node('one', 'inOrder', 1, { timeout })]), submission(resolution({ one: [['a']] }, { up: { a: up }, ...extra })));

describe('at the deadline', () => {
  it('remind tells the assignee and sets the next deadline', () => {
    const run = start({ act: 'remind', every: day });
    expect(run.timeOut('a')).toBe('ok');
    expect(run.effects).toEqual([{ type: 'notify', topic: 'overdue', personId: 'a', taskId: 'v1.t1' }, { type: 'rearm', taskId: 'v1.t1', duration: day }]);
  });

  it('escalate gives the task to the next manager with a clock of its own', () => {
    const run = start({ act: 'escalate' }, ['s', 'm-', 'n']);
    run.timeOut('a');
    expect(run.waiting).toEqual(['n']);
    expect(run.effects.map((e) => e.type)).toEqual(['notify', 'closeTask', 'openTask']);
    expect(run.state.visits[0]?.tasks[1]).toMatchObject({ origin: 'escalated', replaces: 'v1.t1' });
  });

  it('escalate without a manager above hands to HR, who appoint; the assignee keeps the task', () => {
    const run = start({ act: 'escalate' }, []);
    run.timeOut('a');
    expect(run.waiting).toEqual(['a']);
    expect(run.state.visits[0]?.tasks[0]?.handedToHr).toBe(true);
    expect(run.effects).toEqual([
      { type: 'notify', topic: 'handedToHr', personId: 'h', taskId: 'v1.t1' },
      { type: 'rearm', taskId: 'v1.t1', duration: { n: 3, unit: 'workingDay' } },
    ]);
  });

  it('hand to HR tells the administrators when HR is a party or gone', () => {
    const run = start({ act: 'handToHr' }, [], { hr: ['s', 'h-'] });
    run.timeOut('a');
    expect(run.effects[0]).toMatchObject({ topic: 'handedToHr', personId: 'z' });
  });

  it('extend moves the deadline as often as it may, then hands to HR', () => {
    const run = start({ act: 'extend', by: day, times: 1 });
    run.timeOut('a');
    expect(run.effects).toEqual([{ type: 'rearm', taskId: 'v1.t1', duration: day }]);
    run.timeOut('a');
    expect(run.effects[0]).toMatchObject({ topic: 'handedToHr', personId: 'h' });
  });

  it('default decides by time-out, never as a person', () => {
    const run = start({ act: 'default', decision: 'approve' });
    run.timeOut('a');
    expect(run.state.status).toBe('approved');
    expect(run.state.visits[0]?.tasks[0]).toMatchObject({ decision: 'approve', decidedBy: 'timeout' });
  });

  it('a decision by time-out does not count as "already approved"', () => {
    const def = definition([node('one', 'inOrder', 1, { timeout: { act: 'default', decision: 'approve' } }), node('two', 'inOrder', 1)]);
    const run = new Case(def, submission(resolution({ one: [['a']], two: [['a']] })));
    run.timeOut('a');
    expect(run.waiting).toEqual(['a']);
  });

  it('a decision that came first wins over the deadline', () => {
    const run = start({ act: 'escalate' });
    const taskId = run.taskOf('a');
    run.approve('a');
    expect(run.send({ type: 'timeout', at: AT, taskId })).toBe('APPROVAL.TASK_CLOSED');
  });
});

describe('goals, scores, calibrations and appeals never pass by time-out', () => {
  test.each<ApprovalKind>(['goals', 'scores', 'calibration', 'appeals'])('%s', (kind) => {
    const plan = start({ act: 'default', decision: 'reject' });
    const guarded = { ...plan.definition, kind };
    expect(validateDefinition(guarded)).toContainEqual({ code: 'APPROVAL_DEFINITION.DEFAULT_REFUSED', severity: 'error', nodeId: 'one', path: 'nodes.0' });
    expect(apply(guarded, plan.state, { type: 'timeout', at: AT, taskId: 'v1.t1' })).toMatchObject({ ok: false, code: 'APPROVAL.NO_DEFAULT_DECISION' });
  });
});
