import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { RobotChannelList } from '@fairmark/contracts/robots';
import { sql } from '@fairmark/persistence/database';
import { openText } from '@fairmark/runtime/temporal';
import { type Agent, startTestApi, type TestApi } from '../testing/index.js';
import { RobotsModule } from './robots.module.js';

const WEBHOOK = 'https://oapi.dingtalk.com/robot/send?access_token=566cc69da782ec0123456789';
const SECRET = 'SECfairmark0123456789';
let api: TestApi;
let department: string;
let other: string;
let agents: Record<'hr' | 'localHr' | 'admin' | 'employee', Agent>;
beforeAll(async () => {
  api = await startTestApi({ features: [RobotsModule] });
  department = await api.newDepartment();
  other = await api.newDepartment();
  const as = async (roles: Parameters<TestApi['newEmployee']>[0]) => api.signInAs(await api.newEmployee(roles));
  agents = { hr: await as({ roles: ['hr'], name: '何人事' }), localHr: await as({ roles: [{ role: 'hr', departmentId: department }] }), admin: await as({ roles: ['admin'] }), employee: await as({}) };
});
afterAll(() => api.close());
beforeEach(async () => {
  for (const table of ['outbox', 'robot_channels']) await api.database.read.run(sql`delete from ${sql.table(table)}`);
});

const body = (extra: Record<string, unknown> = {}) => ({ kind: 'dingtalk', name: '研发群', webhookUrl: WEBHOOK, secret: SECRET, processKinds: ['review', 'approval', 'review'], ...extra });
const create = (agent = agents.hr, extra: Record<string, unknown> = {}) => agent.post<{ id: string }>('/api/robots', body(extra));
const list = async (agent: Agent) => (await agent.get<RobotChannelList>('/api/robots')).body.channels;

describe('a robot', () => {
  test('is stored sealed, listed without address and secret, and recorded without them', async () => {
    const made = await create();
    expect(made.status).toBe(201);
    const answer = await agents.admin.get<RobotChannelList>('/api/robots');
    expect(answer.body.channels).toMatchObject([{ id: made.body.id, kind: 'dingtalk', name: '研发群', department: null, processKinds: ['approval', 'review'], rhythm: 'daily', locale: 'zh-CN', signed: true, enabled: true, createdBy: { name: '何人事' }, lastSentAt: null, failure: null }]);
    const row = await api.database.read.one(sql<{ url: string; secret: string }>`select sealed_url as url, sealed_secret as secret from robot_channels`);
    const audit = JSON.stringify(await api.database.read.all(sql`select * from audit.entries where chain = 'robots'`));
    for (const text of [answer.text, JSON.stringify(row), audit]) expect([text.includes('566cc69da782ec'), text.includes(SECRET)]).toEqual([false, false]);
    expect(audit).toContain('robots.created');
    expect([openText(api.config.codecKeys, String(row?.url)), openText(api.config.codecKeys, String(row?.secret))]).toEqual([WEBHOOK, SECRET]);
  });

  test.each([
    ['an address in the own network', { webhookUrl: 'https://169.254.169.254/robot/send?access_token=566cc69da782ec' }, 422, 'ROBOT.ADDRESS_REFUSED'],
    ['an address of another vendor', { kind: 'feishu' }, 422, 'ROBOT.ADDRESS_REFUSED'],
    ['http', { webhookUrl: WEBHOOK.replace('https', 'http') }, 422, 'ROBOT.ADDRESS_REFUSED'],
    ['a department that does not exist', { departmentId: '0190a0a0-0000-7000-8000-00000000dead' }, 422, 'ROBOT.UNKNOWN_DEPARTMENT'],
    ['a secret for WeCom, which has none', { kind: 'wecom', webhookUrl: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7aaa-4bc4' }, 400, 'REQUEST.INVALID'],
    ['appeals', { processKinds: ['appeal'] }, 400, 'REQUEST.INVALID'],
  ])('with %s is refused', async (_, extra, status, code) => {
    expect(await create(agents.hr, extra)).toMatchObject({ status, body: { code } });
    expect(await list(agents.hr)).toEqual([]);
  });

  test('belongs to whoever has its departments as scope', async () => {
    expect((await create(agents.employee)).status).toBe(403);
    expect((await create(agents.localHr)).status).toBe(403);
    expect((await create(agents.localHr, { departmentId: other })).status).toBe(403);
    const { body: whole } = await create();
    const { body: own } = await create(agents.localHr, { departmentId: department });
    expect((await list(agents.localHr)).map(({ id }) => id)).toEqual([own.id]);
    expect(await list(agents.hr)).toHaveLength(2);
    for (const act of ['test', 'disable']) expect(await agents.localHr.post(`/api/robots/${whole.id}/${act}`)).toMatchObject({ status: 404, body: { code: 'OBJECT.NOT_FOUND' } });
    expect((await agents.localHr.post(`/api/robots/${own.id}/test`)).status).toBe(202);
  });

  test('sends a test message that names nobody, and is silent once it is switched off', async () => {
    const { id } = (await create()).body;
    expect(await agents.hr.post(`/api/robots/${id}/test`)).toMatchObject({ status: 202, body: { id, enabled: true } });
    expect(await api.database.read.all(sql`select channel, body from outbox`)).toEqual([{ channel: 'webhook', body: { channelId: id, purpose: 'test', waiting: [], link: '/inbox' } }]);
    expect(await agents.admin.post(`/api/robots/${id}/disable`)).toMatchObject({ status: 200, body: { id, enabled: false } });
    for (const act of ['test', 'disable']) expect(await agents.hr.post(`/api/robots/${id}/${act}`)).toMatchObject({ status: 422, body: { code: 'ROBOT.DISABLED' } });
  });
});
