import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { PaperList, PaperView } from '@fairmark/contracts/appeals';
import { freezePapers } from '@fairmark/persistence/appeals';
import { sql } from '@fairmark/persistence/database';
import { startTestApi, type TestApi, type TestEmployee } from '../testing/index.js';
import { AppealsModule } from './appeals.module.js';
import { addAppeal, type TestAppeal } from './testing.js';

jest.setTimeout(60_000);

let api: TestApi;
let a: TestAppeal;
beforeAll(async () => {
  api = await startTestApi({ features: [AppealsModule] });
  a = await addAppeal(api);
});
afterAll(() => api.close());

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n');
const upload = async (person: TestEmployee, content: Buffer, name = '聊天记录.pdf') => (await api.signInAs(person)).upload<PaperView & { code: string }>(`/api/reviews/${a.reviewId}/papers`, { file: { name, content, type: 'application/pdf' } });
const read = async (person: TestEmployee, id: string) => (await api.signInAs(person)).get(`/api/reviews/${a.reviewId}/papers/${id}`);

describe('papers', () => {
  test('are taken by their content, not by their name, and stored with a hash', async () => {
    expect(await upload(a.employee, pdf)).toMatchObject({ status: 200, body: { name: '聊天记录.pdf', mime: 'application/pdf', size: pdf.byteLength, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown, frozenAt: null } });
    expect(await upload(a.employee, Buffer.from('MZ not a paper'))).toMatchObject({ status: 415, body: { code: 'APPEAL.PAPER_TYPE' } });
    expect(await upload(a.employee, Buffer.from('<html><script>1</script></html>'))).toMatchObject({ body: { code: 'APPEAL.PAPER_TYPE' } });
    expect(await upload(a.employee, Buffer.alloc(0))).toMatchObject({ body: { code: 'APPEAL.PAPER_MISSING' } });
    const large = Buffer.alloc(20 * 1024 * 1024 + 1);
    pdf.copy(large);
    expect(await upload(a.employee, large)).toMatchObject({ status: 413, body: { code: 'APPEAL.PAPER_TOO_LARGE' } });
    expect((await upload(a.employee, pdf, '../../etc/<pass>wd')).body.name).toBe('passwd');
  });

  test('that were not handed in belong to their owner alone', async () => {
    const { body } = await upload(a.employee, pdf);
    const mine = await read(a.employee, body.id);
    expect(mine).toMatchObject({ status: 200, headers: { 'content-type': 'application/pdf' } });
    expect(mine.headers['content-disposition']).toMatch(/^attachment; /);
    await a.admit();
    for (const person of [a.members[0], a.manager]) expect((await read(person, body.id)).status).toBe(404);
    for (const person of [a.s.hr, a.s.stranger, a.alternate]) expect((await read(person, body.id)).status).toBe(403);
    expect((await upload(a.s.hr, pdf)).status).toBe(403);
    const left = await (await api.signInAs(a.employee)).delete<PaperList>(`/api/reviews/${a.reviewId}/papers/${body.id}`);
    expect(left.body.papers.map((paper) => paper.id)).not.toContain(body.id);
  });

  test('that are frozen are read by the panel, recorded, and never change', async () => {
    const { body } = await upload(a.employee, pdf);
    await api.database.transaction((tx) => freezePapers(tx, { appealId: a.id, reviewId: a.reviewId, ownerId: a.employee.id, evidenceSet: 1, paperIds: [body.id] }, new Date().toISOString()));
    const [member] = a.members;
    expect((await read(member, body.id)).status).toBe(200);
    expect(await api.database.read.one(sql`select object from audit.access_log where reader_id = ${member.id}`)).toEqual({ object: 'appealPaper' });
    for (const person of [a.manager, a.s.hr, a.s.stranger]) expect((await read(person, body.id)).status).not.toBe(200);
    expect((await (await api.signInAs(a.employee)).delete(`/api/reviews/${a.reviewId}/papers/${body.id}`)).body).toMatchObject({ code: 'APPEAL.PAPER_FROZEN' });
    expect((await (await api.signInAs(a.manager)).delete(`/api/reviews/${a.reviewId}/papers/${body.id}`)).body).toMatchObject({ code: 'APPEAL.PAPER_UNKNOWN' });
    expect(await api.database.transaction((tx) => freezePapers(tx, { appealId: a.id, reviewId: a.reviewId, ownerId: a.employee.id, evidenceSet: 2, paperIds: [body.id] }, new Date().toISOString()))).toBe(false);
  });
});
