import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ProgressView, ScoreView, ScoringGrid } from '@fairmark/contracts/scoring';
import { sql } from '@fairmark/persistence/database';
import { saveDraft } from '@fairmark/persistence/reviews';
import { startTestApi, type Agent, type TestApi, type TestEmployee } from '../testing/index.js';
import { ScoringModule } from './scoring.module.js';
import { handIn, scoringRows, type ScoringRows } from './testRows.js';

let api: TestApi;
let rows: ScoringRows;
let manager: TestEmployee;
const agents = {} as Record<'manager' | 'employee' | 'peer' | 'hr' | 'admin', Agent>;

beforeAll(async () => {
  api = await startTestApi({ features: [ScoringModule] });
  const department = await api.newDepartment();
  manager = await api.newEmployee({ department });
  const employee = await api.newEmployee({ department, manager: manager.id });
  const hr = await api.newEmployee({ roles: ['hr'] });
  rows = await scoringRows(api.database, { employee: employee.id, manager: manager.id, hr: hr.id, department });
  Object.assign(agents, { manager: await api.signInAs(manager), employee: await api.signInAs(employee), hr: await api.signInAs(hr), peer: await api.signInAs(await api.newEmployee()), admin: await api.signInAs(await api.newEmployee({ roles: ['admin'] })) });
}, 60_000);
afterAll(() => api.close());

const progress = (who: keyof typeof agents) => agents[who].get<ProgressView>(`/api/reviews/${rows.reviewId}/progress`);
const score = (who: keyof typeof agents) => agents[who].get<ScoreView>(`/api/reviews/${rows.reviewId}/score`);
const grid = (who: keyof typeof agents) => agents[who].get<ScoringGrid>(`/api/scoring/grid?cycleId=${rows.cycleId}`);

describe('before the result is published', () => {
  test('person and manager see values, targets, sources, quality and computed scores', async () => {
    for (const who of ['employee', 'manager'] as const) {
      const { body } = await progress(who);
      expect(body).toMatchObject({ periodEnd: '2026-09-30', mayReport: who === 'employee', blocks: [{ code: 'C-1' }, { code: '_personal' }] });
      expect(body.blocks[0]?.items[0]).toMatchObject({ itemId: 'C-1.orders', target: '300', value: '270', scoreCenti: 9_000, trend: 'up', quality: [{ qualityBp: 10_000, blocks: false }, {}, {}] });
      expect(body.blocks[0]?.items[0]?.values.map((one) => `${one.value} ${one.source} ${one.batch}`)).toEqual(['90 crm b1', '80 crm b1', '100 crm b1']);
      expect(body.blocks[0]?.items[0]?.steps.map((step) => step.formula)).toEqual(['v1 + v2 + v3', 'value ÷ target', 'y0 + (y1 − y0) × (achievement − x0) ÷ (x1 − x0)', 'round(score, 2)']);
      expect(body.blocks[1]?.items[0]).toMatchObject({ judged: true, scoreCenti: null });
    }
  });

  test('the scorer sees own reports side by side with drafts, nobody else sees them', async () => {
    await saveDraft(api.database.read, manager.id, `visit/${rows.visitId}`, { items: [{ itemId: '_personal.growth', score: 88, comment: '' }], comment: '' });
    expect((await grid('manager')).body.rows).toMatchObject([{ reviewId: rows.reviewId, state: 'open', visitId: rows.visitId, segmentNo: 1, draft: { items: [{ score: 88 }] }, result: { state: 'scored', totalCenti: 8_960 } }]);
    await saveDraft(api.database.read, manager.id, `visit/${rows.visitId}`, { items: 'half typed' });
    expect((await grid('manager')).body.rows).toMatchObject([{ draft: null, result: { state: 'incomplete', waitingFor: ['_personal.growth'] } }]);
    for (const who of ['employee', 'peer', 'hr'] as const) expect((await grid(who)).body.rows).toEqual([]);
  });

  test('judged points, total and band are for the line and HR, not for the person', async () => {
    await handIn({ database: api.database, reviewId: rows.reviewId, manager: manager.id }, 88);
    const own = await score('employee');
    expect(own.body).toMatchObject({ visible: 'computed', totalCenti: null, computedBand: null, rating: null, segments: [{ scorer: null, judgements: [], comment: '', result: { totalCenti: null, band: null } }] });
    expect(own.text).not.toMatch(/稳定进步|总评|8960|"88"/);
    expect((await progress('employee')).text).not.toMatch(/稳定进步|"88"/);
    expect((await score('manager')).body).toMatchObject({ visible: 'all', totalCenti: 8_960, rating: null, segments: [{ scorer: { id: manager.id }, judgements: [{ score: 88 }], result: { totalCenti: 8_960 } }] });
    expect((await score('hr')).body).toMatchObject({ visible: 'all', totalCenti: 8_960 });
    expect((await grid('manager')).body.rows).toMatchObject([{ state: 'submitted', result: { totalCenti: 8_960 } }]);
  });

  test('peers and system administrators get nothing, and what HR read is recorded', async () => {
    for (const who of ['peer', 'admin'] as const) expect([(await score(who)).status, (await progress(who)).status]).toEqual([403, 403]);
    const reads = await api.database.read.all(sql`select distinct relation, object from audit.access_log where review_id = ${rows.reviewId}`);
    expect(reads).toEqual([{ relation: 'hr', object: 'scores' }]);
  });
});

describe('after publication', () => {
  test('the person sees everything: points, comments, total, band, and how they came about', async () => {
    await api.database.read.run(sql`update reviews set published_at = now(), step = 'result' where id = ${rows.reviewId}`);
    const { body } = await score('employee');
    expect(body).toMatchObject({ visible: 'all', totalCenti: 8_960, rating: { source: 'computed', totalCenti: 8_960 }, segments: [{ comment: '总评', judgements: [{ score: 88, comment: '稳定进步' }] }] });
    expect(body.segments[0]?.result.steps[0]).toEqual({ step: 'total', formula: 's1 × w1 + s2 × w2', inputs: { s1: '90', w1: '0.8', s2: '88', w2: '0.2' }, result: '89.6' });
  });
});
