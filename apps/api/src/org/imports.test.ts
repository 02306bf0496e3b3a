import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { OrgImportView } from '@fairmark/contracts/org';
import iconv from 'iconv-lite';
import { type Agent, startTestApi, type TestApi } from '../testing/index.js';
import { OrgModule } from './org.module.js';

let api: TestApi;
let hr: Agent;
beforeAll(async () => {
  api = await startTestApi({ features: [OrgModule] });
  hr = await api.signInAs(await api.newEmployee({ roles: ['hr'] }));
});
afterAll(() => api.close());

type Files = Record<string, string | Buffer>;
const upload = (files: Files, agent = hr) => agent.upload<{ id: string }>('/api/org/imports', Object.fromEntries(Object.entries(files).map(([name, content], index) => [`file${index}`, { name, content }])));

/** Looks until the work on an import has ended, as the page does. */
async function settled(id: string): Promise<OrgImportView> {
  for (;;) {
    const { body } = await hr.get<OrgImportView>(`/api/org/imports/${id}`);
    if (body.state !== 'checking' && body.state !== 'applying') return body;
  }
}

async function dryRun(files: Files): Promise<OrgImportView> {
  const answer = await upload(files);
  expect(answer.status).toBe(202);
  return settled(answer.body.id);
}

async function imported(files: Files): Promise<OrgImportView> {
  const { id, state, preview } = await dryRun(files);
  expect([state, preview?.errors]).toEqual(['ready', []]);
  expect((await hr.post(`/api/org/imports/${id}/apply`)).status).toBe(202);
  return settled(id);
}

const chinese = (...rows: string[]) => `工号,姓名,邮箱,时区,语言,区域,上级工号,入职日期\r\n${rows.join('\r\n')}\r\n`;
const person = (number: string, manager = '') => `${number},王小明,${number.toLowerCase()}@x.example,Asia/Shanghai,中文,亚太,${manager},2024-01-01`;

describe('importing over HTTP', () => {
  test('shows what would change, applies it once, and then has nothing to do', async () => {
    const files = { '员工.csv': chinese(person('A1'), person('A2', 'A1')) };
    const checked = await dryRun(files);
    expect(checked).toMatchObject({ state: 'ready', changeCount: 3, preview: { summaries: [{ file: 'employees', rows: 2, added: 2, errors: 0 }] } });
    expect((await hr.get(`/api/org/employees?search=A2`)).body).toMatchObject({ total: 0 });
    expect((await hr.post(`/api/org/imports/${checked.id}/apply`)).status).toBe(202);
    expect(await settled(checked.id)).toMatchObject({ state: 'applied', progress: null, appliedBy: { id: expect.any(String) } });
    expect(await hr.post(`/api/org/imports/${checked.id}/apply`)).toMatchObject({ status: 422, body: { code: 'ORG.IMPORT_STATE', details: { state: 'applied' } } });
    expect(await dryRun(files)).toMatchObject({ state: 'ready', changeCount: 0 });
    expect((await hr.get('/api/org/employees?search=A2')).body).toMatchObject({ total: 1, employees: [{ number: 'A2', manager: { name: '王小明' }, invitation: 'none', state: 'active' }] });
  });

  test('reads every encoding, separator and language of headers as the same organisation', async () => {
    const text = chinese(person('B1'));
    await imported({ 'employees.csv': text });
    const english = 'Number;Name;E-Mail;Time Zone;Language;Region;Manager;Hire date\nB1;王小明;b1@x.example;Asia/Shanghai;zh-CN;亚太;;2024-01-01\n';
    const variants: Buffer[] = [
      Buffer.from(text), Buffer.from(`\uFEFF${text}`), iconv.encode(text, 'gb18030'), iconv.encode(text, 'utf-16le', { addBOM: true }),
      Buffer.from(text.replaceAll(',', '\t')), Buffer.from(english), Buffer.from(text.replaceAll('王小明', '"王小明"')),
    ];
    for (const content of variants) expect(await dryRun({ 'employees.csv': content })).toMatchObject({ state: 'ready', changeCount: 0 });
    const broken = await dryRun({ 'employees.csv': Buffer.from([0xff, 0, 0x81, 0xff]) });
    expect(broken.preview?.errors).toMatchObject([{ code: 'ORG.ENCODING', row: 0 }]);
  });

  test('refuses loops, unknown and departed managers, duplicates, and writes nothing of the good rows', async () => {
    const file = chinese(person('C1', 'C2'), person('C2', 'C1'), person('C3', 'NOBODY'), person('C4'), person('C4'), person('C5').replace('c5@', 'c4@'));
    const refused = await dryRun({ 'employees.csv': file });
    expect(refused.state).toBe('refused');
    expect(refused.preview?.errors.map(({ row, column, code }) => [row, column, code])).toEqual(expect.arrayContaining([
      [2, 'manager_number', 'ORG.MANAGER_LOOP'], [3, 'manager_number', 'ORG.MANAGER_LOOP'], [4, 'manager_number', 'ORG.UNKNOWN_MANAGER'], [6, 'number', 'ORG.DUPLICATE_NUMBER'], [7, 'email', 'ORG.DUPLICATE_EMAIL'],
    ]));
    expect(await hr.post(`/api/org/imports/${refused.id}/apply`)).toMatchObject({ status: 422, body: { code: 'ORG.IMPORT_STATE' } });
    expect((await hr.get('/api/org/employees?search=c4%40')).body).toMatchObject({ total: 0 });
    const returned = await hr.get(`/api/org/imports/${refused.id}/files/employees?locale=zh-CN`);
    expect(returned.headers['content-disposition']).toBe('attachment; filename="employees-errors.csv"');
    expect(returned.text.split('\r\n')[3]).toContain('上级工号: 上级不存在');
  });

  test('neutralises formulas on export, and the export imports as no change', async () => {
    await imported({ 'employees.csv': chinese(person('D1').replace('王小明', '=HYPERLINK("http://evil")').replace('"http://evil"', 'evil')) });
    const exported = await hr.get('/api/org/export/employees?locale=en');
    expect(exported.text).toContain(",'=HYPERLINK(evil),");
    expect(await dryRun({ 'employees.csv': exported.text })).toMatchObject({ state: 'ready', changeCount: 0 });
    const all = await hr.get('/api/org/export');
    expect(all.headers['content-type']).toBe('application/zip');
  });

  test('gives templates in both languages that can be imported as they are', async () => {
    const kinds = ['departments', 'positions', 'employees', 'leaves', 'communities', 'assignments'];
    for (const locale of ['zh-CN', 'en']) {
      const files = await Promise.all(kinds.map(async (kind) => [`${kind}.csv`, (await hr.get(`/api/org/templates/${kind}?locale=${locale}`)).text]));
      expect(await dryRun(Object.fromEntries(files) as Files)).toMatchObject({ state: 'ready' });
    }
  });

  test('is closed to people without a role in the whole company', async () => {
    const departmentId = await api.newDepartment();
    const scoped = await api.signInAs(await api.newEmployee({ roles: [{ role: 'hr', departmentId }] }));
    const nobody = await api.signInAs(await api.newEmployee());
    for (const agent of [scoped, nobody]) {
      expect((await upload({ 'employees.csv': chinese(person('X')) }, agent)).status).toBe(403);
      expect((await agent.get('/api/org/export')).status).toBe(403);
      expect((await agent.get('/api/org/imports')).status).toBe(403);
    }
    expect(await hr.post('/api/org/imports', {})).toMatchObject({ status: 415 });
    expect(await hr.upload('/api/org/imports', {}, { note: 'x' })).toMatchObject({ status: 422, body: { code: 'ORG.NO_FILE' } });
    expect((await hr.get<{ imports: unknown[] }>('/api/org/imports')).body.imports.length).toBeGreaterThan(5);
  });
});
