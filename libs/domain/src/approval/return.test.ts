import { describe, expect, it } from '@jest/globals';
import { AT, Case, definition, node, resolution, submission } from './testing.js';

describe('return 退回', () => {
  const def = definition([node('one', 'inOrder', 1), node('two', 'inOrder', 1), node('three', 'allOf', 2)]);
  const start = () => {
    const run = new Case(def, submission(resolution({ one: [['a']], two: [['b']], three: [['c'], ['d']] })));
    run.approve('a');
    run.approve('b');
    run.approve('d');
    return run;
  };

  it('to the submitter, every node runs again in new visits', () => {
    const run = start();
    expect(run.giveBack('c', 'submitter', 'rerun')).toBe('ok');
    expect([run.state.status, run.waiting]).toEqual(['returned', []]);
    expect(run.effects.at(-1)).toEqual({ type: 'finished', outcome: 'returned' });
    expect(run.resubmit()).toBe('ok');
    expect(run.waiting).toEqual(['a']);
    for (const who of ['a', 'b', 'c', 'd']) expect(run.approve(who)).toBe('ok');
    expect(run.state.status).toBe('approved');
    expect(run.state.visits.map((v) => [v.id, v.nodeId, v.superseded])).toEqual([
      ['v1', 'one', true], ['v2', 'two', true], ['v3', 'three', true], ['v4', 'one', false], ['v5', 'two', false], ['v6', 'three', false],
    ]);
  });

  it('to the submitter, straight back to the one who returned it', () => {
    const run = start();
    run.giveBack('c', 'submitter', 'straightBack');
    run.resubmit();
    expect(run.waiting).toEqual(['c']);
    expect(run.state.visits.at(-1)?.tasks.find((t) => t.personId === 'd')).toMatchObject({ status: 'alreadyApproved', approvedIn: 'v3.t2' });
    run.approve('c');
    expect(run.state.status).toBe('approved');
  });

  it('to a node, runs everything from there again', () => {
    const run = start();
    run.giveBack('c', 'one', 'rerun');
    expect(run.waiting).toEqual(['a']);
    run.approve('a');
    expect(run.waiting).toEqual(['b']);
    run.approve('b');
    expect(run.waiting).toEqual(['c', 'd']);
  });

  it('to a node, straight back over the ones between', () => {
    const run = start();
    run.giveBack('c', 'one', 'straightBack');
    run.approve('a');
    expect(run.waiting).toEqual(['c']);
  });

  it('asks only the returner again where one decision is enough', () => {
    const run = new Case(definition([node('any', 'anyOf', 1)]), submission(resolution({ any: [['a', 'b']] })));
    run.giveBack('b', 'submitter', 'straightBack');
    run.resubmit();
    expect(run.waiting).toEqual(['b']);
  });

  it('enters a node that the new content makes necessary, also straight back', () => {
    const flagged = definition([node('extra', 'inOrder', 1, { when: { flag: 'big', is: true } }), node('two', 'inOrder', 1)]);
    const run = new Case(flagged, submission(resolution({ extra: [['a']], two: [['b']] })));
    expect(run.waiting).toEqual(['b']);
    run.giveBack('b', 'submitter', 'straightBack');
    run.resubmit({ big: true });
    expect(run.waiting).toEqual(['a']);
    run.approve('a');
    expect(run.waiting).toEqual(['b']);
  });

  it('refuses targets that were not passed, resubmission by others or without a return', () => {
    const run = start();
    expect([run.giveBack('c', 'three', 'rerun'), run.giveBack('c', 'nowhere', 'rerun'), run.resubmit()]).toEqual(['APPROVAL.RETURN_TARGET', 'APPROVAL.RETURN_TARGET', 'APPROVAL.NOT_RETURNED']);
    run.giveBack('c', 'submitter', 'rerun');
    expect(run.send({ type: 'resubmit', at: AT, actorId: 'a' })).toBe('APPROVAL.NOT_SUBMITTER');
    const byMachine = new Case(definition([node('one', 'inOrder', 1)]), submission(resolution({ one: [['a']] }), { submitterId: null }));
    expect(byMachine.giveBack('a', 'submitter', 'rerun')).toBe('APPROVAL.RETURN_TARGET');
  });
});
