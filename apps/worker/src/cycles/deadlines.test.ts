import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { workflowId } from '@fairmark/contracts/process';
import { loadCycle } from '@fairmark/persistence/cycles';
import { sql } from '@fairmark/persistence/database';
import { deadlineMoveItems, deadlineMoves } from '@fairmark/persistence/deadlines';
import type { ProcessDriver } from '../testing/index.js';
import { PEOPLE, START, startManyPeople, type ManyPeople } from './manyPeople.js';

/** Goals are proposed within ten working days. */
const DUE = '2026-07-15T16:00:00.000Z';
let { database, driver, company, stop } = {} as ManyPeople;
let launch: ManyPeople['launch'];
let cycleId: string;
let id: string;

beforeAll(async () => {
  ({ database, driver, company, launch, stop } = await startManyPeople());
}, 30_000);
afterAll(() => stop());
/** A cycle of its own for each test. */
beforeEach(async () => {
  ({ cycleId, id } = await launch());
}, 30_000);

const hr = (): string => company.hr[0];
const second = (): string => company.hr[1];
const operator = (index: number): string => company.operators[index] as string;
const visitOf = async (employeeId: string) =>
  (await database.read.one(sql<{ id: string; dueAt: string; wakeAt: string }>`
    select id, due_at as "dueAt", wake_at as "wakeAt" from visits where workflow_id = ${workflowId.review(cycleId, employeeId)} and state = 'open' order by opened_at desc limit 1`)) as { id: string; dueAt: string; wakeAt: string };
const items = async (moveId: string) => (await deadlineMoveItems(database.read, cycleId, moveId, hr(), { limit: 200, offset: 0 })).items;
const moveIdOf = (answer: Awaited<ReturnType<ProcessDriver['decide']>>): string => String(answer.status === 'applied' ? answer.details['moveId'] : '');
const people = (employeeIds: string[], wish: object) => driver.decide(hr(), id, 'extend', { step: 'goalSetting', target: { kind: 'people', employeeIds }, reason: '系统迁移', ...wish });

describe('a move of many deadlines', () => {
  it('moves running timers to the day that HR names, later and earlier, and says what became of each', async () => {
    const moved = await people([operator(0), operator(1)], { to: '2026-07-08' });
    expect(await visitOf(operator(0))).toMatchObject({ dueAt: '2026-07-08T16:00:00.000Z', wakeAt: '2026-07-02T01:00:00.000Z' });
    expect(await items(moveIdOf(moved))).toMatchObject(Array.from({ length: 2 }, () => ({ step: 'goalProposal', state: 'moved', from: DUE, to: '2026-07-08T16:00:00.000Z', why: null })));
    expect(await deadlineMoves(database.read, cycleId)).toMatchObject([{ step: 'goalSetting', to: '2026-07-08', by: null, reason: '系统迁移', actor: { id: hr() }, moved: 2, pending: 0, skipped: 0 }]);
    const visit = await visitOf(operator(0));
    expect(await database.read.all(sql`select cause, reason, actor_id as actor from deadline_changes where visit_id = ${visit.id}`)).toEqual([{ cause: 'hr', reason: '系统迁移', actor: hr() }]);
  });

  it('leaves what is decided meanwhile, too early for who acts, or not different', async () => {
    const visit = await visitOf(operator(2));
    expect(await items(moveIdOf(await people([operator(2)], { to: '2026-07-01' })))).toMatchObject([{ visitId: visit.id, state: 'skipped', why: 'tooEarly', from: DUE, to: null }]);
    expect(await items(moveIdOf(await people([operator(2)], { to: '2026-07-15' })))).toMatchObject([{ state: 'skipped', why: 'unchanged' }]);
    expect((await visitOf(operator(2))).dueAt).toBe(DUE);
    await database.read.run(sql`update visits set state = 'closed', closed_at = ${START}, outcome = 'submitted' where id = ${visit.id}`);
    await database.read.run(sql`
      with m as (insert into deadline_moves (cycle_id, target, wish, reason, actor_id, at) values (${cycleId}, '{"kind": "all"}', '{"to": "2026-07-20"}', '补报', ${hr()}, ${START}) returning id)
      insert into deadline_move_items (move_id, visit_id, workflow_id) select m.id, v.id, v.workflow_id from m, visits v where v.id = ${visit.id}`);
    const [late] = await deadlineMoves(database.read, cycleId).then((moves) => moves.filter((move) => move.reason === '补报'));
    await driver.signal(workflowId.review(cycleId, operator(2)), 'hrExtend', { moveId: String(late?.id) });
    expect(await items(String(late?.id))).toMatchObject([{ state: 'skipped', why: 'decided' }]);
  });

  it('of the whole cycle needs a second person and moves every step, once, and the dates for those who come later', async () => {
    await database.read.run(sql`update cycles set schedule = '{"selfReview": {"dueOn": "2026-09-30"}, "scoring": {"after": {"n": 5, "unit": "workingDay"}}}' where id = ${cycleId}`);
    const asked = await driver.decide(hr(), id, 'extend', { target: { kind: 'all' }, by: { n: 2, unit: 'workingDay' }, reason: '全员培训' });
    expect(asked).toMatchObject({ outcome: 'awaitingSecondPerson', details: { people: PEOPLE - 1 } });
    expect((await visitOf(operator(0))).dueAt).toBe(DUE);
    const done = await driver.decide(second(), id, 'confirm', { requestId: asked.status === 'applied' ? asked.details['requestId'] : '' });
    expect(done).toMatchObject({ status: 'applied' });
    expect((await visitOf(operator(0))).dueAt).toBe('2026-07-17T16:00:00.000Z');
    expect((await visitOf(hr())).dueAt).toBe(DUE);
    expect((await loadCycle(database.read, cycleId))?.schedule).toEqual({ selfReview: { dueOn: '2026-10-09' }, scoring: { after: { n: 7, unit: 'workingDay' } } });
    const [move] = await deadlineMoves(database.read, cycleId);
    expect(move).toMatchObject({ step: null, by: { n: 2, unit: 'workingDay' }, confirmedBy: { id: second() }, moved: PEOPLE - 1 });
    await driver.signal(workflowId.review(cycleId, operator(0)), 'hrExtend', { moveId: String(move?.id) });
    expect((await visitOf(operator(0))).dueAt).toBe('2026-07-17T16:00:00.000Z');
  }, 30_000);
});

it('one deadline moves to a day, but not before the next working day of who acts is over', async () => {
  const visit = await visitOf(operator(3));
  const extend = (wish: object) => driver.decide(hr(), workflowId.review(cycleId, operator(3)), 'extend', { visitId: visit.id, reason: '提前', ...wish });
  expect(await extend({ to: '2026-07-01' })).toMatchObject({ code: 'HR.DEADLINE_TOO_EARLY' });
  expect(await extend({ to: '2026-07-15' })).toMatchObject({ code: 'HR.DEADLINE_UNCHANGED' });
  expect(await extend({ to: '2026-07-02' })).toMatchObject({ status: 'applied', details: { dueAt: '2026-07-02T16:00:00.000Z' } });
  expect(await visitOf(operator(3))).toMatchObject({ dueAt: '2026-07-02T16:00:00.000Z', wakeAt: '2026-07-02T01:00:00.000Z' });
});
