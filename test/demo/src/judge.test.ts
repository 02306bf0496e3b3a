import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@fairmark/persistence/testing';
import pg from 'pg';
import { verdictOf } from '@fairmark/tools/demo/judge/index.mjs';
import { VIOLATIONS } from '@fairmark/tools/demo/judge/violations/index.mjs';
import { gone, has, keeps, LONG, never } from '@fairmark/tools/demo/scenarios/statements.mjs';
import { logOf, type Logged } from './caseLog.js';
import { command, insertCourse, updateIdOf, type Decision } from './course.js';
import { insert, insertCycle, type FinishedCycle } from './finishedCycle.js';
import { DECIDED, insertCase, stated, type JudgedCase } from './judgedCase.js';

let home: TestDatabase;
let client: pg.Client;
let cycle: FinishedCycle;
let played: JudgedCase;
let decisions: Decision[];
let names: Map<string, string>;
/** What a test changes: the table of the scenario, the log, and what Temporal knows. */
let scenario: ReturnType<typeof stated>;
let log: Logged[];
let stands: Map<string, { status: string; result: unknown; position: unknown }>;
let forgotten: Set<string>;

beforeAll(async () => {
  home = await createTestDatabase();
  client = new pg.Client({ connectionString: home.ownerUrl });
  await client.connect();
  cycle = await insertCycle(client);
  decisions = await insertCourse(client, cycle);
  played = await insertCase(client, cycle);
  names = new Map((await client.query<{ id: string; name: string }>('select id, name from employees')).rows.map(({ id, name }) => [id, name]));
});
afterAll(async () => {
  await client.end();
  await home.drop();
});
beforeEach(async () => {
  [scenario, log, stands, forgotten] = [stated(), logOf(played, names), new Map(), new Set()];
  await client.query('begin');
});
afterEach(() => client.query('rollback'));

const read = async (query: string, values: unknown[] = []) => (await client.query(query, values)).rows;
const outcomeOf = async (workflowId: string): Promise<unknown> => (await read('select outcome from processes where workflow_id = $1', [workflowId]))[0]?.outcome;
const temporal = {
  stand: async (workflowId: string) => stands.get(workflowId) ?? { status: 'COMPLETED', result: await outcomeOf(workflowId), position: null },
  history: () => Promise.resolve({ events: 90, updateIds: new Set([...decisions, played.decision].map(updateIdOf).filter((id) => !forgotten.has(id))) }),
};
const judged = () => verdictOf({ facts: { cycleId: cycle.cycleId, exchanges: log, read, temporal }, plays: [{ scenario, cast: played.cast, broke: null }] });
const whyOf = async (): Promise<string> => {
  const { scenarios: [first] } = await judged();
  return first?.ok ? '' : (first?.why ?? '');
};

type Row = { lines: string[]; stands: Record<string, unknown>; refused?: string };
const row = (no: number): Row => scenario.course[no - 1] as Row;
const seen = (as: string, no: number, path: string): Logged => log.find(({ tag, path: of }) => tag.part === 'look' && tag.as === as && tag.row === no && of.startsWith(path)) as Logged;
const inbox = (as: string, no: number) => seen(as, no, '/api/inbox?box=waiting').answer as { items: Record<string, unknown>[] };
const page = (as: string, no: number) => seen(as, no, '/api/approvals/').answer as { offers: unknown[]; acts: string[]; waiting: unknown[]; state: string; timeline: Record<string, unknown>[] };

it('finds that everything went as stated, and says so with the title', async () => {
  expect(await judged()).toEqual({ scenarios: [{ name: 'approve', ok: true, why: '同意' }], violations: [] });
});

/** A table that states what was not so: each must be named. */
const wrong: [string, RegExp, () => unknown][] = [
  ['a task that nobody has', /row 1: x: the inbox says never, stated is has/, () => (row(1).stands['x'] = has(LONG, ''))],
  ['that somebody never had it', /row 2: a: the inbox says gone, stated is never/, () => (row(2).stands['a'] = never())],
  ['that somebody had it', /row 1: subject: the inbox says never, stated is gone/, () => (row(1).stands['subject'] = gone())],
  ['another length of the clock', /row 1: a: the deadline .* is not 300 s after/, () => (row(1).stands['a'] = has(300, 'approve reject return addBefore addAfter addBeside transfer consult read comment'))],
  ['a clock that goes on', /row 1: a: the clock did not go on/, () => (row(1).stands['a'] = keeps(LONG, 'approve reject return addBefore addAfter addBeside transfer consult read comment'))],
  ['an operator too few', /row 1: a is offered ".*", stated is "approve"/, () => (row(1).stands['a'] = has(LONG, 'approve'))],
  ['an operator too many', /row 2: hr is offered "", stated is "withdraw"/, () => (row(2).stands['hr'] = never('withdraw'))],
  ['somebody as a substitute', /row 1: a has it for themselves, stated is x/, () => Object.assign(row(1).stands['a'] as object, { onBehalfOf: 'x' })],
  ['a copy', /row 1: x has no copy/, () => Object.assign(row(1).stands['x'] as object, { copied: true })],
  ['another line', /row 2: hr reads 「员工\d 同意 “可以”」, stated is 「员工\d 拒绝」/, () => (row(2).lines = ['{a} 拒绝'])],
  ['no line', /row 2: hr reads 「员工\d 同意 “可以”」, stated is nothing new/, () => (row(2).lines = [])],
  ['a refusal', /row 2: a was answered 200, stated is ACTOR.NOT_ASSIGNED/, () => (row(2).refused = 'ACTOR.NOT_ASSIGNED')],
  ['nothing of somebody', /row 1: nothing is stated of x/, () => delete row(1).stands['x']],
  ['another end', /end: hr reads that it is approved, stated is rejected; .*PostgreSQL holds approved.*the workflow COMPLETED as approved/, () => (scenario.ends = 'rejected')],
  ['that nobody could act for a while', /time was given back 0 times/, () => Object.assign(row(1), { downtime: true })],
  ['that somebody is locked out', /row 1: x can still sign in/, () => Object.assign(row(1).stands['x'] as object, { inbox: 'shut' })],
];

describe('names what was stated wrongly', () => {
  test.each(wrong)('%s', async (_what, why, plant) => {
    plant();
    expect(await whyOf()).toMatch(why);
  });
});

/** Answers of the servers that contradict the table, or each other. */
const otherwise: [string, RegExp, () => unknown][] = [
  ['an inbox without the task', /row 1: a: the inbox says never, stated is has/, () => (inbox('a', 1).items = [])],
  ['a task twice', /row 1: a has it 2 times/, () => inbox('a', 1).items.push({ ...inbox('a', 1).items[0] })],
  ['a task before anything happened', /before: the inbox of a is otherwise/, () => inbox('a', 0).items.push({ processId: played.approvalId })],
  ['an act that was refused', /row 2: a was answered 403 ACCESS.DENIED, stated is that it is done/, () => Object.assign(log.find(({ tag }) => tag.part === 'act' && tag.row === 2) as Logged, { status: 403, key: null, answer: { code: 'ACCESS.DENIED' } })],
  ['an act that was never sent', /row 2: a did nothing/, () => (log = log.filter(({ tag }) => tag.part === 'look' || tag.row !== 2))],
  ['a page that waits for somebody else', /row 1: the page waits for somebody whom the table does not name/, () => page('hr', 1).waiting.push({ person: { id: cycle.panel[0] }, dueAt: null })],
  ['another deadline on the page than in the inbox', /row 1: a: the page says 2030.*, the inbox/, () => (page('hr', 1).waiting = [{ person: { id: played.cast.a }, dueAt: '2030-01-01T00:00:00.000Z' }])],
  ['a history that one of them reads otherwise', /row 2: subject reads nothing new/, () => page('subject', 2).timeline.pop()],
  ['a task that PostgreSQL lost', /row 1: a: PostgreSQL holds no open task/, () => client.query('delete from tasks where visit_id = $1', [played.visitId])],
  ['a task that PostgreSQL holds for somebody else', /row 1: x: PostgreSQL holds an open task, stated is never/, () => insert(client, 'tasks', { visit_id: played.visitId, assignee_id: played.cast.x, state: 'notNeeded', why: 'x', created_at: '2026-01-05T09:39:00.000Z', decided_at: DECIDED })],
  ['a workflow that still runs', /end: .*the workflow RUNNING/, async () => stands.set(played.workflowId, { status: 'RUNNING', result: null, position: null })],
];

describe('names what went otherwise', () => {
  test.each(otherwise)('%s', async (_what, why, plant) => {
    await plant();
    expect(await whyOf()).toMatch(why);
  });

  it('and what broke off', async () => {
    const { scenarios } = await verdictOf({ facts: { cycleId: cycle.cycleId, exchanges: log, read, temporal }, plays: [{ scenario, cast: played.cast, broke: 'row 2: waited too long' }] });
    expect(scenarios).toEqual([{ name: 'approve', ok: false, why: 'row 2: waited too long' }]);
  });
});

const reopen = () => client.query(`update visits set state = 'open', closed_at = null, wake_at = due_at where id = $1`, [played.visitId]);
/** One way in which each class of violation shows; the table is not asked. */
const plants: [keyof typeof VIOLATIONS, string, () => Promise<unknown>][] = [
  ['acknowledgedDecisionMissing', 'a decision that PostgreSQL lost', () => client.query('delete from commands where update_id = $1', [updateIdOf(played.decision)])],
  ['acknowledgedDecisionMissing', 'a decision that the workflow lost', async () => forgotten.add(updateIdOf(played.decision))],
  ['decisionAppliedTwice', 'a second line of one act', () => insert(client, 'approval_entries', { approval_id: played.approvalId, no: 3, at: DECIDED, what: 'approve', actor_id: played.cast.a })],
  ['decisionAppliedTwice', 'a key for two acts', () => command(client, { ...played.decision, action: 'comment' })],
  ['decidedByTheSubject', 'an approval of the own case', () => client.query(`update approval_entries set actor_id = $1 where what = 'approve'`, [played.cast.subject])],
  ['decidedByTheSubject', 'an approval for whom it is about', () => client.query(`update approval_entries set on_behalf_of = $1 where what = 'approve'`, [played.cast.subject])],
  ['decidedByTheSubject', 'a task of the submitter', () => insert(client, 'tasks', { visit_id: played.visitId, assignee_id: played.cast.hr, state: 'notNeeded', why: 'x', created_at: DECIDED })],
  ['taskWithoutLiveOwner', 'an open task in a closed visit', () => client.query(`update tasks set state = 'open' where visit_id = $1`, [played.visitId])],
  ['taskWithoutLiveOwner', 'a task of somebody who has left', async () => {
    await reopen();
    await client.query(`update tasks set state = 'open' where visit_id = $1`, [played.visitId]);
    await client.query(`update employees set left_on = current_date - 1 where id = $1`, [played.cast.a]);
  }],
  ['openVisitWithoutDeadline', 'a visit without a deadline', async () => {
    await reopen();
    await client.query(`update tasks set state = 'open' where visit_id = $1`, [played.visitId]);
    await client.query('update visits set due_at = null where id = $1', [played.visitId]);
  }],
  ['openVisitWithoutDeadline', 'a visit that waits for nobody', reopen],
  ['disagreement', 'another outcome of the workflow', async () => stands.set(played.workflowId, { status: 'COMPLETED', result: 'rejected', position: null })],
  ['auditFails', 'a chain without its head', () => insert(client, 'audit.entries', { chain: 'c', seq: 1, at: DECIDED, actor: 'system', action: 'act', object: 'o', canonical: JSON.stringify({ at: DECIDED, texts: {} }), prev_hash: '0'.repeat(64), hash: 'x' })],
];

describe('names violations that no table states', () => {
  test.each(plants)('%s: %s', async (name, _what, plant) => {
    await plant();
    expect((await judged()).violations.map((violation) => violation.name)).toContain(name);
  });

  it('of every class', () => {
    expect([...new Set(plants.map(([name]) => name))].sort()).toEqual(Object.keys(VIOLATIONS).sort());
  });
});
