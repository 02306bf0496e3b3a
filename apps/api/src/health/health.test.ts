import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from '@fairmark/persistence/database';
import type { Client } from '@temporalio/client';
import { startTestApi, type TestApi } from '../testing/index.js';

let reachable = true;
const connection = { withDeadline: (_: number, ask: () => Promise<unknown>) => ask(), workflowService: { describeNamespace: async () => { if (!reachable) throw new Error('away'); } }, close: async () => undefined };

let api: TestApi;
beforeAll(async () => { api = await startTestApi({ temporal: { connection } as unknown as Client }); });
afterAll(() => api.close());

const ready = () => api.anonymous().get('/api/health/ready');

test('the process is alive', async () => {
  expect(await api.anonymous().get('/api/health/live')).toMatchObject({ status: 200, body: { status: 'ok' } });
});

test('ready only with everything, and says which part is missing', async () => {
  expect(await ready()).toMatchObject({ status: 503, body: { status: 'notReady', checks: { database: 'up', temporal: 'up', worker: 'down', queues: 'up' } } });
  await api.database.read.run(sql`insert into heartbeats (component, instance, at) values ('worker', 'w', now())`);
  expect(await ready()).toMatchObject({ status: 200, body: { status: 'ready' } });
  reachable = false;
  expect(await ready()).toMatchObject({ status: 503, body: { checks: { temporal: 'down', worker: 'up' } } });
  await api.database.read.run(sql`update heartbeats set at = now() - interval '20 seconds'`);
  expect((await ready()).body).toMatchObject({ checks: { worker: 'down' } });
});
