import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Body, Controller, Get, Module, Param, Post, SetMetadata } from '@nestjs/common';
import { allow, publicRoute, signedIn } from '@fairmark/domain/access';
import { z } from 'zod';
import { Answer } from '../problems/index.js';
import { startTestApi, type TestApi } from '../testing/index.js';
import { ACCESS_MARK } from './access.decorator.js';
import { type Actor, CurrentActor } from './actor.js';

const rules = { open: publicRoute, anyone: signedIn, person: allow('employee', { self: '*', manager: '*', hr: '*' }) };
const access = (key: keyof typeof rules): MethodDecorator => SetMetadata(ACCESS_MARK, { key, param: 'id' });
const Body1 = z.object({ name: z.string().min(2), count: z.int().max(5).optional() });

@Controller('api/try')
class TryController {
  @Get('open') @access('open') open() { return { ok: true }; }
  @Get('me') @access('anyone') @Answer(z.object({ id: z.string() })) me(@CurrentActor() actor: Actor) { return { id: actor.employeeId, secret: 'x' }; }
  @Get('people/:id') @access('person') person(@Param('id') id: string) { return { id }; }
  @Post('things') @access('anyone') things(@Body({ schema: Body1 }) body: z.infer<typeof Body1>) { return body; }
  @Get('fault') @access('open') fault() { throw new Error('secret detail'); }
}
@Module({ controllers: [TryController] }) class TryModule {}

@Controller('api/forgotten')
class ForgottenController { @Get() read() { return {}; } }
@Module({ controllers: [ForgottenController] }) class ForgottenModule {}

let api: TestApi;
beforeAll(async () => { api = await startTestApi({ features: [TryModule], rules: { ...rules } }); });
afterAll(() => api.close());

describe('guard', () => {
  test('public routes answer without sign-in, others do not', async () => {
    expect((await api.anonymous().get('/api/try/open')).body).toEqual({ ok: true });
    expect(await api.anonymous().get('/api/try/me')).toMatchObject({ status: 401, body: { code: 'SESSION.REQUIRED' } });
  });

  test('an answer carries what the contract names and nothing else', async () => {
    const person = await api.newEmployee();
    expect((await (await api.signInAs(person)).get('/api/try/me')).body).toEqual({ id: person.id });
  });

  test('relations decide about an object', async () => {
    const top = await api.newEmployee();
    const manager = await api.newEmployee({ manager: top.id });
    const person = await api.newEmployee({ manager: manager.id });
    const status = async (who: string) => (await (await api.signInAs(who)).get(`/api/try/people/${person.id}`)).status;
    expect(await Promise.all([person.id, manager.id, top.id, (await api.newEmployee()).id].map(status))).toEqual([200, 200, 403, 403]);
  });

  test('an unknown object is not found, whatever the id looks like', async () => {
    const agent = await api.signInAs(await api.newEmployee());
    for (const id of ['0190a0a0-0000-7000-8000-000000000000', 'x', "'"]) expect(await agent.get(`/api/try/people/${encodeURIComponent(id)}`)).toMatchObject({ status: 404, body: { code: 'OBJECT.NOT_FOUND' } });
  });

  test('a person who left or was disabled is out at once', async () => {
    const person = await api.newEmployee();
    const agent = await api.signInAs(person);
    expect((await agent.get('/api/try/me')).status).toBe(200);
    await api.database.read.em.execute(`insert into accounts (employee_id, disabled_at) values ('${person.id}', now())`);
    expect((await agent.get('/api/try/me')).status).toBe(401);
    const leaver = await api.newEmployee({ leftOn: '2020-02-01' });
    expect((await (await api.signInAs(leaver)).get('/api/try/me')).status).toBe(401);
  });

  test('unsafe requests need the token of the session and an origin of ours', async () => {
    const agent = await api.signInAs(await api.newEmployee());
    const body = { name: 'ab' };
    expect((await agent.post('/api/try/things', body)).status).toBe(201);
    expect(await agent.post('/api/try/things', body, { 'x-csrf-token': 'wrong' })).toMatchObject({ status: 403, body: { code: 'CSRF.TOKEN_INVALID' } });
    expect(await agent.post('/api/try/things', body, { origin: 'https://evil.test' })).toMatchObject({ status: 403, body: { code: 'CSRF.FOREIGN_ORIGIN' } });
    expect(await agent.post('/api/try/things', body, { 'sec-fetch-site': 'cross-site' })).toMatchObject({ status: 403 });
  });
});

describe('problems', () => {
  test('fields are named with stable codes', async () => {
    const agent = await api.signInAs(await api.newEmployee());
    const answer = await agent.post('/api/try/things', { name: 'a', count: 9 });
    expect(answer).toMatchObject({ status: 400, body: { code: 'REQUEST.INVALID' } });
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body['fields']).toEqual([{ path: 'name', code: 'FIELD.TOO_SMALL', details: { minimum: 2 } }, { path: 'count', code: 'FIELD.TOO_BIG', details: { maximum: 5 } }]);
    expect((await agent.post('/api/try/things')).body['fields']).toMatchObject([{ path: 'name', code: 'FIELD.REQUIRED' }]);
  });

  test('a fault of ours tells an id and nothing else', async () => {
    const answer = await api.anonymous().get('/api/try/fault');
    expect(answer).toMatchObject({ status: 500, body: { code: 'INTERNAL.ERROR', errorId: expect.any(String) } });
    expect(answer.text).not.toContain('secret');
  });

  test('malformed JSON and unknown routes are problems too', async () => {
    const agent = await api.signInAs(await api.newEmployee());
    expect(await agent.send('POST', '/api/try/things', '{', { 'content-type': 'application/json' })).toMatchObject({ status: 400, body: { code: 'REQUEST.MALFORMED' } });
    expect(await agent.send('POST', '/api/try/things', 'x', { 'content-type': 'text/xml' })).toMatchObject({ status: 415, body: { code: 'REQUEST.UNSUPPORTED_MEDIA' } });
    expect(await agent.post('/api/try/things', { name: 'a'.repeat(5_000_000) })).toMatchObject({ status: 413, body: { code: 'REQUEST.TOO_LARGE' } });
    expect(await agent.get('/api/try/%E0%A4%A')).toMatchObject({ status: 400, body: { code: 'REQUEST.MALFORMED' }, headers: { 'x-content-type-options': 'nosniff' } });
    expect(await agent.send('POST', '/api/try/things', '{"__proto__":{"x":1}}', { 'content-type': 'application/json' })).toMatchObject({ status: 400 });
    expect(await agent.get('/api/nothing')).toMatchObject({ status: 404, body: { code: 'ROUTE.NOT_FOUND' } });
  });
});

test('the application does not start while a route has no rule', async () => {
  await expect(startTestApi({ features: [ForgottenModule] })).rejects.toThrow('GET /api/forgotten (ForgottenController.read)');
});
