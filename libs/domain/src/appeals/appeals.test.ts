import { describe, expect, it } from '@jest/globals';
import type { AppealValue } from '@fairmark/contracts/appeals';
import fc from 'fast-check';
import { adjustedBand, applyAppealEvent, changedItems, countBallot, employeeAppealView, filingRefusal, openAppeal, panelExclusions, panelFor, standingValue, type AppealEvent, type AppealState, type Proposal } from './index.js';

const at = '2026-09-07T02:00:00.000Z';
const GROWTH = { kind: 'judgedScore' as const, key: 'growth' };
const ORDERS = { kind: 'indicatorData' as const, key: 'orders' };
const BAND = { kind: 'calibrationChange' as const, key: '' };
const score = (scoreCenti: number): AppealValue => ({ kind: 'score', scoreCenti });
const filed = (): AppealState =>
  openAppeal({ subjectId: 'e', filedAt: at, contested: [{ item: GROWTH, value: score(8_000) }, { item: ORDERS, value: score(9_000) }, { item: BAND, value: { kind: 'band', band: 'B' } }], bands: ['S', 'A', 'B', 'C'], originalScorerIds: ['m'], paperIds: [] });

const run = (state: AppealState, ...events: AppealEvent[]): AppealState =>
  events.reduce((now, event) => {
    const result = applyAppealEvent(now, event);
    if (!result.ok) throw new Error(`${event.type}: ${result.code}`);
    return result.state;
  }, state);
const code = (state: AppealState, event: AppealEvent) => {
  const result = applyAppealEvent(state, event);
  return result.ok ? null : result.code;
};
const proposal = (proposalId: string, byId: string, change: Partial<Proposal> = {}): Proposal => ({ proposalId, byId, outcome: 'confirmed', items: [], rescorer: null, reasonsId: proposalId, ...change });
const admitted: AppealEvent = { type: 'admitted', at, memberIds: ['a', 'b', 'c'], alternateIds: ['x', 'y'] };
const propose = (one: Proposal): AppealEvent => ({ type: 'proposed', at, proposal: one });
const vote = (memberId: string, proposalId: string, ballot: 1 | 2 = 1): AppealEvent => ({ type: 'voted', at, memberId, proposalId, ballot });

describe('filing', () => {
  const facts = { actorId: 'e', subjectId: 'e', publishedAt: '2026-09-01T00:00:00.000Z', windowEndsAt: '2026-09-10T16:00:00.000Z', receivedAt: at, filedBefore: false, appealable: [GROWTH] };
  const item = [{ item: GROWTH, ground: 'judgementUnfounded' as const }];
  it.each([
    [{}, item, null],
    [{ actorId: 'm' }, item, 'APPEAL.NOT_OWN_RESULT'],
    [{ publishedAt: null }, item, 'APPEAL.NOT_PUBLISHED'],
    [{ receivedAt: '2026-09-10T15:59:59.999Z' }, item, null],
    [{ receivedAt: '2026-09-10T16:00:00.000Z' }, item, 'APPEAL.LATE'],
    [{ filedBefore: true }, item, 'APPEAL.REPEATED'],
    [{}, [], 'APPEAL.NO_ITEM'],
    [{}, [{ item: ORDERS, ground: 'dataWrong' as const }], 'APPEAL.ITEM_UNKNOWN'],
    [{}, [{ item: GROWTH, ground: 'dataWrong' as const }], 'APPEAL.GROUND_MISMATCH'],
  ])('%j', (change, items, wanted) => {
    expect(filingRefusal(items, { ...facts, ...change })).toBe(wanted);
  });
});

describe('the panel', () => {
  const relations = { employeeId: 'e', lineIds: ['m', 'h'], reportIds: ['r'], scorerIds: ['m'], calibratorIds: ['k'], signerIds: ['s'], inputIds: ['i'], earlierPanelIds: [] };
  it('never has anybody with a part in the matter, and is the same for everybody who repeats the draw', () => {
    fc.assert(fc.property(fc.shuffledSubarray([...'emhrksiabcdfg'], { minLength: 0 }), fc.string(), (pool, seed) => {
      const excluded = panelExclusions(relations);
      const draw = panelFor(pool, excluded, 3, seed);
      const free = pool.filter((id) => !excluded.has(id));
      expect(draw.ok).toBe(free.length >= 4);
      if (!draw.ok) return;
      expect([...draw.memberIds, ...draw.alternateIds].sort()).toEqual([...free].sort());
      expect(panelFor([...pool].reverse(), excluded, 3, seed)).toEqual(draw);
    }));
  });
});

describe('proposals', () => {
  const state = run(filed(), admitted);
  it.each([
    [{ outcome: 'adjusted', items: [{ item: GROWTH, value: score(7_999) }] }, 'APPEAL.WORSE_THAN_CONTESTED'],
    [{ outcome: 'adjusted', items: [{ item: GROWTH, value: score(8_000) }] }, 'APPEAL.VALUE_UNCHANGED'],
    [{ outcome: 'adjusted', items: [{ item: GROWTH, value: null }] }, 'APPEAL.VALUE_MISSING'],
    [{ outcome: 'adjusted', items: [{ item: BAND, value: { kind: 'band', band: 'C' } }] }, 'APPEAL.WORSE_THAN_CONTESTED'],
    [{ outcome: 'adjusted', items: [{ item: BAND, value: { kind: 'band', band: 'A' } }] }, null],
    [{ outcome: 'adjusted', items: [{ item: { kind: 'procedure', key: '' }, value: null }] }, 'APPEAL.ITEM_NOT_CONTESTED'],
    [{ outcome: 'confirmed', items: [{ item: GROWTH, value: score(9_000) }] }, 'APPEAL.CONFIRMED_CHANGES_NOTHING'],
    [{ outcome: 'backToScoring', items: [{ item: GROWTH, value: null }] }, 'APPEAL.SCORER_MISSING'],
    [{ outcome: 'backToScoring', items: [{ item: BAND, value: null }], rescorer: { kind: 'otherManager', managerId: 'z' } }, 'APPEAL.NOT_SCORABLE'],
    [{ outcome: 'backToScoring', items: [{ item: GROWTH, value: null }], rescorer: { kind: 'originalScorer' } }, 'APPEAL.SCORER_NOT_ALLOWED'],
    [{ outcome: 'backToScoring', items: [{ item: ORDERS, value: null }], rescorer: { kind: 'originalScorer' } }, null],
    [{ outcome: 'backToScoring', items: [{ item: GROWTH, value: null }], rescorer: { kind: 'otherManager', managerId: 'm' } }, 'APPEAL.SCORER_NOT_ALLOWED'],
    [{ outcome: 'backToScoring', items: [{ item: GROWTH, value: null }], rescorer: { kind: 'otherManager', managerId: 'a' } }, 'APPEAL.SCORER_NOT_ALLOWED'],
    [{ outcome: 'backToScoring', items: [{ item: GROWTH, value: null }], rescorer: { kind: 'otherManager', managerId: 'z' } }, null],
  ] as [Partial<Proposal>, string | null][])('%j', (change, wanted) => {
    expect(code(state, propose(proposal('p', 'a', change)))).toBe(wanted);
  });
});

describe('ballots', () => {
  it('wait for everybody, and end after two whatever people vote', () => {
    fc.assert(fc.property(fc.constantFrom(3, 5), fc.integer({ min: 1, max: 5 }), fc.array(fc.nat(), { minLength: 10, maxLength: 10 }), (size, count, choices) => {
      const members = [...'abcde'].slice(0, size);
      const proposalIds = Array.from({ length: count }, (_, index) => `p${index}`);
      const votes = (ids: readonly string[], offset: number) => members.map((memberId, index) => ({ memberId, proposalId: ids[Number(choices[index + offset]) % ids.length] as string, at }));
      const ballot = { number: 1 as const, openedAt: at, proposalIds, askedAt: {} };
      expect(countBallot({ ...ballot, votes: votes(proposalIds, 0).slice(1) }, members)).toEqual({ kind: 'open', missingIds: ['a'] });
      const first = countBallot({ ...ballot, votes: votes(proposalIds, 0) }, members);
      if (first.kind !== 'second') return expect(first.kind).toBe('won');
      expect(countBallot({ ...ballot, number: 2, proposalIds: first.proposalIds, votes: votes(first.proposalIds, 5) }, members).kind).toBe('won');
    }));
  });

  it('do not count who was replaced', () => {
    const state = run(filed(), admitted, propose(proposal('p', 'a')), { type: 'ballotOpened', at, byId: 'a' }, vote('a', 'p'));
    expect(code(state, { type: 'memberReplaced', at, memberId: 'a', alternateId: 'x' })).toBe('APPEAL.MEMBER_HAS_VOTED');
    const replaced = run(state, { type: 'memberReplaced', at, memberId: 'b', alternateId: 'x' });
    expect(code(replaced, vote('b', 'p'))).toBe('APPEAL.NOT_PANEL_MEMBER');
    expect(run(replaced, vote('x', 'p'), vote('c', 'p')).phase).toBe('decided');
  });
});

describe('both levels', () => {
  const better = (value: number) => ({ outcome: 'adjusted' as const, items: [{ item: GROWTH, value: score(value) }] });
  const decide = (state: AppealState, by: readonly [string, string, string], one: Proposal): AppealState => run(state, propose(one), { type: 'ballotOpened', at, byId: by[0] }, ...by.map((member) => vote(member, one.proposalId)));

  it('keep what the first decided, and only make it better', () => {
    const first = decide(run(filed(), admitted), ['a', 'b', 'c'], proposal('p', 'a', better(8_500)));
    const second = run(first, { type: 'secondLevelFiled', at, ground: 'procedureError', paperIds: [] });
    expect(code(second, admitted)).toBe('APPEAL.EXCLUDED');
    const heard = run(second, { type: 'admitted', at, memberIds: ['f', 'g', 'h'], alternateIds: ['i'] });
    expect(code(heard, propose(proposal('q', 'f', better(8_400))))).toBe('APPEAL.WORSE_THAN_CONTESTED');
    expect(code(heard, propose(proposal('q', 'f', { outcome: 'backToScoring', items: [{ item: GROWTH, value: null }], rescorer: { kind: 'otherManager', managerId: 'z' } })))).toBe('APPEAL.SECOND_LEVEL_DECIDES_ITSELF');
    const confirmed = decide(heard, ['f', 'g', 'h'], proposal('q', 'f'));
    expect(confirmed).toMatchObject({ phase: 'closed', closedAs: 'adjusted' });
    expect(changedItems(confirmed)).toEqual([{ item: GROWTH, value: score(8_500) }]);
  });

  it('say nothing of votes to the employee', () => {
    const state = decide(run(filed(), admitted), ['a', 'b', 'c'], proposal('p', 'a'));
    expect(JSON.stringify(employeeAppealView(state, false))).not.toMatch(/votes|proposalId|ballot/i);
    expect([employeeAppealView(state, false).payHeld, employeeAppealView(state, true).payHeld]).toEqual([true, false]);
  });
});

describe('the band of an adjusted result', () => {
  const bands = ['S', 'A', 'B', 'C'];
  it.each([
    [{ contested: 'B', computedBefore: 'B', computedAfter: 'A', decided: null }, 'A'],
    [{ contested: 'B', computedBefore: 'C', computedAfter: 'C', decided: null }, 'B'],
    [{ contested: 'C', computedBefore: 'B', computedAfter: 'B', decided: null }, 'C'],
    [{ contested: 'C', computedBefore: 'B', computedAfter: 'B', decided: 'B' }, 'B'],
    [{ contested: 'A', computedBefore: 'C', computedAfter: 'B', decided: null }, 'A'],
    [{ contested: null, computedBefore: null, computedAfter: null, decided: null }, null],
  ])('%j', (change, wanted) => {
    expect(adjustedBand({ bands, ...change })).toBe(wanted);
  });
});

describe('any sequence of events', () => {
  const member = fc.constantFrom('a', 'b', 'c', 'x', 'y', 'f', 'g', 'h');
  const value = fc.integer({ min: 7_000, max: 10_000 }).map(score);
  const items = fc.subarray([GROWTH, ORDERS], { minLength: 1 }).chain((list) => fc.tuple(...list.map((item) => value.map((one) => ({ item, value: one })))));
  const proposals = fc.record({ proposalId: fc.constantFrom('p', 'q', 'r'), byId: member, outcome: fc.constantFrom('confirmed' as const, 'adjusted' as const, 'backToScoring' as const), items, rescorer: fc.constantFrom(null, { kind: 'otherManager' as const, managerId: 'z' }), reasonsId: fc.constant('t') });
  const event: fc.Arbitrary<AppealEvent> = fc.oneof(
    fc.constant(admitted),
    fc.constant<AppealEvent>({ type: 'admitted', at, memberIds: ['f', 'g', 'h'], alternateIds: ['i'] }),
    proposals.map((one) => propose({ ...one, items: one.outcome === 'confirmed' ? [] : one.items })),
    member.map((byId): AppealEvent => ({ type: 'ballotOpened', at, byId })),
    fc.tuple(member, fc.constantFrom('p', 'q', 'r'), fc.constantFrom(1 as const, 2 as const)).map(([who, id, ballot]) => vote(who, id, ballot)),
    fc.tuple(member, member).map(([memberId, alternateId]): AppealEvent => ({ type: 'memberReplaced', at, memberId, alternateId })),
    fc.constantFrom<AppealEvent>({ type: 'rescored', at }, { type: 'papersIn', at, paperIds: [] }, { type: 'secondLevelFiled', at, ground: 'procedureError', paperIds: [] }, { type: 'secondLevelWindowEnded', at }, { type: 'refused', at, ground: 'noGround' }, { type: 'withdrawn', at }),
    member.map((byId): AppealEvent => ({ type: 'papersAsked', at, byId })),
  );

  it('never ends worse than the contested result, never decides twice on a level, and a closed case stays closed', () => {
    fc.assert(fc.property(fc.array(event, { maxLength: 120 }), (events) => {
      let state = filed();
      for (const one of events) {
        const result = applyAppealEvent(state, one);
        if (state.phase === 'closed') expect(result.ok).toBe(false);
        if (result.ok) state = result.state;
        for (const { item, value: before } of state.contested) {
          const now = standingValue(state, item);
          if (before?.kind === 'score' && now?.kind === 'score') expect(now.scoreCenti).toBeGreaterThanOrEqual(before.scoreCenti);
        }
        expect(state.decisions.map((decision) => decision.level)).toEqual([1, 2].slice(0, state.decisions.length));
        expect(new Set([...(state.panel?.memberIds ?? []), ...(state.panel?.alternateIds ?? []), ...(state.panel?.replacedIds ?? [])]).has('e')).toBe(false);
        expect(state.ballot?.number ?? 1).toBeLessThanOrEqual(2);
      }
      expect(state.closedAs !== null).toBe(state.phase === 'closed');
    }), { numRuns: 300 });
  });
});
