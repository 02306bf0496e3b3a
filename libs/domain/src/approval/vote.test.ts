import type { StepNode } from '@fairmark/contracts/approvals';
import { describe, expect, it } from '@jest/globals';
import { Case, definition, node, resolution, submission } from './testing.js';
import { validateDefinition } from './validate.js';

const vote = (weightsBp: number[], thresholdBp: number) => node('vote', 'weightedVote', weightsBp.length, { weightsBp, thresholdBp } as Partial<StepNode>);
const start = (weightsBp: number[], thresholdBp: number, seats: string[][], extra = {}) => new Case(definition([vote(weightsBp, thresholdBp)]), submission(resolution({ vote: seats }, extra)));

describe('weighted vote 票签', () => {
  it('passes only with more than the threshold', () => {
    const run = start([5_000, 3_000, 2_000], 5_000, [['a'], ['b'], ['c']]);
    run.approve('a');
    expect(run.state.status).toBe('running');
    run.approve('c');
    expect([run.state.status, run.effects.filter((effect) => effect.type === 'closeTask').map((effect) => [effect.personId, effect.reason])]).toEqual(['approved', [['c', 'decided'], ['b', 'notNeeded']]]);
  });

  it('a reject ends it only when it cannot pass any more', () => {
    const run = start([5_000, 3_000, 2_000], 5_000, [['a'], ['b'], ['c']]);
    run.reject('c');
    expect(run.state.status).toBe('running');
    run.reject('b');
    expect(run.state.status).toBe('rejected');
  });

  it('counts people of one seat exactly, in fractions', () => {
    const run = start([10_000], 6_666, [['a', 'b', 'c']]);
    run.approve('a');
    run.reject('b');
    expect(run.state.status).toBe('running');
    run.approve('c');
    expect(run.state.status).toBe('approved');
    const exact = start([4_000, 6_000], 6_000, [['a'], ['b', 'c', 'd']]);
    for (const who of ['a', 'b']) exact.approve(who);
    expect(exact.state.status).toBe('running');
    exact.reject('c');
    expect(exact.state.status).toBe('running');
    exact.reject('d');
    expect(exact.state.status).toBe('rejected');
  });

  it('somebody in two seats votes once with both weights', () => {
    const run = start([4_000, 3_000, 3_000], 5_000, [['a'], ['b'], ['a']]);
    expect(run.waiting).toEqual(['a', 'b']);
    run.approve('a');
    expect(run.state.status).toBe('approved');
  });

  it('who joins shares the weight of the seat', () => {
    const run = start([6_000, 4_000], 5_000, [['a'], ['b']]);
    run.act('addBeside', 'a', ['x']);
    run.approve('a');
    expect(run.state.status).toBe('running');
    run.approve('x');
    expect(run.state.status).toBe('approved');
  });

  it('people added after a vote act before the case goes on, also when it has passed', () => {
    const run = start([6_000, 4_000], 5_000, [['a'], ['b']]);
    run.act('addAfter', 'a', ['x']);
    expect([run.state.status, run.waiting]).toEqual(['running', ['b', 'x']]);
    run.reject('x');
    expect(run.state.status).toBe('rejected');
  });

  it('the weight of a leaver goes to who takes over, also when they vote already', () => {
    const run = start([3_000, 3_000, 4_000], 5_000, [['a'], ['b'], ['c']], { fallback: { vote: [['a']] } });
    run.handOver('b', null);
    expect(run.waiting).toEqual(['a', 'c']);
    run.approve('a');
    expect(run.state.status).toBe('approved');
  });

  it('needs one weight per source, 10,000 in all', () => {
    const codes = (weightsBp: number[]) => validateDefinition(definition([{ ...vote([5_000, 5_000], 0), weightsBp } as StepNode])).map((finding) => finding.code);
    expect(codes([5_000, 5_000])).not.toContain('APPROVAL_DEFINITION.WEIGHTS');
    expect([codes([10_000]), codes([5_000, 4_999])].every((found) => found.includes('APPROVAL_DEFINITION.WEIGHTS'))).toBe(true);
  });
});
