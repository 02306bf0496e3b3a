import { env } from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MetricImportResult } from '@fairmark/contracts/metrics';
import { readMetricFile } from '@fairmark/domain/metrics';
import { sql, type Database } from '../database/index.js';
import { createTestDatabase, type TestDatabase } from '../testing/index.js';
import { importMetrics, loadMetricNames, loadReviewData } from './index.js';

const now = '2026-08-02T01:00:00.000Z';
const indicator = (id: string, change: object = {}) => ({
  id, name: { zh: id }, unit: 'count', direction: 'higher', aggregation: 'mean', subPeriod: 'month', horizon: 'short', dimension: 'customer', source: { zh: '来源' },
  validity: { min: '0', max: '1000' }, measurement: { kind: 'computed' }, ...change,
});

let db: TestDatabase;
let database: Database;
let uploader: string;

beforeAll(async () => {
  db = await createTestDatabase(String(env['TEST_DATABASE_URL']));
  database = db.database;
  const read = database.read;
  uploader = (await read.one(sql<{ id: string }>`insert into employees (number, name, email, zone, locale, region, hired_on) values ('E1', '甲', 'a@b.test', 'Asia/Shanghai', 'zh-CN', 'east', '2020-01-01') returning id`))?.id ?? '';
  await read.run(sql`insert into communities (code, name, type, region) values ('C-1', '一', 'content', 'east'), ('C-2', '二', 'content', 'east')`);
  const plan = await read.one(sql<{ id: string }>`insert into plans (code, name) values ('p', 'p') returning id`);
  await read.run(sql`insert into plan_versions (plan_id, no, state, document, document_hash) values (${plan?.id}, 1, 'draft', ${JSON.stringify({ indicators: [indicator('active'), indicator('sales')] })}, 'x')`);
});
afterAll(() => db.drop());

const load = async (...lines: string[]): Promise<MetricImportResult> =>
  database.transaction(async (tx) => importMetrics(tx, { file: readMetricFile(new TextEncoder().encode(['indicator,community,sub_period,value,source,batch', ...lines].join('\n')), await loadMetricNames(tx)), uploadedBy: uploader, now }));

const values = () => database.read.all(sql<{ value: string; current: boolean }>`select trim_scale(value)::text as value, superseded_by is null as current from metric_values where indicator = 'active' and community_id = (select id from communities where code = 'C-1') order by id`);

describe('importing indicator values', () => {
  it('stores a batch once, whatever the order of its rows, and refuses its code for other content', async () => {
    const rows = ['active,C-1,2026-07,40,crm,b1', 'active,C-2,2026-07,50,crm,b1'];
    expect(await load(...rows)).toMatchObject({ state: 'applied', added: 2, corrected: 0, quality: [{ indicatorId: 'active', subPeriod: '2026-07', qualityBp: 10_000 }] });
    expect(await load(...[...rows].reverse())).toMatchObject({ state: 'unchanged', added: 0, unchanged: 2 });
    expect(await load('active,C-1,2026-07,41,crm,b1')).toMatchObject({ state: 'refused', issues: [{ code: 'METRICS.BATCH_REUSED' }] });
    expect(await values()).toEqual([{ value: '40', current: true }]);
  });

  it('keeps the earlier value of a correction', async () => {
    expect(await load('active,C-1,2026-07,44,crm,b2', 'active,C-2,2026-07,50,crm,b2')).toMatchObject({ state: 'applied', added: 0, corrected: 1, unchanged: 1 });
    expect(await values()).toEqual(expect.arrayContaining([{ value: '40', current: false }, { value: '44', current: true }]));
    const chain = await database.read.one(sql<{ n: number }>`select count(*)::int as n from audit.entries where chain = 'metrics'`);
    expect(chain?.n).toBe(2);
  });

  it('stores nothing of a file with a refused cell', async () => {
    expect(await load('sales,C-1,2026-07,1,crm,b3', 'sales,C-2,2026-07,13812345678,crm,b3')).toMatchObject({ state: 'refused', errorCount: 1, issues: [{ row: 3, column: 'value', code: 'METRICS.PERSONAL_DATA' }] });
    expect((await database.read.all(sql`select 1 from metric_values where indicator = 'sales'`)).length).toBe(0);
  });

  it('names rows that lower the quality', async () => {
    const answer = await load('active,C-1,2026-06,5000,crm,b4', 'active,C-2,2026-06,50,crm,b4', 'active,C-2,2026-06,60,app,b4');
    expect(answer.issues.map(({ severity, row, code }) => [severity, row, code])).toEqual([['warning', 2, 'METRICS.OUT_OF_RANGE'], ['warning', 3, 'METRICS.SOURCES_DISAGREE'], ['warning', 4, 'METRICS.SOURCES_DISAGREE']]);
    expect(answer.quality).toMatchObject([{ qualityBp: 0, checks: { completeness: { rateBp: 10_000 }, accuracy: { rateBp: 6_666 }, consistency: { compared: 1, rateBp: 0 } } }]);
  });

  it('gives a review the current values of its communities, one source each, and the quality of its months', async () => {
    const item = { indicator: indicator('active'), counter: null, inputs: [] };
    const sheet = { blocks: [{ code: 'C-1', kind: 'community', items: [item] }, { code: 'C-2', kind: 'community', items: [item] }] } as never;
    const data = await loadReviewData(database.read, { sheet, employeeId: uploader, departmentId: uploader, window: { from: '2026-07-01', to: '2026-09-30' } });
    expect(data.values.map(({ blockCode, values: list }) => [blockCode, list.map((one) => `${one.subPeriod} ${one.value} ${one.source} ${one.batch}`)])).toEqual([
      ['C-1', ['2026-06 5000 crm b4', '2026-07 44 crm b2']], ['C-2', ['2026-06 60 app b4', '2026-07 50 crm b1']],
    ]);
    expect(data.quality).toEqual([{ indicatorId: 'active', subPeriod: '2026-07', qualityBp: 10_000, accepted: false }]);
  });
});
