import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { indicator } from '../scoring/testing.js';
import { checkQuality, exportMetrics, metricTemplate, parseSubPeriod, personalDataIn, readMetricFile, type CheckedValue, type MetricNames } from './index.js';

const names: MetricNames = {
  indicators: new Map([['sales', indicator('sales')], ['taste', indicator('taste', { measurement: { kind: 'judged', anchors: [] } })]]), communities: new Set(['C-1', 'C-2']), employees: new Set(['E1']),
};
const read = (...lines: string[]) => readMetricFile(new TextEncoder().encode(lines.join('\n')), names);
const header = 'indicator,community,employee,sub_period,value,weight,source,batch';
const codes = (...lines: string[]) => read(...lines).issues.map(({ row, column, code }) => [row, column, code]);

describe('reading indicator values', () => {
  it('reads English and Chinese headers, months, weeks and people', () => {
    const file = read('指标;社群编码;工号;期间;数值;来源;批次', 'sales;C-1;;2026-07;12.5;crm;b1', 'sales;;E1;2026-W31;-3;crm;b1');
    expect(file).toMatchObject({ batch: 'b1', issues: [] });
    expect(file.rows).toEqual([
      { row: 2, indicatorId: 'sales', community: 'C-1', employee: null, subPeriod: '2026-07', startsOn: '2026-07-01', endsOn: '2026-07-31', value: '12.5', weight: null, source: 'crm' },
      { row: 3, indicatorId: 'sales', community: null, employee: 'E1', subPeriod: '2026-W31', startsOn: '2026-07-27', endsOn: '2026-08-02', value: '-3', weight: null, source: 'crm' },
    ]);
  });

  it('names row and column of every refusal and takes nothing of such a file', () => {
    const file = [header, 'sales,C-1,E1,2026-07,1,,crm,b', 'fun,C-9,,2026-13,x,-1,,b', 'taste,C-1,,2026-07,1,,crm,c', 'sales,C-2,,2026-07,1,,crm,b', 'sales,C-2,,2026-07,2,,crm,b'];
    expect(read(...file).rows).toEqual([]);
    expect(codes(...file)).toEqual([
      [2, null, 'METRICS.ONE_SUBJECT'], [3, 'community', 'METRICS.UNKNOWN_COMMUNITY'], [3, 'sub_period', 'METRICS.BAD_SUB_PERIOD'], [3, 'indicator', 'METRICS.UNKNOWN_INDICATOR'],
      [3, 'value', 'METRICS.BAD_NUMBER'], [3, 'weight', 'METRICS.BAD_NUMBER'], [3, 'source', 'METRICS.REQUIRED'], [4, 'indicator', 'METRICS.TAKES_NO_VALUES'],
      [6, null, 'METRICS.DUPLICATE_ROW'], [0, 'batch', 'METRICS.SEVERAL_BATCHES'],
    ]);
  });

  it('refuses unknown, doubled and missing columns', () => {
    expect(codes('indicator,value,value,nickname')).toEqual([
      [1, 'value', 'METRICS.DUPLICATE_COLUMN'], [1, '4', 'METRICS.UNKNOWN_COLUMN'], [1, 'sub_period', 'METRICS.MISSING_COLUMN'],
      [1, 'source', 'METRICS.MISSING_COLUMN'], [1, 'batch', 'METRICS.MISSING_COLUMN'], [1, 'community', 'METRICS.MISSING_COLUMN'],
    ]);
  });

  it('is the same content whatever the order and the spelling of the file', () => {
    const rows = ['sales,C-1,,2026-07,1,,crm,b', 'sales,C-2,,2026-07,2,,crm,b'];
    expect(read(header, ...rows).content).toBe(read(header, ...[...rows].reverse()).content);
    expect(read(header, ...rows).content).not.toBe(read(header, rows[0] ?? '').content);
  });

  it('reads its own template and export', () => {
    const template = readMetricFile(metricTemplate('zh-CN'), { ...names, indicators: new Map([['conversionRate', indicator('conversionRate')]]), communities: new Set(['C-001']) });
    expect(template).toMatchObject({ issues: [], rows: [{ indicatorId: 'conversionRate', subPeriod: '2026-07' }] });
    const value = { indicatorId: 'sales', community: 'C-1', employee: null, subPeriod: '2026-07', value: '-4', weight: '2', source: 'crm', batch: 'b1' };
    expect(readMetricFile(exportMetrics([value], 'en'), names)).toMatchObject({ issues: [], batch: 'b1', rows: [{ value: '-4', weight: '2' }] });
  });
});

describe('end users’ data', () => {
  it.each([
    ['13812345678', 'phone'], ['+86 138 1234 5678', 'phone'], ['１３８１２３４５６７８', 'phone'], ['tel 010-62345678', 'phone'], ['+44 20 7946 0958', 'phone'],
    ['11010519491231002X', 'identityCard'], ['110105491231002', 'identityCard'], ['li.lei@mail.example', 'email'], ['李＠邮件.中国', 'email'],
    ['wxid_abc123def', 'weChat'], ['微信号 lilei_88', 'weChat'], ['WeChat: lilei88', 'weChat'],
  ])('%s looks like one', (cell, kind) => expect(personalDataIn(cell)).toBe(kind));

  it.each(['1234.567', '2026-07-01/2026-09-30', 'C-001', '2026-07-shop', 'wechat-miniapp', '微信小程序', '1200', '0.138123', '99999999.5', 'E100023'])('%s does not', (cell) => expect(personalDataIn(cell)).toBeUndefined());

  it('refuses the file and repeats nothing of the cell, wherever it stands', () => {
    const file = read(header, 'sales,C-1,,2026-07,13812345678,,crm,b', 'sales,C-2,,2026-07,1,,wxid_abc123def,b');
    expect(file.issues.map(({ row, column, details }) => [row, column, details])).toEqual([[2, 'value', { kind: 'phone' }], [3, 'source', { kind: 'weChat' }]]);
    expect(JSON.stringify(file)).not.toMatch(/13812345678|abc123def/);
    expect(JSON.stringify(read(`${header},13812345678`).issues)).not.toContain('13812345678');
  });
});

describe('sub-periods', () => {
  it('knows months, weeks, quarters and ranges', () => {
    expect(['2026-02', '2026-W01', '2026Q4', '2026-01-01/2026-06-30'].map((text) => parseSubPeriod(text))).toEqual([
      { label: '2026-02', startsOn: '2026-02-01', endsOn: '2026-02-28' }, { label: '2026-W01', startsOn: '2025-12-29', endsOn: '2026-01-04' },
      { label: '2026-Q4', startsOn: '2026-10-01', endsOn: '2026-12-31' }, { label: '2026-01-01/2026-06-30', startsOn: '2026-01-01', endsOn: '2026-06-30' },
    ]);
    expect(['2026-00', '2026-Q5', '2025-W53', '2026-02-30/2026-03-01', '2026-03-02/2026-03-01', 'July'].map((text) => parseSubPeriod(text))).toEqual(Array(6).fill(undefined));
  });
});

describe('quality', () => {
  const one = (subject: string, value: string, change: Partial<CheckedValue> = {}): CheckedValue => ({ id: `${subject}/${change.source ?? 'crm'}`, subject, source: 'crm', value, history: [], ...change });
  const base = { expectedSubjects: [], validity: { min: '0', max: '100' }, sample: null };

  it('is the lowest of the three pass rates', () => {
    const values = [one('a', '10'), one('a', '10.4', { source: 'app' }), one('b', '400'), one('c', '50', { history: ['10', '10', '10'] }), one('d', '1'), one('d', '2', { source: 'app' })];
    const { qualityBp, checks, failed } = checkQuality({ ...base, values, expectedSubjects: ['a', 'b', 'c', 'd', 'e'], sample: { checked: 10, refuted: 1 } });
    expect(checks).toEqual({
      completeness: { received: 4, expected: 5, rateBp: 8_000 }, accuracy: { values: 6, outOfRange: 1, jumps: 1, sampleChecked: 10, sampleRefuted: 1, rateBp: 6_666 },
      consistency: { compared: 2, disagreeing: 1, rateBp: 5_000 },
    });
    expect(qualityBp).toBe(5_000);
    expect(failed.map(({ id, code }) => `${id} ${code}`)).toEqual(['b/crm METRICS.OUT_OF_RANGE', 'c/crm METRICS.JUMP', 'd/crm METRICS.SOURCES_DISAGREE', 'd/app METRICS.SOURCES_DISAGREE']);
  });

  it('is perfect where nothing was expected and nothing is wrong', () => {
    expect(checkQuality({ ...base, values: [one('a', '5')] }).qualityBp).toBe(10_000);
    expect(checkQuality({ ...base, values: [] }).qualityBp).toBe(10_000);
  });

  it('never rounds up to the limit', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 0, max: 5_000 }), (expected, received) => {
      const subjects = Array.from({ length: expected }, (_, index) => String(index));
      const { qualityBp } = checkQuality({ ...base, validity: null, values: subjects.slice(0, received).map((subject) => one(subject, '1')), expectedSubjects: subjects });
      expect(qualityBp >= 9_500).toBe(Math.min(received, expected) * 100 >= expected * 95);
    }), { numRuns: 50 });
  });
});
