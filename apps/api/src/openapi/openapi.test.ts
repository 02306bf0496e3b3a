import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { startTestApi, type TestApi } from '../testing/index.js';
import { describeApi } from './describeApi.js';
import { convertSchema } from './schemaConverter.js';

let api: TestApi;
beforeAll(async () => { api = await startTestApi(); });
afterAll(() => api.close());

describe('document', () => {
  test('names bodies, answers, access and refusals of a route', async () => {
    const { body } = await api.anonymous().get<{ paths: Record<string, Record<string, unknown>>; components: { schemas: Record<string, unknown> } }>('/api/openapi.json');
    expect(body.paths['/api/session']?.['post']).toMatchObject({
      operationId: 'Session.signIn', tags: ['session'], 'x-access': 'identity.signIn', security: [],
      requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/SignIn' } } } },
      responses: { 200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/SessionView' } } } }, default: { content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } } },
    });
    expect(body.paths['/api/employees/{id}/account']?.['put']).toMatchObject({ security: [{ cookie: [] }], parameters: [{ name: 'id', in: 'path' }] });
    expect(body.components.schemas['SignIn']).toMatchObject({ type: 'object', required: ['email', 'password'] });
  });

  test('every reference leads somewhere', async () => {
    const document = await describeApi();
    const text = JSON.stringify(document);
    const names = new Set([...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map((match) => match[1]));
    expect([...names].filter((name) => !(String(name) in (document.components?.schemas ?? {})))).toEqual([]);
    expect(/#\/(\$defs|definitions)/.test(text)).toBe(false);
  });
});

describe('schemas', () => {
  const Filter = z.object({ words: z.array(z.string()).default([]) }).meta({ id: 'TestFilter' });
  const Outer = z.object({ filter: Filter }).meta({ id: 'TestOuter' });
  test('a shape that differs in answers has a name of its own there, and so has what contains it', () => {
    expect(Object.keys(convertSchema(Outer, { schemaType: 'input' })?.components ?? {}).sort()).toEqual(['TestFilter', 'TestOuter']);
    const output = convertSchema(Outer, { schemaType: 'output' });
    expect(Object.keys(output?.components ?? {}).sort()).toEqual(['TestFilterOutput', 'TestOuterOutput']);
    expect(output?.schema).toEqual({ $ref: '#/components/schemas/TestOuterOutput' });
  });
});

describe('reference page', () => {
  test('comes with its own files', async () => {
    const page = await api.anonymous().get('/api/reference');
    expect(page.headers['content-type']).toContain('text/html');
    const files = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => String(match[1]));
    expect(files).toHaveLength(3);
    for (const file of files) expect([file, (await api.anonymous().get(file)).status]).toEqual([file, 200]);
    for (const name of ['package.json', '..%2fpackage.json', 'index.html', 'constructor']) expect((await api.anonymous().get(`/api/reference/${name}`)).status).toBe(404);
  });
});
