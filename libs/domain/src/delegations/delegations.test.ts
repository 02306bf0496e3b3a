import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Delegation, delegationRefusal, holdsAt, isPersonal, personalSteps, standInPaths, standInRefusal, stateAt } from './index.js';

const day = (n: number): string => new Date(Date.UTC(2026, 8, n)).toISOString();
const given = (delegatorId: string, delegateId: string, from = 1, to = 10, kinds = ['review'], endedAt: string | null = null): Delegation => ({ id: `${delegatorId}${delegateId}`, delegatorId, delegateId, kinds, from: day(from), to: day(to), endedAt });
const wish = (delegatorId: string, delegateId: string, others: Delegation[] = [], extra: Partial<Delegation> = {}) =>
  delegationRefusal({ wish: { ...given(delegatorId, delegateId), ...extra }, now: day(1), delegatorActive: true, delegateActive: true, others })?.code ?? null;

describe('a delegation', () => {
  test('holds from its beginning up to, not including, its end', () => {
    const one = given('a', 'b', 2, 4);
    expect([day(1), day(2), day(3), day(4)].map((at) => holdsAt(one, at))).toEqual([false, true, true, false]);
    expect(holdsAt({ ...one, endedAt: day(3) }, day(3))).toBe(false);
    expect([stateAt(one, day(1)), stateAt(one, day(2)), stateAt(one, day(4)), stateAt({ ...one, endedAt: day(1) }, day(1))]).toEqual(['upcoming', 'running', 'over', 'ended']);
  });

  test.each([
    ['of oneself', wish('a', 'a'), 'DELEGATION.ONESELF'],
    ['that ends before it begins', wish('a', 'b', [], { from: day(5), to: day(5) }), 'DELEGATION.PERIOD'],
    ['that is over', wish('a', 'b', [], { from: day(-9), to: day(1) }), 'DELEGATION.PERIOD'],
    ['for longer than a year', wish('a', 'b', [], { to: day(400) }), 'DELEGATION.PERIOD'],
    ['beside another of the same kind and time', wish('a', 'b', [given('a', 'c', 9, 20)]), 'DELEGATION.OVERLAP'],
    ['back to who delegates', wish('b', 'a', [given('a', 'b')]), 'DELEGATION.CHAIN'],
    ['back over several people', wish('c', 'a', [given('a', 'b'), given('b', 'c', 3, 5)]), 'DELEGATION.CHAIN'],
    ['of another kind', wish('b', 'a', [given('a', 'b', 1, 10, ['appeal'])]), null],
    ['after the other has ended', wish('a', 'b', [given('a', 'c', 1, 10, ['review'], day(1))]), null],
    ['right after the other', wish('a', 'b', [given('a', 'c', 10, 20)]), null],
    ['that continues another', wish('b', 'c', [given('a', 'b')]), null],
  ])('%s', (_, found, expected) => expect(found).toBe(expected));

  test('is not given by or to somebody who is inactive', () => {
    const asked = { wish: given('a', 'b'), now: day(1), delegatorActive: true, delegateActive: true, others: [] };
    expect(delegationRefusal({ ...asked, delegateActive: false })?.code).toBe('DELEGATION.DELEGATE_INACTIVE');
    expect(delegationRefusal({ ...asked, delegatorActive: false })?.code).toBe('DELEGATION.DELEGATOR_INACTIVE');
  });
});

describe('standing in', () => {
  test('reaches over substitutes of substitutes, each in their time and kind', () => {
    const all = [given('a', 'b'), given('b', 'c', 3, 5), given('x', 'c', 1, 10, ['appeal'])];
    expect(standInPaths(all, 'c', 'review', day(3))).toEqual([['c', 'b'], ['c', 'b', 'a']]);
    expect(standInPaths(all, 'c', 'review', day(5))).toEqual([]);
    expect(standInPaths(all, 'c', 'appeal', day(3))).toEqual([['c', 'x']]);
  });

  test('never in the own case, nor over a party of it, nor in a personal step, nor with two seats', () => {
    const at = { kind: 'review', step: 'scoring', partyIds: ['s'], decided: [] };
    expect(standInRefusal(['b', 'a'], at)).toBeNull();
    expect(standInRefusal(['s', 'a'], at)).toBe('DELEGATION.OWN_CASE');
    expect(standInRefusal(['b', 's', 'a'], at)).toBe('DELEGATION.OWN_CASE');
    expect(standInRefusal(['b', 'a'], { ...at, step: 'selfReview' })).toBe('DELEGATION.PERSONAL_STEP');
    expect(standInRefusal(['b', 'a'], { ...at, kind: 'appeal', step: 'vote' })).toBe('DELEGATION.PERSONAL_STEP');
    expect(standInRefusal(['b', 'a'], { ...at, decided: [{ actorId: 'b', holderId: 'c' }] })).toBe('DELEGATION.ALREADY_ACTED');
    expect(standInRefusal(['b', 'a'], { ...at, decided: [{ actorId: 'b', holderId: 'a' }, { actorId: 'd', holderId: 'c' }] })).toBeNull();
  });

  test('the list of personal steps is the rule', () => {
    expect(personalSteps).toContain('review.acknowledgement');
    expect(personalSteps.every((step) => isPersonal(...(step.split('.') as [string, string])))).toBe(true);
    expect(personalSteps).not.toContain('review.scoring');
  });

  test('whatever is made one after the other, nobody ever stands in for themselves', () => {
    const person = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const one = fc.record({ delegatorId: person, delegateId: person, from: fc.integer({ min: 1, max: 20 }), length: fc.integer({ min: 1, max: 9 }), kind: fc.constantFrom('review', 'appeal') });
    fc.assert(fc.property(fc.array(one, { maxLength: 25 }), fc.integer({ min: 1, max: 30 }), (asked, at) => {
      const made: Delegation[] = [];
      for (const [index, { delegatorId, delegateId, from, length, kind }] of asked.entries()) {
        const next = { ...given(delegatorId, delegateId, from, from + length, [kind]), id: String(index) };
        if (!delegationRefusal({ wish: next, now: day(0), delegatorActive: true, delegateActive: true, others: made })) made.push(next);
      }
      for (const actor of ['a', 'b', 'c', 'd', 'e'])
        for (const path of standInPaths(made, actor, 'review', day(at))) {
          expect(new Set(path).size).toBe(path.length);
          expect(made.some((link) => link.delegatorId === actor && link.delegateId === path.at(-1) && holdsAt(link, day(at)) && link.kinds.includes('review'))).toBe(false);
        }
    }));
  });
});
