import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { HistoryView } from '@fairmark/contracts/history';
import { appendAudit } from '@fairmark/persistence/audit';
import { sql } from '@fairmark/persistence/database';
import { newReview, newVisit, type ReviewRows } from '../inbox/testRows.js';
import { type Agent, startTestApi, type TestApi, type TestEmployee } from '../testing/index.js';
import { HistoryModule } from './history.module.js';

let api: TestApi;
let manager: TestEmployee;
let rows: ReviewRows;
let [proposal, approval]: string[] = [];
let agents: Record<'manager' | 'employee' | 'hr' | 'head' | 'stranger', Agent>;

beforeAll(async () => {
  api = await startTestApi({ features: [HistoryModule] });
  const head = await api.newEmployee();
  const department = await api.newDepartment({ head: head.id });
  manager = await api.newEmployee({ department, name: '王经理' });
  const employee = await api.newEmployee({ department, manager: manager.id, name: '李雷' });
  const hr = await api.newEmployee({ roles: ['hr'] });
  agents = { manager: await api.signInAs(manager), employee: await api.signInAs(employee), hr: await api.signInAs(hr), head: await api.signInAs(head), stranger: await api.signInAs(await api.newEmployee()) };
  rows = await newReview(api.database, { hr: hr.id, employee: employee.id, department });
  const { read } = api.database;
  const { workflowId, reviewId } = rows;
  proposal = await newVisit(api.database, { workflowId, step: 'goalProposal', subjectId: employee.id, people: { [employee.id]: 'subject' } });
  approval = await newVisit(api.database, { workflowId, step: 'goalApproval', subjectId: employee.id, people: { [manager.id]: 'lineManager' } });
  await read.run(sql`insert into commands (update_id, workflow_id, visit_id, actor_id, action, idempotency_key, body, body_hash, received_at, state) values ('c1', ${workflowId}, ${proposal}, ${employee.id}, 'submit', gen_random_uuid(), '{}', 'h', '2026-07-06T02:00:00Z', 'applied')`);
  await read.run(sql`update visits set state = 'closed', closed_at = '2026-07-06T02:00:00Z', closed_by = ${employee.id}, outcome = 'submitted', closed_command = 'c1' where id = ${proposal}`);
  await read.run(sql`update tasks set state = 'done', decided_at = '2026-07-06T02:00:00Z', decided_by = ${employee.id}, decision = 'submitted' where visit_id = ${proposal}`);
  await read.run(sql`update visits set opened_at = '2026-07-06T02:00:00Z', duration = '{"n": 5, "unit": "workingDay"}', due_at = '2026-07-15T16:00:00Z' where id = ${approval}`);
  await read.run(sql`update tasks set created_at = '2026-07-06T02:00:00Z', read_at = '2026-07-07T02:00:00Z' where visit_id = ${approval}`);
  await read.run(sql`insert into deadline_changes (visit_id, at, cause, from_due, to_due, actor_id, reason) values (${approval}, '2026-07-08T02:00:00Z', 'hr', '2026-07-13T16:00:00Z', '2026-07-15T16:00:00Z', ${hr.id}, '系统迁移')`);
  await read.run(sql`insert into audit.access_log (at, reader_id, review_id, object, relation) values ('2026-07-09T02:00:00Z', ${hr.id}, ${reviewId}, 'review', 'hr')`);
  const record = (at: string, action: string, texts = {}) => api.database.transaction((tx) => appendAudit(tx, workflowId, { actorId: employee.id }, at, [{ action, object: reviewId, texts }]));
  await record('2026-07-06T02:00:00.000Z', 'goals.submitted');
  await record('2026-07-08T02:00:00.000Z', 'hr.extended', { reason: { body: '系统迁移', ownerId: employee.id } });
  await record('2026-07-09T02:00:00.000Z', 'rating.calibrated', { reason: { body: '排名靠后', ownerId: employee.id } });
});
afterAll(() => api.close());

const at = async (agent: Agent, instant: string): Promise<HistoryView> => (await agent.get<HistoryView>(`/api/history/review/${rows.reviewId}?at=${encodeURIComponent(instant)}`)).body;

describe('a review on a date', () => {
  test.each([
    ['before it began', '2026-06-30T00:00:00Z', { state: 'notYet', phase: null, visits: [], entries: [] }],
    ['while goals are proposed', '2026-07-03T00:00:00Z', { state: 'open', phase: 'goalSetting', visits: [{ step: 'goalProposal', people: [{ person: { name: '李雷' }, state: 'open', by: null }], cause: { kind: 'start' } }] }],
    ['at the instant of the decision', '2026-07-06T02:00:00Z', { visits: [{ step: 'goalApproval', dueAt: '2026-07-13T16:00:00.000Z', people: [{ person: { name: '王经理' }, state: 'open', readAt: null }] }] }],
    ['after it was read', '2026-07-07T02:00:00Z', { visits: [{ dueAt: '2026-07-13T16:00:00.000Z', people: [{ readAt: '2026-07-07T02:00:00.000Z' }] }] }],
    ['after the deadline moved', '2026-07-08T02:00:00Z', { visits: [{ dueAt: '2026-07-15T16:00:00.000Z' }] }],
  ])('%s', async (_, instant, expected) => expect(await at(agents.hr, instant)).toMatchObject(expected));

  test('says why it stands there: the decision, the person, the rule', async () => {
    expect((await at(agents.manager, '2026-07-07T00:00:00Z')).visits[0]?.cause).toEqual({
      kind: 'decision', name: 'submit', at: '2026-07-06T02:00:00.000Z', by: expect.objectContaining({ name: '李雷' }), onBehalfOf: null, from: { visitId: proposal, step: 'goalProposal', no: 1, outcome: 'submitted' },
      rule: { atDeadline: 'escalate', length: { n: 5, unit: 'workingDay' }, definition: null },
    });
  });

  test('tells what happened until then, in order, with the reason of HR', async () => {
    const { entries } = await at(agents.hr, '2026-07-08T12:00:00Z');
    expect(entries.map(({ what, name }) => name ?? what)).toEqual(['opened', 'submit', 'opened', 'goals.submitted', 'task', 'hr', 'hr.extended']);
    expect(entries.find((entry) => entry.what === 'deadline')).toMatchObject({ from: '2026-07-13T16:00:00.000Z', to: '2026-07-15T16:00:00.000Z', reason: '系统迁移' });
    expect(entries.at(-1)).toMatchObject({ what: 'recorded', reason: '系统迁移' });
  });
});

describe('a reader sees of the past no more than of today', () => {
  const seen = async (agent: Agent) => (await at(agent, '2026-07-10T00:00:00Z')).entries.map(({ what, name }) => `${what} ${name}`);

  test('HR sees the result and who read it', async () => expect(await seen(agents.hr)).toEqual(expect.arrayContaining(['recorded rating.calibrated', 'read review'])));

  test('the manager neither before the result is shown', async () => {
    const entries = await seen(agents.manager);
    expect(entries).toContain('recorded goals.submitted');
    expect(entries).not.toContain('recorded rating.calibrated');
    expect(entries).not.toContain('read review');
  });

  test('the person sees who read, and nothing of what was decided about them; no reason but those of HR', async () => {
    expect(await seen(agents.employee)).toEqual(expect.arrayContaining(['read review', 'recorded hr.extended']));
    expect(await seen(agents.employee)).not.toContain('recorded rating.calibrated');
    expect(JSON.stringify(await at(agents.hr, '2026-07-10T00:00:00Z'))).not.toContain('排名靠后');
  });

  test('the head of the department the timeline and goals only, a stranger nothing', async () => {
    expect(await seen(agents.head)).not.toContain('recorded rating.calibrated');
    expect((await agents.stranger.get(`/api/history/review/${rows.reviewId}`)).status).toBe(403);
    expect((await agents.hr.get('/api/history/review/0190a0a0-0000-7000-8000-00000000dead')).status).toBe(404);
  });

  test('a read by HR is recorded', async () => {
    await at(agents.hr, '2026-07-10T00:00:00Z');
    expect((await api.database.read.all(sql`select 1 from audit.access_log where review_id = ${rows.reviewId} and object = 'history'`)).length).toBeGreaterThan(0);
  });
});

test('an approval tells who acted in it and why it waits', async () => {
  const { read } = api.database;
  const { id } = (await read.one(sql<{ id: string }>`
    insert into approval_instances (workflow_id, definition_id, definition_version, state, created_at, submitter_id) select workflow_id, 'goals', 2, '{}', '2026-07-06T02:00:00Z', subject_id from visits where id = ${approval} returning id`)) as { id: string };
  await read.run(sql`update visits set approval_id = ${id}, node = 'manager' where id = ${approval}`);
  await read.run(sql`insert into approval_entries (approval_id, no, at, what, actor_id, visit_id, people) values (${id}, 1, '2026-07-06T02:00:00Z', 'submitted', (select submitter_id from approval_instances where id = ${id}), null, '{}'), (${id}, 2, '2026-07-07T03:00:00Z', 'consult', ${manager.id}, ${approval}, array[${manager.id}]::uuid[])`);
  const { body } = await agents.hr.get<HistoryView>(`/api/history/approval/${id}?at=2026-07-07T12:00:00Z`);
  expect(body).toMatchObject({ kind: 'approval', state: 'open', visits: [{ id: approval, node: 'manager', cause: { rule: { definition: { id: 'goals', version: 2, node: 'manager' } } } }] });
  expect(body.entries.filter((entry) => entry.what === 'approval').map(({ name, people }) => [name, people.length])).toEqual([['submitted', 0], ['consult', 1]]);
  expect(body.entries.some((entry) => entry.visitId === proposal)).toBe(false);
});
