import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { featureModules } from '@fairmark/api';
import { startTestApi, type TestApi } from '@fairmark/api/testing';
import type { SessionView } from '@fairmark/contracts/identity';
import { referencePlan } from '@fairmark/domain/plans';
import { sql } from '@fairmark/persistence/database';
import { deliverMail, mailTransport, writeToLeavers } from '@fairmark/worker/testing/product';
import { buildWorld, type World } from './world.js';

type MailJob = Parameters<typeof deliverMail>[3];

let api: TestApi;
let world: World;
let folder: string;

beforeAll(async () => {
  api = await startTestApi({ features: featureModules });
  world = await buildWorld(api);
  folder = await mkdtemp(path.join(tmpdir(), 'leaver-'));
  await api.database.read.run(sql`update reviews set step = 'result', published_at = now() - interval '1 hour' where id = ${world.objects.review}`);
  await api.database.read.run(sql`
    with version as (insert into plan_versions (plan_id, no, state, document, document_hash) select plan_id, 2, 'inUse', ${JSON.stringify(referencePlan)}::jsonb, 'r' from reviews where id = ${world.objects.review} returning id)
    update reviews r set plan_version_id = version.id from version where r.id = ${world.objects.review}`);
  await api.database.read.run(sql`update employees set left_on = current_date - 3, private_address = 'home@x.example' where id = ${world.people.self}`);
});
afterAll(async () => {
  await api.close();
  await rm(folder, { recursive: true });
});

/** What stands in the mailbox at home, with the signs of its transport encoding put back. */
async function mailbox(): Promise<string[]> {
  const settings = { ...api.config, mail: { ...api.config.mail, smtpUrl: undefined, dir: folder } };
  for (const { id, body } of await api.database.read.all(sql<{ id: string; body: Omit<MailJob, 'outboxId'> }>`select id, body from outbox where channel = 'mail'`))
    await deliverMail(api.database, settings, mailTransport(settings), { ...body, outboxId: id });
  const mails = await Promise.all((await readdir(folder)).sort().map((name) => readFile(path.join(folder, name), 'utf8')));
  return mails.map((mail) => mail.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))).filter((mail) => mail.includes('<home@x.example>'));
}

describe('the link that somebody who left gets by mail', () => {
  test('opens the own result, and nothing else, once', async () => {
    expect(await writeToLeavers(api.database, api.config)).toBe(1);
    const [mail, ...more] = await mailbox();
    expect(more).toEqual([]);
    const token = /\/leaver#([\w-]+)/.exec(String(mail))?.[1];
    const agent = api.anonymous();
    expect((await agent.post('/api/links/inspect', { token })).body).toMatchObject({ purpose: 'leaver' });
    const { reviewId } = (await agent.post<SessionView>('/api/links/open', { token })).body;
    expect(reviewId).toBe(world.objects.review);
    expect((await agent.get(`/api/reviews/${reviewId}`)).body).toMatchObject({ relation: 'self', sections: expect.arrayContaining(['result']) as unknown });
    for (const path of ['/api/inbox', '/api/notices', '/api/delegations', '/api/calendar/changes']) expect([path, (await agent.get(path)).status]).toEqual([path, 403]);
    expect(await api.anonymous().post('/api/links/open', { token })).toMatchObject({ status: 410, body: { code: 'IDENTITY.LINK_INVALID' } });
  });
});
