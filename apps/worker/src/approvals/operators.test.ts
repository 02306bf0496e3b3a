import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from '@fairmark/persistence/database';
import { ApprovalDesk, node } from './testing.js';

let desk: ApprovalDesk;
const p = (...names: string[]): string[] => names.map((name) => desk.id(name));
const of = (name: string): string => desk.id(name);
const then = '意见';

beforeAll(async () => {
  desk = await ApprovalDesk.open(['a', 'b', 'c', 'd', 'e']);
});
afterAll(() => desk.processes.stop());

/** What the record says, one word per line. */
const record = async (workflowId: string): Promise<string[]> =>
  (await desk.processes.database.read.all(sql<{ what: string; actor: string | null; people: string[] }>`
    select x.what, x.actor_id as actor, x.people from approval_entries x join approval_instances i on i.id = x.approval_id where i.workflow_id = ${workflowId} order by x.no`))
    .map(({ what, actor, people }) => [what, actor === null ? '-' : desk.name(actor), ...people.map((id) => desk.name(id))].join(' '));

describe('adding people', () => {
  test('before: they act first, then it comes back with a clock of its own; they cannot add again', async () => {
    const id = await desk.begin([node('n', 'inOrder', p('a'))]);
    const first = await desk.visitOf('n');
    await desk.act('a', 'addBefore', { personIds: p('b'), comment: then });
    expect(await desk.waiting()).toEqual({ n: ['b'] });
    expect(await desk.refused('b', 'signOff', 'addBefore', { personIds: p('c') })).toBe('APPROVAL.ADDED_ADDS');
    expect(await desk.refused('a', first.id, 'approve')).toBe('VISIT.ALREADY_DECIDED');
    await desk.act('b', 'approve');
    expect(await desk.waiting()).toEqual({ n: ['a'] });
    expect((await desk.visitOf('n')).id).not.toBe(first.id);
    await desk.act('a', 'approve');
    expect(await desk.outcome(id)).toBe('approved');
    expect(await record(id)).toEqual(['submitted submitter', 'addBefore a b', 'approve b', 'approve a']);
  });

  test('after: the adder has approved, the next node waits for them', async () => {
    const id = await desk.begin([node('n', 'inOrder', p('a')), node('m', 'inOrder', p('c'))]);
    await desk.act('a', 'addAfter', { personIds: p('b') });
    expect(await desk.waiting()).toEqual({ n: ['b'] });
    await desk.act('b', 'approve');
    expect(await desk.waiting()).toEqual({ m: ['c'] });
    await desk.act('c', 'approve');
    expect(await desk.outcome(id)).toBe('approved');
  });

  test('beside: they join, and only who added them takes them out again', async () => {
    const id = await desk.begin([node('n', 'allOf', p('a', 'd'))]);
    const visit = await desk.visitOf('n');
    const { driver, database } = desk.processes;
    driver.now = new Date(Date.parse(driver.now) + 2 * 86_400_000).toISOString();
    await desk.act('a', 'addBeside', { personIds: p('b', 'c') });
    expect(await desk.waiting()).toEqual({ n: ['a', 'b', 'c', 'd'] });
    expect((await desk.visitOf('n')).id).toBe(visit.id);
    expect(await database.read.all(sql`select cause, actor_id as actor from deadline_changes where visit_id = ${visit.id}`)).toEqual([{ cause: 'handOver', actor: of('a') }]);
    expect(await desk.refused('d', visit.id, 'removeAdded', { personId: of('b') })).toBe('APPROVAL.NOT_ADDED_BY_YOU');
    expect(await desk.refused('e', visit.id, 'removeAdded', { personId: of('b') })).toBe('ACTOR.NOT_ASSIGNED');
    await desk.act('a', 'removeAdded', { personId: of('b') });
    await desk.act('c', 'approve');
    await desk.act('d', 'approve');
    await desk.act('a', 'approve');
    expect(await desk.outcome(id)).toBe('approved');
  });

  test('never the subject, never somebody who left', async () => {
    await desk.begin([node('n', 'inOrder', p('a'))]);
    expect(await desk.refused('a', 'signOff', 'addBeside', { personIds: p('subject') })).toBe('APPROVAL.OWN_CASE');
    expect(await desk.refused('a', 'signOff', 'addBeside', { personIds: ['0190a0a0-0000-7000-8000-000000000000'] })).toBe('APPROVAL.INACTIVE_PERSON');
  });
});

describe('handing on', () => {
  test('transfer: B replaces A and decides; the record keeps both', async () => {
    const id = await desk.begin([node('n', 'allOf', p('a', 'd'))]);
    expect(await desk.refused('a', 'signOff', 'transfer', { toPersonId: of('subject'), comment: then })).toBe('APPROVAL.OWN_CASE');
    await desk.act('a', 'transfer', { toPersonId: of('b'), comment: then });
    expect(await desk.waiting()).toEqual({ n: ['b', 'd'] });
    expect(await desk.refused('a', (await desk.visitOf('n')).id, 'approve')).toBe('ACTOR.NOT_ASSIGNED');
    await desk.act('b', 'approve');
    await desk.act('d', 'approve');
    expect(await desk.outcome(id)).toBe('approved');
    expect(await record(id)).toEqual(['submitted submitter', 'transfer a b', 'approve b', 'approve d']);
  });

  test('consult: an opinion, and the task is back', async () => {
    const id = await desk.begin([node('n', 'inOrder', p('a'))]);
    await desk.act('a', 'consult', { personId: of('b'), comment: '怎么看？' });
    expect(await desk.waiting()).toEqual({ n: ['b'] });
    expect(await desk.refused('b', 'signOff', 'approve')).toBe('APPROVAL.OPERATOR_REFUSED');
    await desk.act('b', 'opinion', { comment: '可以' });
    expect(await desk.waiting()).toEqual({ n: ['a'] });
    await desk.act('a', 'approve');
    expect(await desk.outcome(id)).toBe('approved');
    expect(await desk.processes.database.read.all(sql`select kind, body from visit_comments where workflow_id = ${id} order by created_at, id`)).toEqual([{ kind: 'consult', body: '怎么看？' }, { kind: 'opinion', body: '可以' }]);
  });
});

describe('going back', () => {
  test('take back: while the next person has not acted, also out of a visit that has ended', async () => {
    const id = await desk.begin([node('n', 'inOrder', p('a')), node('m', 'inOrder', p('b'))]);
    const first = await desk.visitOf('n');
    await desk.act('a', 'approve');
    await desk.processes.driver.accept(of('a'), first.id, 'takeBack', {});
    expect(await desk.waiting()).toEqual({ n: ['a'] });
    await desk.act('a', 'approve');
    const second = await desk.visitOf('m');
    await desk.act('b', 'approve');
    expect(await desk.outcome(id)).toBe('approved');
    expect(await desk.refused('b', second.id, 'takeBack')).toBe('PROCESS.CLOSED');
  });

  test('take back comes too late when the next person has acted', async () => {
    await desk.begin([node('n', 'inOrder', p('a')), node('m', 'inOrder', p('b')), node('o', 'inOrder', p('c'))]);
    const first = await desk.visitOf('n');
    await desk.act('a', 'approve');
    await desk.act('b', 'approve');
    expect(await desk.refused('a', first.id, 'takeBack')).toBe('APPROVAL.TOO_LATE');
    expect(await desk.refused('d', first.id, 'takeBack')).toBe('ACTOR.NOT_ASSIGNED');
  });

  test('return to a node that was passed; straight back afterwards', async () => {
    const id = await desk.begin([node('n', 'inOrder', p('a')), node('m', 'inOrder', p('b')), node('o', 'inOrder', p('c'))]);
    await desk.act('a', 'approve');
    await desk.act('b', 'approve');
    expect(await desk.refused('c', 'signOff', 'return', { to: { nodeId: 'o' }, comment: then })).toBe('APPROVAL.RETURN_TARGET');
    await desk.act('c', 'return', { to: { nodeId: 'n' }, then: 'straightBack', comment: then });
    expect(await desk.waiting()).toEqual({ n: ['a'] });
    await desk.act('a', 'approve');
    expect(await desk.waiting()).toEqual({ o: ['c'] });
    await desk.act('c', 'approve');
    expect(await desk.outcome(id)).toBe('approved');
  });

  test('withdraw: by who submitted, nobody else', async () => {
    const id = await desk.begin([node('n', 'allOf', p('a', 'b'))]);
    const visit = await desk.visitOf('n');
    expect(await desk.refused('a', visit.id, 'withdraw')).toBe('ACTOR.NOT_ASSIGNED');
    await desk.processes.driver.accept(of('submitter'), visit.id, 'withdraw', { comment: '再想想' });
    expect(await desk.outcome(id)).toBe('withdrawn');
    expect(await desk.waiting()).toEqual({});
  });
});

describe('beside the decision', () => {
  test('comment and read change nothing and need a part in the case', async () => {
    const id = await desk.begin([node('n', 'anyOf', p('a', 'b'))]);
    const visit = await desk.visitOf('n');
    await desk.act('a', 'read');
    await desk.act('a', 'comment', { comment: '材料不全' });
    expect(await desk.refused('e', visit.id, 'comment', { comment: 'x' })).toBe('ACTOR.NOT_ASSIGNED');
    expect(await desk.waiting()).toEqual({ n: ['a', 'b'] });
    expect(await desk.processes.database.read.one(sql`select read_at is not null as read from tasks where visit_id = ${visit.id} and assignee_id = ${of('a')}`)).toEqual({ read: true });
    expect(await record(id)).toEqual(['submitted submitter', 'comment a']);
  });

  test('nudge: by who submitted, each person once a day', async () => {
    await desk.begin([node('n', 'allOf', p('a', 'b'))]);
    const { id } = await desk.visitOf('n');
    expect(await desk.refused('a', id, 'nudge')).toBe('ACTOR.NOT_ASSIGNED');
    expect(await desk.processes.driver.decide(of('submitter'), id, 'nudge', { personIds: p('a') })).toMatchObject({ outcome: 'nudged', details: { people: 1 } });
    expect(await desk.processes.driver.decide(of('submitter'), id, 'nudge', {})).toMatchObject({ outcome: 'nudged', details: { people: 1 } });
    expect(await desk.refused('submitter', id, 'nudge')).toBe('APPROVAL_STORE.ALREADY_NUDGED');
  });
});
