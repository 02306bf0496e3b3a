import type { ApprovalDefinition, ApprovalEvent, ApprovalNode, Resolution, SubmissionInput, TimeoutPolicy } from '@fairmark/contracts/approvals';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { apply, replay, startInstance } from './engine.js';
import { excludedFrom, isKnownInactive, partiesOf } from './parties.js';
import { isApproved, openTasks, type ApprovalEffect, type ApprovalState } from './state.js';
import { AT, definition, node } from './testing.js';

const PEOPLE = ['s', 'a', 'b', 'c', 'd', 'e', 'h', 'z'];
const day = { n: 1, unit: 'day' as const };
const someone = fc.constantFrom(...PEOPLE);
const policy = fc.constantFrom<TimeoutPolicy>({ act: 'remind', every: day }, { act: 'escalate' }, { act: 'handToHr' }, { act: 'extend', by: day, times: 1 }, { act: 'default', decision: 'approve' }, { act: 'default', decision: 'reject' });
const samePerson = fc.constantFrom('actsOnce' as const, 'actsAgain' as const, 'skipUpwards' as const);

const nodes = fc.array(fc.record({
  type: fc.constantFrom<ApprovalNode['type']>('inOrder', 'allOf', 'anyOf'), seats: fc.integer({ min: 1, max: 3 }), timeout: policy,
  veto: fc.boolean(), when: fc.boolean(),
}), { minLength: 1, maxLength: 4 });

const definitions = fc.record({ nodes, samePerson, goals: fc.boolean(), submitterMayApprove: fc.boolean() }).map((shape): ApprovalDefinition =>
  definition(shape.nodes.map((n, i) => node(`n${i}`, n.type, n.seats, {
    timeout: shape.goals && n.timeout.act === 'default' ? { act: 'escalate' } : n.timeout,
    ...(n.type === 'allOf' ? { onReject: n.veto ? 'veto' : 'waitForAll' } : {}),
    ...(i > 0 && n.when ? { when: { flag: 'f', is: true } } : {}),
  })), { kind: shape.goals ? 'goals' : 'plans', settings: { samePerson: shape.samePerson, submitterMayApprove: !shape.goals && shape.submitterMayApprove } }));

const seats = fc.array(fc.array(someone, { maxLength: 3 }), { minLength: 3, maxLength: 3 });
/** Somebody is active or not in the whole organisation at once; `z` and `h` administer, `z` never leaves. */
const organisations = fc.record({ gone: fc.subarray(PEOPLE.filter((p) => p !== 'z')), seats: fc.array(seats, { minLength: 4, maxLength: 4 }), fallback: seats, up: fc.array(someone, { maxLength: 4 }) })
  .map(({ gone, seats: all, fallback, up }): Resolution => {
    const list = (ids: string[]) => ids.map((personId) => ({ personId, active: !gone.includes(personId) }));
    return {
      nodes: Object.fromEntries(all.map((s, i) => [`n${i}`, { approvers: s.map(list), fallback: fallback.map(list) }])),
      managersUpwards: Object.fromEntries(PEOPLE.map((p) => [p, list(up.filter((u) => u !== p))])),
      hr: list(['h']), administrators: list(['h', 'z']),
    };
  });

const steps = fc.array(fc.record({
  act: fc.constantFrom('approve', 'approve', 'approve', 'reject', 'return', 'return', 'resubmit', 'resubmit', 'timeout', 'reassign', 'organisationChanged', 'stranger'),
  pick: fc.nat(5), who: someone, target: fc.constantFrom('submitter', 'n0', 'n1', 'n2'), rerun: fc.boolean(), flag: fc.boolean(), organisation: organisations, fresh: fc.boolean(),
}), { maxLength: 14 });
type Step = (typeof steps) extends fc.Arbitrary<(infer S)[]> ? S : never;

function eventOf(step: Step, state: ApprovalState): ApprovalEvent {
  const tasks = openTasks(state);
  const task = tasks[step.pick % Math.max(1, tasks.length)] ?? { taskId: 'v1.t1', personId: step.who };
  const base = { at: AT, taskId: task.taskId, actorId: step.act === 'stranger' ? step.who : task.personId, commentId: 'c', ...(step.fresh ? { resolution: step.organisation } : {}) };
  switch (step.act) {
    case 'reject': return { ...base, type: 'reject' };
    case 'return': return { ...base, type: 'return', to: step.target === 'submitter' ? 'submitter' : { nodeId: step.target }, then: step.rerun ? 'rerun' : 'straightBack' };
    case 'resubmit': return { at: AT, type: 'resubmit', actorId: state.submitterId ?? step.who, flags: { f: step.flag } };
    case 'timeout': return { at: AT, type: 'timeout', taskId: task.taskId };
    case 'reassign': return { ...base, type: 'reassign', actorId: 'h', toPersonId: step.who, toActive: true };
    case 'organisationChanged': return { at: AT, type: 'organisationChanged', resolution: step.organisation, follow: step.pick % 2 === 0 };
    default: return { ...base, type: 'approve' };
  }
}

/** What must hold after every accepted event. */
function checkState(def: ApprovalDefinition, state: ApprovalState, open: Set<string>): void {
  const run = { definition: def, state, effects: [], at: AT };
  const parties = partiesOf(run);
  const waiting = openTasks(state);
  expect(new Set(waiting.map((t) => t.taskId))).toEqual(open);
  expect(waiting.length > 0).toBe(state.status === 'running');
  if (state.status === 'returned') expect(state.submitterId).not.toBeNull();
  for (const task of waiting) expect(isKnownInactive(state, task.personId)).toBe(false);
  for (const visit of state.visits) checkVisit(def, visit, parties);
}

function checkVisit(def: ApprovalDefinition, visit: ApprovalState['visits'][number], parties: Set<string>): void {
  const decided = visit.tasks.filter((t) => t.status === 'decided');
  const byPerson = decided.filter((t) => t.decidedBy === 'person').map((t) => t.personId);
  expect(visit.tasks.filter((t) => parties.has(t.personId) || t.personId === 's')).toEqual([]);
  expect(new Set(byPerson).size).toBe(byPerson.length);
  if (visit.status === 'approved') expect(visit.tasks.some(isApproved)).toBe(true);
  const type = def.nodes.find((n) => n.id === visit.nodeId)?.type;
  if (type === 'anyOf' && visit.status !== 'open') expect(decided.length).toBeLessThanOrEqual(1);
  if (type === 'anyOf' && visit.status === 'rejected') expect(decided).toHaveLength(1);
  if (type === 'inOrder') expect(visit.tasks.filter((t) => t.status === 'open').length).toBeLessThanOrEqual(1);
}

/** An administrator is always there, so only the wish for yet another pair of eyes can run out of people. */
function checkRefusal(def: ApprovalDefinition, code: string): void {
  if (code === 'APPROVAL.NO_OWNER') expect(def.settings.samePerson).toBe('skipUpwards');
}

function track(open: Set<string>, effects: readonly ApprovalEffect[]): void {
  for (const effect of effects) {
    if (effect.type === 'openTask') open.add(effect.taskId);
    if (effect.type === 'closeTask') expect(open.delete(effect.taskId)).toBe(true);
  }
}

/** Everybody approves, the submitter hands in: the case must end soon. */
function driveToEnd(def: ApprovalDefinition, from: ApprovalState): ApprovalState {
  let state = from;
  for (let i = 0; i < 60 && state.status !== 'approved' && state.status !== 'rejected'; i += 1) {
    const task = openTasks(state)[0];
    const next = apply(def, state, task ? { type: 'approve', at: AT, taskId: task.taskId, actorId: task.personId } : { type: 'resubmit', at: AT, actorId: state.submitterId ?? '' });
    if (!next.ok) {
      checkRefusal(def, next.code);
      return state;
    }
    state = next.state;
  }
  expect(['approved', 'rejected']).toContain(state.status);
  return state;
}

describe('any definition, any organisation, any order of events', () => {
  it('ends or waits for a live person who is no party, with one winner, and replays to the same state', () => {
    fc.assert(fc.property(definitions, organisations, steps, fc.constantFrom('s', 'a', null), (def, organisation, list, submitterId) => {
      const submitted: SubmissionInput = { subjectIds: ['s'], submitterId, at: AT, resolution: organisation };
      const started = startInstance(def, submitted);
      expect(started.ok).toBe(true);
      if (!started.ok) return;
      let state = started.state;
      const open = new Set<string>();
      const accepted: ApprovalEvent[] = [];
      track(open, started.effects);
      checkState(def, state, open);
      for (const step of list) {
        const event = eventOf(step, state);
        const frozen = JSON.stringify(state);
        const result = apply(def, state, event);
        expect(JSON.stringify(state)).toBe(frozen);
        if (!result.ok) {
          checkRefusal(def, result.code);
          continue;
        }
        accepted.push(event);
        track(open, result.effects);
        state = result.state;
        checkState(def, state, open);
      }
      expect(replay(def, submitted, accepted)).toMatchObject({ ok: true, state });
      driveToEnd(def, JSON.parse(JSON.stringify(state)) as ApprovalState);
    }), { numRuns: 2_500 });
  });

  it('refuses only when nobody is left: an administrator who is no party keeps every node owned', () => {
    fc.assert(fc.property(definitions, organisations, (def, organisation) => {
      const started = startInstance(def, { subjectIds: ['s'], submitterId: 's', at: AT, resolution: organisation });
      expect(started.ok).toBe(true);
      if (!started.ok) return;
      const visit = started.state.visits[0];
      const first = def.nodes[0];
      if (!visit || !first) return;
      const excluded = excludedFrom({ definition: def, state: started.state, effects: [], at: AT }, first);
      expect(visit.tasks.some((t) => excluded.has(t.personId))).toBe(false);
    }), { numRuns: 500 });
  });
});
