import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { MailBody } from '@fairmark/contracts/process';
import { appealSteps, calibrationSteps, reviewSteps } from '@fairmark/domain/process';
import { sql } from '@fairmark/persistence/database';
import { createTestDatabase, type TestDatabase } from '@fairmark/persistence/testing';
import { sealText } from '@fairmark/runtime/temporal';
import { addEmployee } from '../testing/index.js';
import { testKeys } from '../testing/temporal.js';
import { deliverMail } from './consumer.js';
import { renderMail } from './render.js';
import { stepNames } from './stepNames.js';
import { mailText, mailKinds } from './texts.js';
import { mailTransport } from './transport.js';

let db: TestDatabase;
let dir: string;
let config: Parameters<typeof deliverMail>[1];
const CHINESE = /\p{Script=Han}/u;

beforeAll(async () => {
  db = await createTestDatabase();
  dir = await mkdtemp(path.join(tmpdir(), 'fairmark-mail-'));
  const http = { publicUrl: 'https://fairmark.example' } as Parameters<typeof renderMail>[0]['http'];
  config = { http, codecKeys: testKeys, mail: { smtpUrl: undefined, from: 'Fairmark <f@example.test>', dir }, redisUrl: undefined, database: { url: db.url, poolMax: 2 } };
});
afterAll(async () => {
  await db.drop();
  await rm(dir, { recursive: true });
});

async function outboxRow(): Promise<string> {
  const row = await db.database.read.one(sql<{ id: string }>`insert into outbox (channel, body) values ('mail', '{}') returning id`);
  return (row as { id: string }).id;
}

const deliver = async (body: MailBody, outboxId: string) => deliverMail(db.database, config, mailTransport(config), { ...body, outboxId });
const fileOf = (outboxId: string) => readFile(path.join(dir, `${outboxId.padStart(8, '0')}.eml`), 'utf8');

describe('a mail', () => {
  test('is in the language of its reader and leads to the task; sent again it stays one', async () => {
    const employeeId = await addEmployee(db.database.read, { name: '李雷', nameEn: 'Li Lei', locale: 'en' });
    const outboxId = await outboxRow();
    const body = { template: 'task.review.goalApproval', employeeId, link: '/visits/0199' };
    const name = await deliver(body, outboxId);
    const text = await fileOf(outboxId);
    expect(text).toContain('Subject: To do: Approve goals');
    expect(text).toContain('https://fairmark.example/visits/0199');
    expect(text).toMatch(/To: "?Li Lei"? <T[0-9a-f]+@example.test>/);
    expect(text).toContain(`Message-ID: <outbox-${outboxId}@fairmark.example>`);
    expect(await deliver(body, outboxId)).toBe('already sent');
    expect(await db.database.read.all(sql`select reference from deliveries where outbox_id = ${outboxId}`)).toEqual([{ reference: name }]);
  });

  test('that could not be sent is sent by the next attempt', async () => {
    const employeeId = await addEmployee(db.database.read);
    const outboxId = await outboxRow();
    const broken = { send: async () => Promise.reject(new Error('greylisted')), close: () => undefined };
    const job = { template: 'reminder.scoring', employeeId, link: '/visits/1', outboxId };
    await expect(deliverMail(db.database, config, broken, job)).rejects.toThrow('greylisted');
    expect(await deliverMail(db.database, config, mailTransport(config), job)).toMatch(/eml$/);
    expect((await readdir(dir)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('to a leaver goes to the private address, and carries the opened token of its link', async () => {
    const employeeId = await addEmployee(db.database.read);
    await db.database.read.run(sql`update employees set private_address = 'home@example.test' where id = ${employeeId}`);
    const outboxId = await outboxRow();
    await deliver({ template: 'identity.leaver', employeeId, link: '/links/{token}', sealedToken: sealText(testKeys, 'a/b'), toPrivateAddress: true }, outboxId);
    const text = await fileOf(outboxId);
    expect(text).toContain('home@example.test');
    expect(text).toContain('https://fairmark.example/links/a%2Fb');
  });
});

describe('texts', () => {
  test('every step in which people act has a name in both languages', () => {
    for (const step of [...Object.keys(reviewSteps), ...Object.keys(calibrationSteps), ...Object.keys(appealSteps)]) {
      expect([step, CHINESE.test(stepNames[step]?.zh ?? '')]).toEqual([step, true]);
      expect([step, CHINESE.test(stepNames[step]?.en ?? '中')]).toEqual([step, false]);
    }
  });

  test('every kind has both languages, an unknown one the general text', () => {
    for (const kind of [...mailKinds, 'somebody.else']) {
      const { subject, body } = mailText(kind);
      expect([kind, CHINESE.test(subject.zh), CHINESE.test(body.zh), CHINESE.test(subject.en + body.en)]).toEqual([kind, true, true, false]);
    }
  });
});
