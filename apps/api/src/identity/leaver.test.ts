import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { SessionView } from '@fairmark/contracts/identity';
import { sql } from '@fairmark/persistence/database';
import { leaversToWrite, sendLeaverLink } from '@fairmark/persistence/identity';
import { openText, sealText } from '@fairmark/runtime/temporal';
import { AppealsModule } from '../appeals/appeals.module.js';
import { InboxModule } from '../inbox/inbox.module.js';
import { newReview, newVisit, type ReviewRows } from '../inbox/testRows.js';
import { ReviewsModule } from '../reviews/reviews.module.js';
import { type Agent, startTestApi, type TestApi } from '../testing/index.js';

let api: TestApi;
let hr: Agent;
let rows: ReviewRows;
let other: ReviewRows;
let leaver: string;
let visitId: string;
const run = (query: ReturnType<typeof sql>) => api.database.read.run(query);
beforeAll(async () => {
  api = await startTestApi({ features: [ReviewsModule, AppealsModule, InboxModule] });
  const department = await api.newDepartment();
  const person = await api.newEmployee({ roles: ['hr'] });
  hr = await api.signInAs(person);
  leaver = (await api.newEmployee({ department })).id;
  rows = await newReview(api.database, { hr: person.id, employee: leaver, department });
  other = await newReview(api.database, { hr: person.id, employee: (await api.newEmployee({ department })).id, department });
  visitId = await newVisit(api.database, { workflowId: rows.workflowId, step: 'acknowledgement', subjectId: leaver, people: { [leaver]: 'subject' } });
  await run(sql`update reviews set step = 'result', published_at = now() - interval '1 hour'`);
  await run(sql`update employees set left_on = current_date - 3, private_address = 'home@x.example' where id = ${leaver}`);
});
afterAll(() => api.close());
beforeEach(() => run(sql`delete from one_time_links`).then(() => undefined));

/** What the worker does for everybody who waits; answers the token of the mail. */
async function write(): Promise<string | undefined> {
  const sent = await api.database.transaction(async (tx) => {
    const found = await leaversToWrite(tx, 10);
    for (const review of found) await sendLeaverLink(tx, { ...review, by: null, at: new Date().toISOString() }, (token) => sealText(api.config.codecKeys, token));
    return found.length;
  });
  return sent === 0 ? undefined : mailed();
}

async function mailed(): Promise<string> {
  const row = await api.database.read.one(sql<{ body: { sealedToken: string; toPrivateAddress: boolean; template: string } }>`select body from outbox where channel = 'mail' order by id desc limit 1`);
  expect(row?.body).toMatchObject({ template: 'identity.leaver', toPrivateAddress: true, link: '/leaver#{token}' });
  return openText(api.config.codecKeys, String(row?.body.sealedToken));
}

async function opened(): Promise<Agent> {
  const agent = api.anonymous();
  expect((await agent.post<SessionView>('/api/links/open', { token: await write() })).body).toMatchObject({ person: { id: leaver }, reviewId: rows.reviewId });
  return agent;
}

describe('the link of somebody who left', () => {
  test('is sent once to the private address, works once, and can be asked for again', async () => {
    const token = await write();
    expect(await write()).toBeUndefined();
    expect((await api.anonymous().post('/api/links/inspect', { token })).body).toMatchObject({ purpose: 'leaver' });
    const agent = api.anonymous();
    expect((await agent.post('/api/links/open', { token })).status).toBe(200);
    expect((await api.anonymous().post('/api/links/open', { token })).body).toMatchObject({ code: 'IDENTITY.LINK_INVALID' });
    expect((await api.anonymous().post('/api/links/renew', { token })).status).toBe(202);
    expect((await api.anonymous().post('/api/links/open', { token: await mailed() })).status).toBe(200);
    expect((await api.anonymous().post('/api/links/renew', { token: 'x'.repeat(43) })).status).toBe(202);
  });

  test('opens the own result and appeal, and nothing else', async () => {
    const agent = await opened();
    expect((await agent.get('/api/session')).body).toMatchObject({ reviewId: rows.reviewId });
    expect((await agent.get(`/api/visits/${visitId}`)).status).toBe(200);
    expect((await agent.get(`/api/reviews/${rows.reviewId}/papers`)).status).toBe(200);
    for (const path of ['/api/inbox', '/api/reviews/mine', `/api/reviews/${other.reviewId}`]) expect([path, (await agent.get(path)).status]).toEqual([path, 403]);
    expect((await agent.put('/api/session/password', { current: 'x', password: 'long enough 1' })).status).toBe(403);
  });

  test('is not sent while nothing waits for them, and is refused then', async () => {
    const token = await write();
    await run(sql`update visits set state = 'closed' where id = ${visitId}`);
    expect((await api.anonymous().post('/api/links/open', { token })).body).toMatchObject({ code: 'IDENTITY.LINK_INVALID' });
    await run(sql`delete from one_time_links`);
    expect(await write()).toBeUndefined();
    expect((await hr.post(`/api/reviews/${rows.reviewId}/leaver-link`)).body).toMatchObject({ code: 'IDENTITY.NOT_A_LEAVER' });
    await run(sql`update visits set state = 'open' where id = ${visitId}`);
  });

  test('is sent again by HR, when there is an address', async () => {
    expect((await hr.post(`/api/reviews/${rows.reviewId}/leaver-link`)).status).toBe(202);
    expect((await api.anonymous().post('/api/links/open', { token: await mailed() })).status).toBe(200);
    await run(sql`update employees set private_address = null where id = ${leaver}`);
    expect((await hr.post(`/api/reviews/${rows.reviewId}/leaver-link`)).body).toMatchObject({ code: 'IDENTITY.NO_PRIVATE_ADDRESS' });
    await run(sql`update employees set private_address = 'home@x.example' where id = ${leaver}`);
  });
});
