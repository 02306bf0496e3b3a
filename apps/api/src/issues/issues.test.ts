import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { IssueList, IssueReported, OwnIssue, OwnIssues } from '@fairmark/contracts/issues';
import { workflowId } from '@fairmark/contracts/process';
import { sql } from '@fairmark/persistence/database';
import { type Agent, startTestApi, type TestApi } from '../testing/index.js';
import { IssuesModule } from './issues.module.js';

let api: TestApi;
let [leadId, reporterId, rolloutId] = ['', '', ''];
let agents: Record<'lead' | 'reporter' | 'stranger', Agent>;
const run = (statement: ReturnType<typeof sql>) => api.database.read.run(statement);
beforeAll(async () => {
  api = await startTestApi({ features: [IssuesModule] });
  const [lead, reporter, stranger] = [await api.newEmployee(), await api.newEmployee({ name: '小陈' }), await api.newEmployee()];
  [leadId, reporterId] = [lead.id, reporter.id];
  agents = { lead: await api.signInAs(lead), reporter: await api.signInAs(reporter), stranger: await api.signInAs(stranger) };
});
afterAll(() => api.close());
beforeEach(async () => {
  rolloutId = randomUUID();
  const plan = await api.database.read.one(sql<{ id: string }>`insert into plans (code, name) values (${rolloutId}, '方案') returning id`);
  await run(sql`
    insert into rollouts (id, name, plan_id, workflow_id, sponsor_id, lead_id, settings, starts_on, created_by)
    values (${rolloutId}, '推广', ${plan?.id}, ${workflowId.rollout(rolloutId)}, ${leadId}, ${leadId}, '{}', '2026-06-01', ${leadId})`);
  await run(sql`insert into processes (workflow_id, kind, ref_id, step) values (${workflowId.rollout(rolloutId)}, 'rollout', ${rolloutId}, 'pilot')`);
});

const report = (anonymous: boolean, extra: object = {}) => agents.reporter.post<IssueReported>('/api/issues', { rolloutId, anonymous, page: '/reviews/0190a0a0-0000-7000-8000-000000000000?x=1', report: '口径不清', ...extra });
const list = async (state = 'open') => (await agents.lead.get<IssueList>(`/api/rollouts/${rolloutId}/issues?state=${state}`)).body;

test('a report under a name asks the rollout, is in the record, and its author and the lead read it', async () => {
  expect(await report(false)).toMatchObject({ status: 201, body: { code: null } });
  expect((await agents.reporter.get<OwnIssues>('/api/issues')).body.issues).toContainEqual(expect.objectContaining({ rollout: '推广', report: '口径不清', page: '/reviews/…', state: 'delivered' }));
  expect(await list()).toMatchObject({ total: 1, issues: [{ reporter: { id: reporterId, name: '小陈' } }] });
  expect(await api.database.read.all(sql`select name, actor_id as "actorId" from process_events where workflow_id = ${workflowId.rollout(rolloutId)}`)).toEqual([{ name: 'issueReported', actorId: null }]);
  expect(await api.database.read.all(sql`select action, actor from audit.entries where chain = ${`issues/${rolloutId}`}`)).toEqual([{ action: 'issue.reported', actor: reporterId }]);
});

describe('an anonymous report', () => {
  test('names its author in no table, shows its code once and is found by it, from whomever it comes', async () => {
    const code = String((await report(true)).body.code);
    const text = async (table: string) => JSON.stringify(await api.database.read.all(sql`select * from ${sql.table(table)}`));
    const row = await api.database.read.one(sql`select * from issues where rollout_id = ${rolloutId}`);
    expect(JSON.stringify(row)).not.toContain(reporterId);
    expect(JSON.stringify(row)).not.toContain(code);
    for (const table of ['process_events', 'outbox', 'commands']) expect(await text(table)).not.toContain(rolloutId);
    expect(await api.database.read.all(sql`select 1 from audit.entries where chain = ${`issues/${rolloutId}`}`)).toEqual([]);
    expect((await agents.reporter.get<OwnIssues>('/api/issues')).body.issues.filter((issue) => issue.state === 'reported')).toEqual([]);
    expect((await agents.stranger.post<OwnIssue>('/api/issues/by-code', { code })).body).toMatchObject({ report: '口径不清', state: 'reported', answer: null });
    expect(await agents.stranger.post('/api/issues/by-code', { code: `${code}x` })).toMatchObject({ status: 404, body: { code: 'ISSUE.UNKNOWN_CODE' } });
  });

  test('is on the list only from the next day on', async () => {
    await report(true);
    expect(await list('all')).toEqual({ issues: [], total: 0 });
    await run(sql`update issues set state = 'delivered' where rollout_id = ${rolloutId}`);
    expect(await list()).toMatchObject({ total: 1, issues: [{ reporter: null }] });
  });
});

test('the lead closes what is answered, once; nobody else closes or reads the list', async () => {
  await report(false);
  const issueId = String((await list()).issues[0]?.id);
  const close = (agent: Agent) => agent.post(`/api/rollouts/${rolloutId}/issues/${issueId}/close`, {});
  expect(await close(agents.lead)).toMatchObject({ status: 409, body: { code: 'ISSUE.NOT_ANSWERED' } });
  await run(sql`update issues set state = 'answered', answer = '好', answered_by = ${leadId}, answered_at = now() where id = ${issueId}`);
  expect((await close(agents.reporter)).status).toBe(403);
  expect((await agents.stranger.get(`/api/rollouts/${rolloutId}/issues`)).status).toBe(403);
  expect((await close(agents.lead)).status).toBe(204);
  expect((await close(agents.lead)).status).toBe(409);
  expect([(await list()).total, (await list('all')).total]).toEqual([0, 1]);
});

test('a rollout that has ended takes no report and is not offered', async () => {
  await run(sql`update rollouts set state = 'closed' where id = ${rolloutId}`);
  expect(await report(true)).toMatchObject({ status: 409, body: { code: 'ISSUE.ROLLOUT_CLOSED' } });
  expect(JSON.stringify((await agents.reporter.get('/api/issues/rollouts')).body)).not.toContain(rolloutId);
});
