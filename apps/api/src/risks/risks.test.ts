import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { RiskList, RiskView } from '@fairmark/contracts/risks';
import { workflowId } from '@fairmark/contracts/process';
import { sql } from '@fairmark/persistence/database';
import { watchRisks } from '@fairmark/persistence/risks';
import { type Agent, startTestApi, type TestApi } from '../testing/index.js';
import { RisksModule } from './risks.module.js';

let api: TestApi;
let [leadId, rolloutId] = ['', ''];
let [lead, stranger]: Agent[] = [];
beforeAll(async () => {
  api = await startTestApi({ features: [RisksModule] });
  const [first, second] = [await api.newEmployee(), await api.newEmployee()];
  leadId = first.id;
  [lead, stranger] = [await api.signInAs(first), await api.signInAs(second)];
});
afterAll(() => api.close());
beforeEach(async () => {
  rolloutId = randomUUID();
  const plan = await api.database.read.one(sql<{ id: string }>`insert into plans (code, name) values (${rolloutId}, '方案') returning id`);
  await api.database.read.run(sql`
    insert into rollouts (id, name, plan_id, workflow_id, sponsor_id, lead_id, settings, starts_on, created_by)
    values (${rolloutId}, '推广', ${plan?.id}, ${workflowId.rollout(rolloutId)}, ${leadId}, ${leadId}, '{}', '2026-06-01', ${leadId})`);
  await api.database.read.run(sql`insert into processes (workflow_id, kind, ref_id, step) values (${workflowId.rollout(rolloutId)}, 'rollout', ${rolloutId}, 'pilot')`);
});

const path = (rest = '') => `/api/rollouts/${rolloutId}/risks${rest}`;
const body = (extra: object = {}) => ({ title: '积压反馈', category: 'acceptance', probability: 3, impact: 4, ownerId: leadId, response: '加派人手', reviewOn: '2026-12-01', warning: { measure: 'openIssues', comparison: 'above', limit: '0' }, ...extra });
const list = async () => (await (lead as Agent).get<RiskList>(path())).body.risks;
const watch = (now: string) => api.database.transaction((tx) => watchRisks(tx, now));
const report = () => api.database.read.run(sql`insert into issues (rollout_id, anonymous, reporter_id, page, report, reported_on, state) values (${rolloutId}, false, ${leadId}, '', 'x', '2026-11-02', 'delivered')`);

test('the start set is added once, and changed risks are kept', async () => {
  expect((await lead?.post(path('/start-set'), {}))?.body).toEqual({ added: 15 });
  expect((await lead?.post(path('/start-set'), {}))?.body).toEqual({ added: 0 });
  const [first] = await list();
  expect(first).toMatchObject({ grade: 16, title: '行为数据缺失（约 15 %）', triggeredSince: null, owner: { id: leadId } });
  expect((await lead?.send('PUT', path(`/${first?.id}`), body({ state: 'closed' })))?.status).toBe(204);
  expect((await list()).find(({ id }) => id === first?.id)).toMatchObject({ title: '积压反馈', state: 'closed', grade: 12 });
  expect(await api.database.read.all(sql`select action from audit.entries where chain = ${`risks/${rolloutId}`} order by seq`)).toEqual(['risk.startSetAdded', 'risk.startSetAdded', 'risk.changed'].map((action) => ({ action })));
});

test('an early warning shows since its measure went beyond the limit, tells its owner once, and ends with it', async () => {
  await lead?.post(path(), body());
  const shown = async () => ((await list())[0] as RiskView).triggeredSince;
  await watch('2026-11-03T00:00:00.000Z');
  expect(await shown()).toBeNull();
  await report();
  await watch('2026-11-03T01:00:00.000Z');
  await watch('2026-11-03T02:00:00.000Z');
  expect(await shown()).toBe('2026-11-03T01:00:00.000Z');
  expect(await api.database.read.all(sql`select link from notices where kind = 'risk.triggered' and link like ${`%${rolloutId}%`}`)).toHaveLength(1);
  await api.database.read.run(sql`update issues set state = 'closed', answer = 'x', closed_at = '2026-11-03T02:30:00Z' where rollout_id = ${rolloutId}`);
  await watch('2026-11-03T03:00:00.000Z');
  expect(await shown()).toBeNull();
});

test('only the lead writes, and only in the own rollout', async () => {
  expect((await stranger?.post(path(), body()))?.status).toBe(403);
  expect((await stranger?.get(path()))?.status).toBe(403);
  expect((await lead?.send('PUT', path(`/${randomUUID()}`), body()))?.status).toBe(404);
  expect((await lead?.post(path(), body({ probability: 6 })))?.status).toBe(400);
});
