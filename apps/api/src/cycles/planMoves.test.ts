import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PlanMoveItems, PlanMoveList, PlanMovePreview } from '@fairmark/contracts/planMoves';
import type { PlanDocument } from '@fairmark/contracts/plans';
import { composeSheet } from '@fairmark/domain/goals';
import { referencePlan } from '@fairmark/domain/plans';
import { sql } from '@fairmark/persistence/database';
import { settlePlanMove, storePlanMove } from '@fairmark/persistence/planMoves';
import { newReview } from '../inbox/testRows.js';
import { type Agent, startTestApi, type TestApi, type TestEmployee } from '../testing/index.js';
import { CyclesModule } from './cycles.module.js';

let api: TestApi;
let hr: TestEmployee;
let agents: Record<'hr' | 'manager', Agent>;
let cycleId: string;
let reviewId: string;
let other: string;

beforeAll(async () => {
  api = await startTestApi({ features: [CyclesModule] });
  const department = await api.newDepartment();
  const manager = await api.newEmployee({ department });
  const employee = await api.newEmployee({ department, manager: manager.id, name: '李雷' });
  hr = await api.newEmployee({ roles: ['hr'] });
  agents = { hr: await api.signInAs(hr), manager: await api.signInAs(manager) };
  ({ cycleId, reviewId } = await newReview(api.database, { hr: hr.id, employee: employee.id, department }));
  const { read } = api.database;
  await read.run(sql`insert into communities (code, name, type, region) values ('K1', '社群', 'content', 'east')`);
  await read.run(sql`insert into community_stages (community_id, stage, valid_from) select id, 'base', '2020-01-01' from communities where code = 'K1'`);
  const sheet = composeSheet({ plan: referencePlan, communities: [{ code: 'K1', name: { zh: '社群' }, type: 'content', stage: 'base', shareBp: null, dependsOnDepartments: [] }], position: null });
  const own = await version(8, referencePlan);
  await read.run(sql`update cycles set plan_version_id = ${own} where id = ${cycleId}`);
  await read.run(sql`update reviews set sheet = ${JSON.stringify(sheet)}::jsonb, step = 'period', plan_version_id = ${own} where id = ${reviewId}`);
  const changed = { ...referencePlan, sheets: referencePlan.sheets.map(({ items: [first, second, ...rest], ...one }) => ({ ...one, items: first && second ? [{ ...first, weightBp: first.weightBp + 100 }, { ...second, weightBp: second.weightBp - 100 }, ...rest] : [] })) };
  other = await version(9, changed);
});
afterAll(() => api.close());

/** One more version of the cycle's plan. */
async function version(no: number, document: PlanDocument): Promise<string> {
  const row = await api.database.read.one(sql<{ id: string }>`
    insert into plan_versions (plan_id, no, state, document, document_hash) select plan_id, ${no}, 'inUse', ${JSON.stringify(document)}::jsonb, ${String(no)} from cycles where id = ${cycleId} returning id`);
  return String(row?.id);
}

const preview = (body: object = {}, agent = agents.hr) => agent.post<PlanMovePreview & { code?: string }>(`/api/cycles/${cycleId}/plan-moves/preview`, { planVersionId: other, choice: 'nextStep', target: { kind: 'all' }, ...body });

describe('a preview', () => {
  test('shows who would move and what would differ, in the plan and for each person, and changes nothing', async () => {
    const { body } = await preview();
    expect(body).toMatchObject({ moving: 1, skipped: 0, people: 1, secondPersonNeeded: false, items: [{ reviewId, person: { name: '李雷' }, step: 'period', state: 'waiting', why: null }] });
    expect(body.plan[0]).toMatchObject({ part: 'sheets', change: 'changed' });
    expect(body.items[0]?.differences).toMatchObject([{ kind: 'weight', name: { zh: expect.any(String) } }, { kind: 'weight' }]);
    expect(await api.database.read.all(sql`select 1 from plan_moves`)).toEqual([]);
  });

  test('says why somebody would not move', async () => {
    await api.database.read.run(sql`update reviews set step = 'calibration' where id = ${reviewId}`);
    expect((await preview()).body).toMatchObject({ moving: 0, skipped: 1, items: [{ state: 'skipped', why: 'tooLate' }] });
    await api.database.read.run(sql`update reviews set step = 'period' where id = ${reviewId}`);
    expect((await preview({ planVersionId: (await api.database.read.one(sql<{ id: string }>`select plan_version_id as id from cycles where id = ${cycleId}`))?.id })).body).toMatchObject({ items: [{ why: 'sameVersion' }] });
  });

  test('of a version that nobody knows is refused; it belongs to HR of the cycle', async () => {
    expect(await preview({ planVersionId: reviewId })).toMatchObject({ status: 422, body: { code: 'CYCLE.UNKNOWN_PLAN_VERSION' } });
    expect((await preview({}, agents.manager)).status).toBe(403);
  });
});

test('moves are listed with the result of each review', async () => {
  const at = new Date().toISOString();
  const moveId = await api.database.transaction((tx) => storePlanMove(tx, { planVersionId: other, choice: 'restart', target: { kind: 'all' }, reason: '权重有误' }, { cycleId, actorId: hr.id, confirmedBy: null, at }, [reviewId]));
  const list = async () => (await agents.hr.get<PlanMoveList>(`/api/cycles/${cycleId}/plan-moves`)).body.moves;
  expect(await list()).toMatchObject([{ id: moveId, version: { no: 9 }, choice: 'restart', reason: '权重有误', reverted: null, counts: { pending: 1, applied: 0 } }]);
  await api.database.transaction((tx) => settlePlanMove(tx, moveId, reviewId, { state: 'skipped', why: 'noSheet' }, at));
  expect((await agents.hr.get<PlanMoveItems>(`/api/cycles/${cycleId}/plan-moves/${moveId}`)).body).toMatchObject({ total: 1, items: [{ reviewId, state: 'skipped', why: 'noSheet', person: { name: '李雷' } }] });
  expect((await agents.manager.get(`/api/cycles/${cycleId}/plan-moves/${moveId}`)).status).toBe(403);
});
