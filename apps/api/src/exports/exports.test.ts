import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ExportList, ExportView } from '@fairmark/contracts/exports';
import { sql } from '@fairmark/persistence/database';
import { exportContent, settleExport, takeExport } from '@fairmark/persistence/exports';
import { dropExport, keepExport } from '@fairmark/runtime/exports';
import { newReview } from '../inbox/testRows.js';
import { RewardsModule } from '../rewards/rewards.module.js';
import { type Agent, startTestApi, type TestApi } from '../testing/index.js';
import { ExportsModule } from './exports.module.js';

let api: TestApi;
let [person, other, hr]: Agent[] = [];
let cycleId: string;
beforeAll(async () => {
  api = await startTestApi({ features: [ExportsModule, RewardsModule] });
  const department = await api.newDepartment();
  const employee = await api.newEmployee({ department, name: '李雷' });
  const ofHr = await api.newEmployee({ roles: ['hr'] });
  [person, other, hr] = [await api.signInAs(employee), await api.signInAs(await api.newEmployee()), await api.signInAs(ofHr)];
  ({ cycleId } = await newReview(api.database, { hr: ofHr.id, employee: employee.id, department }));
});
afterAll(() => api.close());

/** What the worker does with the job. */
async function build(id: string, now = new Date().toISOString()): Promise<void> {
  await api.database.transaction(async (tx) => {
    const wanted = await takeExport(tx, id);
    if (wanted) await settleExport(tx, wanted, await keepExport(api.config, id, await exportContent(tx, wanted, now)), now);
  });
}
const ask = async (): Promise<string> => (await (person as Agent).post<ExportView>('/api/exports/personal')).body.id;

describe('an export', () => {
  test('is taken by who asked, and does not exist for anybody else', async () => {
    const id = await ask();
    const path = `/api/exports/${id}/file`;
    expect(await person?.get(path)).toMatchObject({ status: 409, body: { code: 'EXPORT.NOT_READY' } });
    await build(id);
    expect((await person?.get<ExportList>('/api/exports'))?.body.exports).toMatchObject([{ id, kind: 'personal', state: 'ready', cycle: null }]);
    const file = await person?.get(path);
    expect(file).toMatchObject({ status: 200, headers: { 'content-disposition': 'attachment; filename="my-data.json"' } });
    expect(JSON.parse(String(file?.text))).toMatchObject({ person: { name: '李雷' }, reviews: [{ cycle: '2026 Q3', result: null }] });
    expect(await other?.get(path)).toMatchObject({ status: 404, body: { code: 'OBJECT.NOT_FOUND' } });
    expect((await other?.get<ExportList>('/api/exports'))?.body.exports).toEqual([]);
    expect(await api.database.read.all(sql`select action from audit.entries where chain like 'exports/%' order by seq`)).toEqual([{ action: 'export.requested' }, { action: 'export.downloaded' }]);
    await dropExport(api.config, id);
    expect(await person?.get(path)).toMatchObject({ status: 410, body: { code: 'EXPORT.EXPIRED' } });
  });

  test('whose time is over is refused although the file is still there', async () => {
    const id = await ask();
    await build(id, new Date(Date.now() - 72 * 3_600_000 - 1_000).toISOString());
    expect(await person?.get(`/api/exports/${id}/file`)).toMatchObject({ status: 410, body: { code: 'EXPORT.EXPIRED' } });
  });

  test('of a payroll is for HR of the cycle, and takes the place of the direct file when that would be too long', async () => {
    expect((await person?.post(`/api/cycles/${cycleId}/exports/payroll`))?.status).toBe(403);
    const { body } = (await hr?.post<ExportView>(`/api/cycles/${cycleId}/exports/payroll`)) as { body: ExportView };
    expect(body).toMatchObject({ kind: 'payroll', state: 'waiting', cycle: { id: cycleId } });
    await build(body.id);
    expect((await hr?.get(`/api/exports/${body.id}/file`))?.text).toMatch(/^\uFEFFkey,number,name,kind,amount,held,exported_at\r\n/);
    await api.database.read.run(sql`
      with people as (insert into employees (number, name, email, zone, locale, region, hired_on) select 'N' || n, 'n', 'n' || n || '@example.test', 'Asia/Shanghai', 'zh-CN', 'east', '2020-01-01' from generate_series(1, 1001) n returning id)
      insert into reviews (cycle_id, employee_id, plan_id, plan_version_id, workflow_id, state, period_start, period_end, department_id, published_at)
      select r.cycle_id, p.id, r.plan_id, r.plan_version_id, 'review/' || p.id, 'open', r.period_start, r.period_end, r.department_id, now() - interval '1 hour' from reviews r, people p where r.cycle_id = ${cycleId}`);
    expect(await hr?.get(`/api/cycles/${cycleId}/payroll`)).toMatchObject({ status: 422, body: { code: 'EXPORT.TOO_LARGE', details: { lines: 1_001, most: 1_000 } } });
  });
});
