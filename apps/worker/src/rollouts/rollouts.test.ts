import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { workflowId as ids } from '@fairmark/contracts/process';
import { CreateRollout } from '@fairmark/contracts/rollouts';
import { referencePlan } from '@fairmark/domain/plans';
import { defaultSettings } from '@fairmark/domain/rollouts';
import { sql } from '@fairmark/persistence/database';
import { storeVersion } from '@fairmark/persistence/plans';
import { childrenOf, createRollout, rolloutById, setChildState, stepsOfRollout } from '@fairmark/persistence/rollouts';
import { pdcaQuarterHandlers } from '../pdca/index.js';
import { pilotHandlers } from '../pilots/index.js';
import { addEmployee, startTestProcesses, type TestProcesses } from '../testing/index.js';
import { waveHandlers } from '../waves/index.js';
import { rolloutHandlers } from './index.js';

let t: TestProcesses;
let [sponsor, lead, hr, head, other] = ['', '', '', '', ''];
let departmentId: string;
let plan: { planId: string; versionId: string };
let id: string;
let flow: string;

beforeAll(async () => {
  t = await startTestProcesses([rolloutHandlers, pilotHandlers, waveHandlers, pdcaQuarterHandlers]);
  const { read } = t.database;
  [sponsor, lead, hr, head, other] = [await addEmployee(read), await addEmployee(read), await addEmployee(read), await addEmployee(read), await addEmployee(read)];
  await read.run(sql`insert into role_grants (employee_id, role) values (${hr}, 'hr')`);
  departmentId = String((await read.one(sql<{ id: string }>`insert into departments (code, name, head_id) values ('R', '运营', ${head}) returning id`))?.id);
  plan = await t.database.transaction((tx) => storeVersion(tx, { document: { ...referencePlan, code: 'plan' }, findings: [], overrides: [], actorId: hr }));
});
afterAll(() => t.stop());
beforeEach(async () => {
  await t.database.read.run(sql`update visits set state = 'closed', wake_at = null`);
  t.driver.now = '2026-09-01T01:00:00.000Z';
  id = randomUUID();
  flow = ids.rollout(id);
  const body = CreateRollout.parse({ name: '华东推广', planCode: 'plan', sponsorId: sponsor, leadId: lead, departmentIds: [departmentId], startsOn: '2026-09-01' });
  await t.database.transaction((tx) => createRollout(tx, id, body, plan.planId, defaultSettings, hr, t.driver.now));
  await t.driver.drain();
  await t.driver.accept(lead, flow, 'usePlanVersion', { planVersionId: plan.versionId, reason: '首版方案' });
});

const rollout = () => rolloutById(t.database.read, id);
const act = (who: string, action: string, body: Record<string, unknown> = {}) => t.driver.accept(who, flow, action, body);
const refused = async (who: string, where: string, action: string, body: Record<string, unknown> = {}) => ((await t.driver.decide(who, where, action, body)) as { code?: string }).code;
const step = async (key: string) => (await stepsOfRollout(t.database.read, id)).find((one) => one.key === key);
const complete = async (count: number) => {
  for (let done = 0; done < count; done += 1) await t.driver.accept(lead, 'phaseStep', 'complete');
};
const gate = async (sponsorSays: (visit: string) => Promise<unknown>) => {
  await act(lead, 'requestGate');
  await t.driver.accept(hr, 'gate', 'approve');
  await t.driver.accept(head, 'gate', 'object', { comment: '人手不足' });
  await sponsorSays('gate');
};
const passes = () => gate((visit) => t.driver.accept(sponsor, visit, 'approve'));
/** A child ends as its own rules would write it. */
const ends = async (kind: 'pilot' | 'wave', outcome: string) => {
  const child = (await childrenOf(t.database.read, kind, id)).at(-1);
  await t.database.transaction((tx) => setChildState(tx, kind, String(child?.id), 'closed', t.driver.now, outcome));
  await t.driver.signal(flow, 'childReported', { kind, childId: child?.id });
};

describe('steps', () => {
  test('open one after the other with the dates of the plan', async () => {
    expect(await step('research')).toMatchObject({ state: 'open', plannedFrom: '2026-09-01', plannedTo: '2026-09-30', actualFrom: '2026-09-01' });
    expect(await step('choosePilots')).toMatchObject({ state: 'planned', plannedFrom: '2027-02-28' });
    await complete(1);
    expect(await step('planDesign')).toMatchObject({ state: 'open' });
  });

  test('may be longer or shorter with a reason, and skipped unless they are the core task', async () => {
    const [research, design] = [await step('research'), await step('planDesign')];
    await act(lead, 'replan', { stepId: research?.id, days: 45, reason: '访谈人数增加' });
    expect((await t.driver.visit('phaseStep'))?.dueAt).toBe('2026-10-15T16:00:00.000Z');
    expect(await refused(other, flow, 'replan', { stepId: research?.id, days: 45, reason: 'x' })).toBe('ACTOR.NOT_ASSIGNED');
    expect(await refused(lead, flow, 'skip', { stepId: design?.id, reason: 'x' })).toBe('ROLLOUT.CORE_STEP');
    await act(lead, 'skip', { stepId: research?.id, reason: '已有调研结果' });
    expect([(await step('research'))?.state, (await step('planDesign'))?.state]).toEqual(['skipped', 'open']);
  });
});

describe('the five reviews', () => {
  test('run in order and become a deliverable', async () => {
    await act(lead, 'requestPlanReview');
    expect(await refused(lead, flow, 'requestPlanReview')).toBe('ROLLOUT.REVIEWS_RUNNING');
    for (const node of ['alignment', 'feasibility', 'privacy', 'cost']) {
      expect((await t.driver.visit('planReview'))?.node).toBe(node);
      await t.driver.accept(hr, 'planReview', 'approve');
    }
    expect(await refused(hr, 'planReview', 'approve')).toBe('ACTOR.NOT_ASSIGNED');
    await t.driver.accept(sponsor, 'planReview', 'approve');
    expect(await t.database.read.one(sql`select accepted from rollout_deliverables where rollout_id = ${id} and key = 'fiveReviews'`)).toEqual({ accepted: true });
  });
});

describe('a gate', () => {
  test('is not asked for before the core task is done', async () => {
    await complete(1);
    expect(await refused(lead, flow, 'requestGate')).toBe('ROLLOUT.CORE_OPEN');
    expect(await refused(hr, flow, 'requestGate')).toBe('ACTOR.NOT_ASSIGNED');
  });

  test('keeps every opinion, an objection does not end it, and opens the next phase with its first pilot', async () => {
    await complete(3);
    await passes();
    expect(await rollout()).toMatchObject({ phase: 'pilot', state: 'running' });
    expect(await t.database.read.all(sql`select employee_id as who, opinion from gate_opinions o join gates g on g.id = o.gate_id where g.rollout_id = ${id} order by at, o.id`)).toEqual([
      { who: hr, opinion: 'support' }, { who: head, opinion: 'object' }, { who: sponsor, opinion: 'support' },
    ]);
    expect(await childrenOf(t.database.read, 'pilot', id)).toMatchObject([{ key: '1', workflowId: ids.pilot(id, 1), state: 'open' }]);
    expect(await t.driver.openSteps(flow)).toEqual(['phaseStep']);
  });

  test('under conditions lets nobody ask for the next one before they are closed', async () => {
    await complete(3);
    await gate((visit) => t.driver.accept(sponsor, visit, 'approve', { conditions: [{ text: '补充数据授权', ownerId: other }] }));
    await complete(3);
    await ends('pilot', 'passed');
    expect(await refused(lead, flow, 'requestGate')).toBe('ROLLOUT.CONDITIONS_OPEN');
    await t.driver.accept(other, 'gateCondition', 'closeCondition', { evidence: '授权书' });
    await passes();
    expect((await rollout()).phase).toBe('rollout');
  });

  test('is decided by its last node: changes, back, hold, end', async () => {
    await complete(3);
    await act(lead, 'requestGate');
    expect(await refused(hr, 'gate', 'reject', { decision: 'terminate', comment: 'x' })).toBe('ROLLOUT.NOT_LAST_NODE');
    await t.driver.accept(hr, 'gate', 'approve');
    await t.driver.accept(head, 'gate', 'approve');
    await t.driver.accept(sponsor, 'gate', 'reject', { decision: 'changes', comment: '指标过多' });
    expect(await t.driver.openSteps(flow)).toEqual(['gateAgain']);
    await passes();
    await complete(3);
    await ends('pilot', 'passed');
    await gate((visit) => t.driver.accept(sponsor, visit, 'reject', { decision: 'back', comment: '重新设计' }));
    expect(await rollout()).toMatchObject({ phase: 'design' });
    expect(await step('research')).toMatchObject({ state: 'open', round: 2 });
    await complete(3);
    await gate((visit) => t.driver.accept(sponsor, visit, 'reject', { decision: 'hold', comment: '等待预算' }));
    expect(await rollout()).toMatchObject({ phase: 'design', state: 'held' });
    await act(sponsor, 'resume', { reason: '预算已批' });
    await gate((visit) => t.driver.accept(sponsor, visit, 'reject', { decision: 'terminate', comment: '停止' }));
    expect(await t.driver.process(flow)).toMatchObject({ state: 'closed', outcome: 'terminated' });
  });
});

test('while everything stands still a child may end: whoever resumes finds it in the rows', async () => {
  await complete(3);
  await passes();
  await act(lead, 'hold', { reason: '数据源中断' });
  expect(await refused(lead, flow, 'requestGate')).toBe('ROLLOUT.IS_HELD');
  await ends('pilot', 'passed');
  await act(lead, 'resume', { reason: '恢复' });
  expect((await t.driver.process(flow)).step).toBe('pilot');
  await complete(3);
  await passes();
  expect((await rollout()).phase).toBe('rollout');
});

test('a pilot is repeated once, a third time only by an exception of the sponsor', async () => {
  await complete(3);
  await passes();
  await ends('pilot', 'failed');
  await act(lead, 'startPilot');
  expect(await refused(lead, flow, 'startPilot')).toBe('ROLLOUT.PILOT_RUNNING');
  await ends('pilot', 'failed');
  expect(await refused(lead, flow, 'startPilot')).toBe('ROLLOUT.PILOT_LIMIT');
  expect(await refused(lead, flow, 'grantPilot', { reason: 'x' })).toBe('ACTOR.NOT_ASSIGNED');
  await act(sponsor, 'grantPilot', { reason: '样本不足' });
  await act(lead, 'startPilot');
  expect(await childrenOf(t.database.read, 'pilot', id)).toHaveLength(3);
});

test('quarters begin by themselves, and after a long downtime none is left out', async () => {
  await complete(3);
  await passes();
  await complete(3);
  await ends('pilot', 'passed');
  await passes();
  await act(lead, 'startWave', { name: '华东' });
  await complete(4);
  expect(await refused(lead, flow, 'requestGate')).toBe('ROLLOUT.CORE_OPEN');
  await ends('wave', 'done');
  await passes();
  expect((await rollout()).phase).toBe('optimise');
  await t.driver.advanceTo('2027-08-01T00:00:00.000Z');
  expect((await childrenOf(t.database.read, 'pdcaQuarter', id)).map((one) => one.key)).toEqual(['2026Q4', '2027Q1', '2027Q2', '2027Q3']);
}, 30_000);
