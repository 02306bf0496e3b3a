import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { hashPassword, setPassword } from '@fairmark/persistence/identity';
import { sql } from '@fairmark/persistence/database';
import { startTestApi, type TestApi, type TestEmployee } from '../testing/index.js';

const PASSWORD = 'correct horse battery';
let api: TestApi;
beforeAll(async () => { api = await startTestApi(); });
afterAll(() => api.close());

async function withPassword(given: Parameters<TestApi['newEmployee']>[0] = {}): Promise<TestEmployee> {
  const person = await api.newEmployee(given);
  const hash = await hashPassword(PASSWORD);
  await api.database.transaction((tx) => setPassword(tx, person.id, hash, { by: null, at: new Date().toISOString() }));
  return person;
}
const signIn = (email: string, password: string) => api.anonymous().post('/api/session', { email, password });

describe('sign-in', () => {
  test('tells who one is and sets cookies that scripts of other pages cannot use', async () => {
    const person = await withPassword({ roles: ['hr'] });
    const answer = await signIn(person.email.toUpperCase(), PASSWORD);
    expect(answer).toMatchObject({ status: 200, body: { person: { id: person.id }, roles: [{ role: 'hr', departmentId: null }], relations: { hasReports: false }, csrfToken: expect.any(String) } });
    const [session] = answer.headers['set-cookie'] as unknown as string[];
    expect(session).toMatch(/^fairmark_session=[\w-]{43}; HttpOnly; Path=\/; SameSite=Strict; Max-Age=\d+$/);
    const row = await api.database.read.one(sql<{ hash: string }>`select id_hash as hash from sessions where employee_id = ${person.id}`);
    expect(session).not.toContain(row?.hash);
  });

  test('a wrong password, an unknown address, a disabled person and one without a password look the same', async () => {
    const person = await withPassword();
    const disabled = await withPassword();
    await api.database.read.run(sql`update accounts set disabled_at = now() where employee_id = ${disabled.id}`);
    const answers = await Promise.all([signIn(person.email, 'wrong'), signIn('nobody@x.test', PASSWORD), signIn(disabled.email, PASSWORD), signIn((await api.newEmployee()).email, PASSWORD)]);
    for (const answer of answers) expect(answer).toMatchObject({ status: 401, body: { code: 'IDENTITY.WRONG_CREDENTIALS', details: {} } });
  });

  test('an account is slowed down after ten failures, also for the right password; another one is not', async () => {
    const [person, other] = [await withPassword(), await withPassword()];
    for (let n = 0; n < 10; n += 1) await signIn(person.email, 'wrong');
    expect(await signIn(person.email, PASSWORD)).toMatchObject({ status: 429, body: { code: 'IDENTITY.TOO_MANY_ATTEMPTS', details: { retryAfterSeconds: expect.any(Number) } }, headers: { 'retry-after': expect.any(String) } });
    expect((await signIn(other.email, PASSWORD)).status).toBe(200);
    const keys = await api.database.read.all(sql<{ key: string }>`select key from throttles`);
    expect(JSON.stringify(keys)).not.toContain(person.email);
  });

  test('an address is slowed down over many accounts; people who get in do not use it up', async () => {
    const person = await withPassword();
    await api.database.read.run(sql`update throttles set count = 98 where key like 'address/%'`);
    for (let n = 0; n < 3; n += 1) expect((await signIn(person.email, PASSWORD)).status).toBe(200);
    expect([(await signIn('a@x.test', 'wrong')).status, (await signIn('b@x.test', 'wrong')).status, (await signIn('c@x.test', 'wrong')).status]).toEqual([401, 401, 429]);
    await api.database.read.run(sql`update throttles set window_ends_at = now()`);
    expect((await signIn(person.email, PASSWORD)).status).toBe(200);
  });
});

describe('session', () => {
  test('ends on sign-out', async () => {
    const agent = await api.signInAs(await api.newEmployee());
    expect((await agent.get('/api/session')).status).toBe(200);
    expect((await agent.delete('/api/session')).status).toBe(204);
    expect((await agent.get('/api/session')).status).toBe(401);
  });

  test('ends by itself when it was not used, and after its longest life', async () => {
    const person = await api.newEmployee();
    const agent = await api.signInAs(person);
    await api.database.read.run(sql`update sessions set last_seen_at = now() - interval '13 hours' where employee_id = ${person.id}`);
    expect((await agent.get('/api/session')).status).toBe(401);
    const again = await api.signInAs(person);
    await api.database.read.run(sql`update sessions set expires_at = now() where employee_id = ${person.id}`);
    expect((await again.get('/api/session')).status).toBe(401);
  });

  test('a new password ends the other sessions and not this one', async () => {
    const person = await withPassword();
    const [here, there] = [await api.signInAs(person), await api.signInAs(person)];
    expect(await here.put('/api/session/password', { current: 'wrong', password: 'another long password' })).toMatchObject({ status: 422, body: { code: 'IDENTITY.WRONG_PASSWORD' } });
    expect(await here.put('/api/session/password', { current: PASSWORD, password: 'aaaaaaaaaaaa' })).toMatchObject({ status: 400, body: { fields: [{ path: 'password', code: 'IDENTITY.PASSWORD_TOO_WEAK' }] } });
    expect(await here.put('/api/session/password', { current: PASSWORD, password: 'short' })).toMatchObject({ status: 400, body: { fields: [{ path: 'password', code: 'FIELD.TOO_SMALL', details: { minimum: 10 } }] } });
    expect((await here.put('/api/session/password', { current: PASSWORD, password: 'another long password' })).status).toBe(204);
    expect([(await here.get('/api/session')).status, (await there.get('/api/session')).status]).toEqual([200, 401]);
    expect((await signIn(person.email, 'another long password')).status).toBe(200);
  });

  test('remembers the language', async () => {
    const agent = await api.signInAs(await api.newEmployee({ locale: 'en' }));
    expect((await agent.put('/api/session/locale', { locale: 'zh-CN' })).status).toBe(204);
    expect((await agent.get('/api/session')).body).toMatchObject({ locale: 'zh-CN' });
  });

  test('disabling a person ends their sessions in that moment; the last administrator stays', async () => {
    const [admin, person] = [await api.newEmployee({ roles: ['admin'] }), await api.newEmployee()];
    const [adminAgent, agent] = [await api.signInAs(admin), await api.signInAs(person)];
    expect((await adminAgent.put(`/api/employees/${person.id}/account`, { disabled: true })).status).toBe(204);
    expect((await agent.get('/api/session')).status).toBe(401);
    const hr = await api.signInAs(await api.newEmployee({ roles: ['hr'] }));
    expect(await hr.put(`/api/employees/${admin.id}/account`, { disabled: true })).toMatchObject({ status: 409, body: { code: 'IDENTITY.LAST_ADMIN' } });
    expect(await adminAgent.put(`/api/employees/${admin.id}/account`, { disabled: true })).toMatchObject({ status: 403 });
    const chain = await api.database.read.all(sql<{ action: string; actor: string }>`select action, actor from audit.entries where chain = ${`identity/${person.id}`}`);
    expect(chain).toEqual([{ action: 'account.disabled', actor: admin.id }]);
  });
});
