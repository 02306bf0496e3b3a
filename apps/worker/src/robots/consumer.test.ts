import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { RobotBody, RobotKind } from '@fairmark/contracts/robots';
import { sql, type Database, type Executor } from '@fairmark/persistence/database';
import { createRobotChannel, disableRobotChannel } from '@fairmark/persistence/robots';
import { createTestDatabase, type TestDatabase } from '@fairmark/persistence/testing';
import { sealText } from '@fairmark/runtime/temporal';
import { addEmployee } from '../testing/index.js';
import { testKeys } from '../testing/temporal.js';
import { deliverToRobot } from './consumer.js';
import { answers, codes } from './fixtures/answers.js';
import { addresses, NOW_MS, requests, SECRET } from './fixtures/requests.js';
import { startVendorServer, type VendorServer } from './fixtures/vendorServer.js';
import { pauseMs, RobotLater } from './later.js';

let db: TestDatabase;
let vendor: VendorServer;
let config: Parameters<typeof deliverToRobot>[1];
let maker: string;
beforeAll(async () => {
  db = await createTestDatabase();
  vendor = await startVendorServer();
  const http = { publicUrl: 'https://fairmark.example' } as Parameters<typeof deliverToRobot>[1]['http'];
  config = { http, codecKeys: testKeys, robotBaseUrl: vendor.baseUrl, redisUrl: undefined, database: { url: db.url, poolMax: 2 } };
  maker = await addEmployee(db.database.read);
});
afterAll(async () => {
  await vendor.close();
  await db.drop();
});
beforeEach(() => void vendor.received.splice(0));

const kinds: RobotKind[] = ['feishu', 'dingtalk', 'wecom'];
const at = new Date(NOW_MS).toISOString();

async function channel(kind: RobotKind, url = addresses[kind]): Promise<string> {
  const stored = { kind, name: '研发群', sealedUrl: sealText(testKeys, url), sealedSecret: kind === 'wecom' ? null : sealText(testKeys, SECRET), departmentId: null, processKinds: ['approval' as const], rhythm: 'daily' as const, locale: 'zh-CN' as const };
  return db.database.transaction((tx) => createRobotChannel(tx, stored, { by: maker, at }));
}

async function message(channelId: string): Promise<RobotBody & { outboxId: string }> {
  const body: RobotBody = { channelId, purpose: 'digest', waiting: [{ step: 'approval.approval', count: 3 }], link: '/inbox' };
  const row = await db.database.read.one(sql<{ id: string }>`insert into outbox (channel, body) values ('webhook', ${JSON.stringify(body)}) returning id`);
  return { ...body, outboxId: (row as { id: string }).id };
}

/** Loses its connection when everything is done but committed, as a killed process does. */
const diesBeforeRecording = {
  transaction: (work: (tx: Executor) => Promise<unknown>) =>
    db.database.transaction(async (tx) => {
      await work(tx);
      await tx.run(sql`select pg_terminate_backend(pg_backend_pid())`);
    }),
} as unknown as Database;

const state = (id: string) => db.database.read.one(sql`select last_sent_at as sent, failure, quiet_until as quiet from robot_channels where id = ${id}`);
const record = (outboxId: string) => db.database.read.all(sql`select channel, reference from deliveries where outbox_id = ${outboxId}`);
const deliver = (job: RobotBody & { outboxId: string }, nowMs = NOW_MS) => deliverToRobot(db.database, config, job, nowMs);
const failure = async (work: Promise<unknown>): Promise<RobotLater> => work.then(() => { throw new Error('it was delivered'); }, (error: unknown) => error as RobotLater);

describe.each(kinds)('a message to %s', (kind) => {
  test('is the recorded request to the letter, and goes out once', async () => {
    const id = await channel(kind);
    const job = await message(id);
    vendor.answer(answers[kind].ok);
    expect(await deliver(job)).toBe('sent');
    expect(await deliver(job)).toBe('already sent');
    expect(vendor.received).toEqual([requests[kind]]);
    expect(await record(job.outboxId)).toEqual([{ channel: 'webhook', reference: 'sent' }]);
    expect(await state(id)).toEqual({ sent: at, failure: null, quiet: null });
  });

  test('that the vendor will never take is given up with its code', async () => {
    const id = await channel(kind);
    const job = await message(id);
    vendor.answer(answers[kind].refused);
    expect(await deliver(job)).toBe(`refused ${codes[kind].refused}`);
    expect(await record(job.outboxId)).toEqual([{ channel: 'webhook', reference: `refused ${codes[kind].refused}` }]);
    expect(await state(id)).toMatchObject({ sent: null, failure: `refused ${codes[kind].refused}` });
    expect(await deliver(job)).toBe('already sent');
  });

  test('that comes too fast waits as long as the vendor wants, and the next ones with it', async () => {
    const id = await channel(kind);
    const [first, second] = [await message(id), await message(id)];
    vendor.answer(answers[kind].limited);
    const limited = await failure(deliver(first));
    expect(limited).toMatchObject({ name: 'RobotLater', code: codes[kind].limited, limited: true });
    expect(pauseMs(1, 'custom', limited)).toBe(codes[kind].pauseMs);
    expect(await record(first.outboxId)).toEqual([]);
    expect(await state(id)).toMatchObject({ failure: `limited ${codes[kind].limited}`, quiet: new Date(NOW_MS + codes[kind].pauseMs).toISOString() });
    expect(await failure(deliver(second, NOW_MS + 1_000))).toMatchObject({ afterMs: codes[kind].pauseMs - 1_000, code: null });
    expect(vendor.received).toHaveLength(1);
    vendor.answer(answers[kind].ok);
    expect(await deliver(first, NOW_MS + codes[kind].pauseMs)).toBe('sent');
    expect(await state(id)).toMatchObject({ failure: null, quiet: null });
  });
});

test.each([[502, '<html>bad gateway</html>', 'http 502'], [200, 'not json', 'unreadable'], [200, { errcode: -1, errmsg: 'system busy' }, '-1']])('an answer %s %j is tried again', async (status, body, code) => {
  const job = await message(await channel('wecom'));
  vendor.answer(body, status);
  expect(await failure(deliver(job))).toMatchObject({ name: 'RobotLater', code, limited: false });
  expect(pauseMs(5, 'custom', new RobotLater(0, code))).toBe(32_000);
  expect(await record(job.outboxId)).toEqual([]);
});

test('a vendor that does not answer is asked again, and the address stays out of the error', async () => {
  const id = await channel('wecom');
  const error = await failure(deliverToRobot(db.database, { ...config, robotBaseUrl: 'http://127.0.0.1:1' }, await message(id), NOW_MS));
  expect(error).toMatchObject({ name: 'RobotLater', code: 'unreachable' });
  expect(`${error.stack ?? ''}${String(error.cause)}`).not.toContain('693a91f6');
  expect(await state(id)).toMatchObject({ failure: 'later unreachable' });
});

test('a redirect is never followed', async () => {
  const job = await message(await channel('wecom'));
  vendor.answer('', 302);
  expect(await deliver(job)).toBe('refused http 302');
});

test('an address that is not the vendor’s is not asked, even if the table holds it', async () => {
  const job = await message(await channel('dingtalk', 'https://127.0.0.1/robot/send?access_token=566cc69da782ec'));
  expect(await deliver(job)).toBe('refused address');
  expect(vendor.received).toEqual([]);
});

test('a robot that was switched off is sent nothing', async () => {
  const id = await channel('wecom');
  const job = await message(id);
  await db.database.transaction((tx) => disableRobotChannel(tx, id, { by: maker, at }));
  expect(await deliver(job)).toBe('disabled');
  expect(vendor.received).toEqual([]);
});

test('a consumer that dies between sending and recording sends once more, and never again after the record is there', async () => {
  const id = await channel('feishu');
  const job = await message(id);
  vendor.answer(answers.feishu.ok);
  await expect(deliverToRobot(diesBeforeRecording, config, job, NOW_MS)).rejects.toThrow();
  expect(vendor.received).toHaveLength(1);
  expect([await record(job.outboxId), await state(id)]).toEqual([[], { sent: null, failure: null, quiet: null }]);
  vendor.answer(answers.feishu.ok);
  expect(await deliver(job)).toBe('sent');
  expect(vendor.received).toEqual([requests.feishu, requests.feishu]);
  expect(await deliver(job)).toBe('already sent');
  expect(await Promise.all([deliver(job), deliver(job)])).toEqual(['already sent', 'already sent']);
  expect(vendor.received).toHaveLength(2);
  expect(await record(job.outboxId)).toEqual([{ channel: 'webhook', reference: 'sent' }]);
});

test('two consumers that take the same message at once send it once', async () => {
  const job = await message(await channel('dingtalk'));
  vendor.answer(answers.dingtalk.ok);
  expect((await Promise.all([deliver(job), deliver(job)])).sort()).toEqual(['already sent', 'sent']);
  expect(vendor.received).toHaveLength(1);
});
