import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from '@fairmark/persistence/database';
import { openText } from '@fairmark/runtime/temporal';
import { startTestApi, type TestApi } from '../testing/index.js';
import { administratorLink } from './administratorLink.js';

const PASSWORD = 'correct horse battery';
let api: TestApi;
beforeAll(async () => { api = await startTestApi(); });
afterAll(() => api.close());

interface MailRow { body: { template: string; employeeId: string; link: string; sealedToken: string } }

async function mailsTo(employeeId: string): Promise<MailRow['body'][]> {
  return (await api.database.read.all(sql<MailRow>`select body from outbox where channel = 'mail' and body ->> 'employeeId' = ${employeeId} order by id`)).map((row) => row.body);
}
const tokenOf = (mail: MailRow['body'] | undefined): string => openText(api.config.codecKeys, mail?.sealedToken ?? '');

async function invited(): Promise<{ id: string; token: string }> {
  const hr = await api.signInAs(await api.newEmployee({ roles: ['hr'] }));
  const { id } = await api.newEmployee();
  expect((await hr.post('/api/invitations', { employeeIds: [id] })).body).toEqual({ sent: [id], skipped: [] });
  return { id, token: tokenOf((await mailsTo(id)).at(-1)) };
}

describe('invitation', () => {
  test('sets a password once and signs in', async () => {
    const { id, token } = await invited();
    const agent = api.anonymous();
    expect((await agent.post('/api/links/inspect', { token })).body).toMatchObject({ purpose: 'invite', name: expect.any(String) });
    expect(await agent.post('/api/links/redeem', { token, password: PASSWORD, locale: 'zh-CN' })).toMatchObject({ status: 200, body: { person: { id }, locale: 'zh-CN' } });
    expect((await agent.get('/api/session')).status).toBe(200);
    for (const path of ['inspect', 'redeem']) expect(await api.anonymous().post(`/api/links/${path}`, { token, password: PASSWORD })).toMatchObject({ status: 410, body: { code: 'IDENTITY.LINK_INVALID' } });
  });

  test('of two requests with one token one gets in', async () => {
    const { token } = await invited();
    const answers = await Promise.all([1, 2, 3].map(() => api.anonymous().post('/api/links/redeem', { token, password: PASSWORD })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 410, 410]);
  });

  test('the token stands nowhere in clear, and the page gets it behind the #', async () => {
    const { id, token } = await invited();
    const [mail] = await mailsTo(id);
    expect(mail).toMatchObject({ template: 'identity.invite', link: '/invitation#{token}' });
    const everything = await api.database.read.one(sql<{ text: string }>`select (select string_agg(body::text, '') from outbox) || (select string_agg(l::text, '') from one_time_links l) as text`);
    expect(everything?.text).not.toContain(token);
  });

  test('ends after 72 hours, when a newer one was sent, and when the person was disabled', async () => {
    const old = await invited();
    const expiry = await api.database.read.one(sql<{ hours: number }>`select (extract(epoch from expires_at - created_at) / 3600)::integer as hours from one_time_links where employee_id = ${old.id}`);
    expect(expiry?.hours).toBe(72);
    await api.database.read.run(sql`update one_time_links set expires_at = now() where employee_id = ${old.id}`);
    expect((await api.anonymous().post('/api/links/redeem', { token: old.token, password: PASSWORD })).status).toBe(410);
    const hr = await api.signInAs(await api.newEmployee({ roles: ['hr'] }));
    const twice = await invited();
    await hr.post('/api/invitations', { employeeIds: [twice.id] });
    expect((await api.anonymous().post('/api/links/inspect', { token: twice.token })).status).toBe(410);
    const token = tokenOf((await mailsTo(twice.id)).at(-1));
    await hr.put(`/api/employees/${twice.id}/account`, { disabled: true });
    expect((await api.anonymous().post('/api/links/redeem', { token, password: PASSWORD })).status).toBe(410);
  });

  test('HR invites inside the own scope only; others do not invite', async () => {
    const [inside, outside] = [await api.newDepartment(), await api.newDepartment()];
    const hr = await api.signInAs(await api.newEmployee({ roles: [{ role: 'hr', departmentId: inside }] }));
    const [a, b, gone] = [await api.newEmployee({ department: inside }), await api.newEmployee({ department: outside }), await api.newEmployee({ department: inside, leftOn: '2024-01-01' })];
    expect((await hr.post('/api/invitations', { employeeIds: [a.id, b.id, gone.id] })).body).toEqual({ sent: [a.id], skipped: [{ employeeId: b.id, code: 'ACCESS.DENIED' }, { employeeId: gone.id, code: 'IDENTITY.PERSON_INACTIVE' }] });
    expect((await (await api.signInAs(a)).post('/api/invitations', { employeeIds: [b.id] })).status).toBe(403);
  });
});

describe('password reset', () => {
  test('answers the same for everybody and mails those who exist', async () => {
    const person = await api.newEmployee();
    const answers = [await api.anonymous().post('/api/password-resets', { email: person.email }), await api.anonymous().post('/api/password-resets', { email: 'nobody@x.test' })];
    expect(answers.map(({ status, text }) => ({ status, text }))).toEqual([{ status: 202, text: '' }, { status: 202, text: '' }]);
    const token = tokenOf((await mailsTo(person.id)).at(-1));
    const before = await api.signInAs(person);
    expect((await api.anonymous().post('/api/links/redeem', { token, password: PASSWORD })).status).toBe(200);
    expect((await before.get('/api/session')).status).toBe(401);
  });

  test('sends at most three mails an hour to one address', async () => {
    const person = await api.newEmployee();
    const statuses = [];
    for (let n = 0; n < 4; n += 1) statuses.push((await api.anonymous().post('/api/password-resets', { email: person.email })).status);
    expect(statuses).toEqual([202, 202, 202, 429]);
    expect(await mailsTo(person.id)).toHaveLength(3);
  });
});

describe('administrator', () => {
  const person = { name: '管理员', email: 'admin@x.test', zone: 'Asia/Shanghai', locale: 'zh-CN', password: PASSWORD };
  const link = (options: { email?: string; onlyFirst?: boolean } = {}) => administratorLink(api.database, 'http://here', { email: options.email, onlyFirst: options.onlyFirst ?? false });

  test('the first one sets themselves up with a link that works once and for its address', async () => {
    const url = await link({ email: 'admin@x.test', onlyFirst: true });
    expect(url).toMatch(/^http:\/\/here\/setup#[\w-]{43}$/);
    const token = url?.split('#')[1];
    expect((await api.anonymous().post('/api/setup', { ...person, token, email: 'else@x.test' })).status).toBe(410);
    expect(await api.anonymous().post('/api/setup', { ...person, token, zone: 'Nowhere/City' })).toMatchObject({ status: 400, body: { fields: [{ path: 'zone', code: 'FIELD.INVALID' }] } });
    expect(await api.anonymous().post('/api/setup', { ...person, token })).toMatchObject({ status: 200, body: { roles: [{ role: 'admin', departmentId: null }] } });
    expect((await api.anonymous().post('/api/setup', { ...person, token })).status).toBe(410);
    expect(await link({ onlyFirst: true })).toBeUndefined();
  });

  test('an address that is taken leaves the link usable', async () => {
    const taken = await api.newEmployee();
    const token = (await link())?.split('#')[1];
    expect(await api.anonymous().post('/api/setup', { ...person, token, email: taken.email })).toMatchObject({ status: 409, body: { code: 'IDENTITY.EMAIL_TAKEN' } });
    expect((await api.anonymous().post('/api/links/inspect', { token })).body).toMatchObject({ purpose: 'setup' });
  });

  test('somebody of the company gets the role and a link for their password', async () => {
    const { id, email } = await api.newEmployee();
    const url = await link({ email: email.toUpperCase() });
    expect(await api.anonymous().post('/api/links/redeem', { token: url?.split('#')[1], password: PASSWORD })).toMatchObject({ status: 200, body: { person: { id }, roles: [{ role: 'admin' }] } });
  });
});
