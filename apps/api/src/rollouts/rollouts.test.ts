import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { defaultSettings } from '@fairmark/domain/rollouts';
import { sql } from '@fairmark/persistence/database';
import { rolloutById } from '@fairmark/persistence/rollouts';
import { newDepartment, startTestApi, type Agent, type TestApi } from '../testing/index.js';
import { RolloutsModule } from './rollouts.module.js';

let api: TestApi;
let [lead, sponsor, stranger] = [] as unknown as [Agent, Agent, Agent];
const ids: Record<string, string> = {};

beforeAll(async () => {
  api = await startTestApi({ features: [RolloutsModule] });
  const [a, b, c] = [await api.newEmployee({ roles: ['lead'] }), await api.newEmployee(), await api.newEmployee()];
  Object.assign(ids, { lead: a.id, sponsor: b.id, department: await newDepartment(api.database, {}) });
  [lead, sponsor, stranger] = [await api.signInAs(a), await api.signInAs(b), await api.signInAs(c)];
  await api.database.read.run(sql`insert into plans (code, name) values ('plan', '方案')`);
});
afterAll(() => api.close());

const body = (more: Record<string, unknown> = {}) => ({ name: '华东推广', planCode: 'plan', sponsorId: ids['sponsor'], leadId: ids['lead'], departmentIds: [ids['department']], startsOn: '2026-12-01', ...more });
const create = (given: Record<string, unknown>, key: string = randomUUID(), agent = lead) => agent.post('/api/rollouts', given, { 'idempotency-key': key });

test('is created once with its key, and only by who may', async () => {
  const key = randomUUID();
  expect(await create(body(), key)).toMatchObject({ status: 201, body: { id: key } });
  expect(await create(body(), key)).toMatchObject({ status: 201, body: { id: key } });
  expect(await api.database.read.one(sql`select count(*)::integer as n from rollout_steps where rollout_id = ${key}`)).toEqual({ n: 10 });
  expect(await create(body(), randomUUID(), stranger)).toMatchObject({ status: 403 });
  expect(await create(body({ planCode: 'none' }))).toMatchObject({ body: { code: 'ROLLOUT.PLAN_UNKNOWN' } });
  expect(await create(body({ sponsorId: ids['lead'] }))).toMatchObject({ body: { code: 'ROLLOUT.SPONSOR_IS_LEAD' } });
  expect(await create(body({ leadId: randomUUID() }))).toMatchObject({ body: { code: 'ROLLOUT.PERSON_INACTIVE' } });
});

test('its board says how ready the gate is and what is offered to whom', async () => {
  const key = randomUUID();
  await create(body({ team: [{ employeeId: ids['lead'], area: '运营' }] }), key);
  const board = await lead.get(`/api/rollouts/${key}`);
  expect(board).toMatchObject({ status: 200, body: { phase: 'design', state: 'running', plannedTo: '2027-05-29', readiness: { mayAsk: false, met: 0, total: 9 }, team: [{ area: '运营' }] } });
  expect(board.body['acts']).toEqual(expect.arrayContaining(['requestGate', 'requestPlanReview', 'hold', 'usePlanVersion']));
  expect(board.body['planVersion']).toBeNull();
  expect((await sponsor.get(`/api/rollouts/${key}`)).body['acts']).toEqual(['acceptDeliverable', 'hold']);
  expect(await stranger.get(`/api/rollouts/${key}`)).toMatchObject({ status: 403 });
});

test('the portfolio shows what is one\'s own', async () => {
  const count = async (agent: Agent) => ((await agent.get('/api/rollouts')).body as { rollouts: unknown[] }).rollouts.length;
  expect([await count(lead), await count(sponsor), await count(stranger)]).toEqual([2, 2, 0]);
});

test('its settings may name those of the pilots and quarters; what they leave out is filled in, what they do not know is refused', async () => {
  const key = randomUUID();
  const settings = { ...defaultSettings, pilots: { reviews: 4 }, pdca: { limits: { versionsPerQuarter: 2 } } };
  expect(await create(body({ settings }), key)).toMatchObject({ status: 201 });
  expect((await rolloutById(api.database.read, key)).settings).toMatchObject({ pilots: { reviews: 4, perStratum: 2, onBrokenGuard: 'ask' }, pdca: { limits: { versionsPerQuarter: 2, replacedPerSheet: 2 }, minSample: 5 } });
  expect(await create(body({ settings: { ...settings, waves: {} } }))).toMatchObject({ status: 400 });
});
