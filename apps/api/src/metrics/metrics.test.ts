import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { MetricBatches, MetricImportResult, QualityList, ValueReports } from '@fairmark/contracts/metrics';
import { workflowId } from '@fairmark/contracts/process';
import { sql } from '@fairmark/persistence/database';
import { startTestApi, type Agent, type TestApi, type TestEmployee } from '../testing/index.js';
import { MetricsModule } from './metrics.module.js';

let api: TestApi;
let hr: TestEmployee;
let head: TestEmployee;
let person: TestEmployee;
let departmentId: string;
let reviewId: string;
let asHr: Agent;

const one = async (query: ReturnType<typeof sql<{ id: string }>>) => String((await api.database.read.one(query))?.id);
const indicator = (id: string) => ({ id, unit: 'count', direction: 'higher', aggregation: 'sum', subPeriod: 'month', validity: { min: '0', max: '1000' }, measurement: { kind: 'computed' } });
const sheet = { blocks: [{ code: 'C-1', kind: 'community', items: [{ itemId: 'C-1.orders', kind: 'indicator', indicator: indicator('orders'), inputs: [] }] }] };

beforeAll(async () => {
  api = await startTestApi({ features: [MetricsModule] });
  [hr, head] = [await api.newEmployee({ roles: ['hr'] }), await api.newEmployee()];
  departmentId = await api.newDepartment({ head: head.id });
  person = await api.newEmployee({ department: departmentId, manager: head.id });
  const tx = api.database.read;
  await tx.run(sql`insert into communities (code, name, type, region) values ('C-1', '一', 'content', 'east'), ('C-2', '二', 'content', 'east')`);
  const planId = await one(sql<{ id: string }>`insert into plans (code, name) values ('p', 'p') returning id`);
  const versionId = await one(sql<{ id: string }>`insert into plan_versions (plan_id, no, state, document, document_hash) values (${planId}, 1, 'inUse', ${JSON.stringify({ indicators: [indicator('orders')], minQualityBp: 9_500 })}, 'x') returning id`);
  const cycleId = await one(sql<{ id: string }>`
    insert into cycles (name, plan_id, plan_version_id, period_start, period_end, state, population, created_by) values ('c', ${planId}, ${versionId}, '2026-07-01', '2026-09-30', 'running', '{}', ${hr.id}) returning id`);
  reviewId = await one(sql<{ id: string }>`
    insert into reviews (cycle_id, employee_id, plan_id, plan_version_id, workflow_id, state, step, period_start, period_end, department_id, manager_id, sheet)
    values (${cycleId}, ${person.id}, ${planId}, ${versionId}, ${workflowId.review(cycleId, person.id)}, 'open', 'period', '2026-07-01', '2026-09-30', ${departmentId}, ${head.id}, ${JSON.stringify(sheet)}) returning id`);
  await tx.run(sql`insert into processes (workflow_id, kind, ref_id, step) values (${workflowId.review(cycleId, person.id)}, 'review', ${reviewId}, 'period')`);
  asHr = await api.signInAs(hr);
}, 60_000);
afterAll(() => api.close());

const upload = (query: string, ...lines: string[]) => asHr.upload<MetricImportResult>(`/api/metrics/imports${query}`, { file: { name: 'values.csv', content: lines.join('\n') } });
const header = 'indicator,community,sub_period,value,source,batch';

describe('importing values', () => {
  test('is tried first, done once, and repeated without effect', async () => {
    const file = [header, 'orders,C-1,2026-07,90,crm,b1', 'orders,C-2,2026-07,95,crm,b1'];
    expect((await upload('?dryRun=true', ...file)).body).toMatchObject({ state: 'dryRun', added: 2 });
    expect((await asHr.get<MetricBatches>('/api/metrics/imports')).body.batches).toEqual([]);
    expect(await upload('', ...file)).toMatchObject({ status: 200, body: { state: 'applied', batch: 'b1', added: 2, quality: [{ indicatorId: 'orders', subPeriod: '2026-07', qualityBp: 10_000 }] } });
    expect((await upload('', ...file)).body).toMatchObject({ state: 'unchanged' });
    expect((await asHr.get<MetricBatches>('/api/metrics/imports')).body.batches).toMatchObject([{ code: 'b1', rowCount: 2, source: 'crm' }]);
  });

  test('names row and column of what is refused, keeps nothing, and does not repeat end users’ data', async () => {
    const answer = await upload('', header, 'orders,C-1,2026-08,90,crm,b2', 'orders,C-9,2026-08,x,li.lei@mail.example,b2');
    expect(answer.body).toMatchObject({ state: 'refused', errorCount: 1, issues: [{ row: 3, column: 'source', code: 'METRICS.PERSONAL_DATA', details: { kind: 'email' } }] });
    expect(answer.text).not.toContain('li.lei');
    expect((await asHr.get('/api/metrics/export?from=2026-08-01&to=2026-08-31')).text).not.toContain('C-1');
  });

  test('needs a file, and HR', async () => {
    expect(await asHr.post('/api/metrics/imports', {})).toMatchObject({ status: 422, body: { code: 'METRICS.NO_FILE' } });
    const asPerson = await api.signInAs(person);
    expect((await asPerson.upload('/api/metrics/imports', { file: { name: 'v.csv', content: header } })).status).toBe(403);
    expect((await asPerson.get('/api/metrics/quality')).status).toBe(403);
  });

  test('reads back what it exports, and its template names all columns', async () => {
    const exported = await asHr.get('/api/metrics/export?from=2026-07-01&to=2026-07-31&locale=zh-CN');
    expect(exported.headers['content-type']).toContain('text/csv');
    expect((await upload('', ...exported.text.replaceAll('b1', 'b1 again').split('\r\n'))).body).toMatchObject({ state: 'applied', added: 0, unchanged: 2 });
    expect((await asHr.get('/api/metrics/template?locale=en')).text).toContain('indicator,community,employee,sub_period,value,weight,source,batch');
  });
});

describe('low quality', () => {
  const accept = (agent: Agent, as: string, extra: object = {}) => agent.post('/api/metrics/acceptances', { indicatorId: 'orders', subPeriod: '2026-07', departmentId, as, reason: '接口故障已核实', ...extra });

  test('is accepted by HR and the head of the department, two people, each once', async () => {
    expect(await accept(asHr, 'hr')).toMatchObject({ status: 422, body: { code: 'METRICS.QUALITY_GOOD' } });
    await asHr.post('/api/metrics/samples', { indicatorId: 'orders', subPeriod: '2026-07', checked: 10, refuted: 2 });
    const asHead = await api.signInAs(head);
    expect((await asHead.get<QualityList>('/api/metrics/quality')).body).toMatchObject({ limitBp: 9_500, rows: [{ qualityBp: 8_000, acceptances: [] }], acceptFor: [{ departmentId, as: 'head' }] });
    expect(await accept(asHead, 'hr')).toMatchObject({ body: { code: 'METRICS.MAY_NOT_ACCEPT' } });
    expect((await accept(asHr, 'hr')).status).toBe(200);
    expect(await accept(asHr, 'hr')).toMatchObject({ body: { code: 'METRICS.ALREADY_ACCEPTED' } });
    expect((await accept(asHead, 'head')).status).toBe(200);
    expect((await asHr.get<QualityList>('/api/metrics/quality')).body.rows[0]?.acceptances).toMatchObject([{ departmentId, hr: { by: { id: hr.id }, reason: '接口故障已核实' }, head: { by: { id: head.id } } }]);
    expect(await accept(asHead, 'head', { subPeriod: '2026-12' })).toMatchObject({ body: { code: 'METRICS.UNKNOWN_QUALITY' } });
  });
});

describe('a value that the person holds for wrong', () => {
  test('is reported before scoring, answered by HR once, and told', async () => {
    const [asPerson, asHead] = [await api.signInAs(person), await api.signInAs(head)];
    const body = { itemId: 'C-1.orders', note: '七月少计一场活动' };
    expect((await asHead.post(`/api/reviews/${reviewId}/value-reports`, body)).status).toBe(403);
    expect(await asPerson.post(`/api/reviews/${reviewId}/value-reports`, { ...body, itemId: '_personal.growth' })).toMatchObject({ body: { code: 'METRICS.UNKNOWN_ITEM' } });
    expect((await asPerson.post(`/api/reviews/${reviewId}/value-reports`, body)).status).toBe(201);
    const { reports } = (await asHr.get<ValueReports>('/api/metrics/reports')).body;
    expect(reports).toMatchObject([{ itemId: 'C-1.orders', createdBy: { id: person.id }, answer: null }]);
    const answer = () => asHr.post(`/api/metrics/reports/${reports[0]?.id}/answer`, { answer: '已用批次 b9 更正' });
    expect([(await answer()).status, (await answer()).body]).toMatchObject([200, { code: 'METRICS.ALREADY_ANSWERED' }]);
    expect(await api.database.read.all(sql`select employee_id as id, kind from notices order by id`)).toEqual([{ id: hr.id, kind: 'metrics.reported' }, { id: person.id, kind: 'metrics.answered' }]);
    await api.database.read.run(sql`update reviews set scored_at = now() where id = ${reviewId}`);
    expect(await asPerson.post(`/api/reviews/${reviewId}/value-reports`, body)).toMatchObject({ body: { code: 'METRICS.REPORT_TOO_LATE' } });
  });
});
