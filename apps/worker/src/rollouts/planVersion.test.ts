import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { workflowId as ids } from '@fairmark/contracts/process';
import { CreateRollout, type RolloutPhase } from '@fairmark/contracts/rollouts';
import { shippedFor } from '@fairmark/domain/approval';
import { referencePlan } from '@fairmark/domain/plans';
import { defaultSettings } from '@fairmark/domain/rollouts';
import { setUse } from '@fairmark/persistence/approvals';
import { sql } from '@fairmark/persistence/database';
import { setPlanApproval, storeVersion } from '@fairmark/persistence/plans';
import { childrenOf, createRollout, rolloutById, setChildState, setRollout } from '@fairmark/persistence/rollouts';
import { pilotHandlers } from '../pilots/index.js';
import { addEmployee, startTestProcesses, type TestProcesses } from '../testing/index.js';
import { waveHandlers } from '../waves/index.js';
import { rolloutHandlers } from './index.js';

let t: TestProcesses;
let [sponsor, lead, hr, other] = ['', '', '', ''];
let departmentId: string;
let [id, flow] = ['', ''];
let plan: { planId: string; versionId: string };

/** A version of a plan; the title makes each different. */
const version = (code: string, title: string, change: Partial<typeof referencePlan> = {}) =>
  t.database.transaction((tx) => storeVersion(tx, { document: { ...referencePlan, code, name: { zh: title }, ...change }, findings: [], overrides: [], actorId: hr }));

beforeAll(async () => {
  t = await startTestProcesses([rolloutHandlers, pilotHandlers, waveHandlers]);
  const { read } = t.database;
  [sponsor, lead, hr, other] = [await addEmployee(read), await addEmployee(read), await addEmployee(read), await addEmployee(read)];
  await read.run(sql`insert into role_grants (employee_id, role) values (${hr}, 'hr')`);
  departmentId = String((await read.one(sql<{ id: string }>`insert into departments (code, name, head_id) values ('R', '运营', ${other}) returning id`))?.id);
});
afterAll(() => t.stop());
beforeEach(async () => {
  t.driver.now = '2026-09-01T01:00:00.000Z';
  id = randomUUID();
  flow = ids.rollout(id);
  plan = await version(`plan-${id.slice(0, 8)}`, '方案一');
  const body = CreateRollout.parse({ name: '华东推广', planCode: 'plan', sponsorId: sponsor, leadId: lead, departmentIds: [departmentId], startsOn: '2026-09-01' });
  await t.database.transaction((tx) => createRollout(tx, id, body, plan.planId, defaultSettings, hr, t.driver.now));
  await t.driver.drain();
});

const refused = async (who: string, action: string, body: Record<string, unknown> = {}) => ((await t.driver.decide(who, flow, action, body)) as { code?: string }).code;
const using = (planVersionId: string) => ({ planVersionId, reason: '试点结果' });
const use = (planVersionId: string, who = lead) => t.driver.accept(who, flow, 'usePlanVersion', using(planVersionId));
const enters = (phase: RolloutPhase) => t.database.transaction((tx) => setRollout(tx, id, { phase }, t.driver.now));
const pilots = () => childrenOf(t.database.read, 'pilot', id);
const inUse = async () => (await rolloutById(t.database.read, id)).planVersionId;

test('without a version no gate, no pilot and no wave', async () => {
  expect(await refused(lead, 'requestGate')).toBe('ROLLOUT.NO_PLAN_VERSION');
  await enters('pilot');
  expect(await refused(lead, 'startPilot')).toBe('ROLLOUT.NO_PLAN_VERSION');
  await enters('rollout');
  expect(await refused(lead, 'startWave', { name: '华东' })).toBe('ROLLOUT.NO_PLAN_VERSION');
});

test('is set by the lead or HR, and can no longer be edited then', async () => {
  expect(await refused(other, 'usePlanVersion', using(plan.versionId))).toBe('ACTOR.NOT_ASSIGNED');
  expect(await refused(sponsor, 'usePlanVersion', using(plan.versionId))).toBe('ACTOR.NOT_ASSIGNED');
  await use(plan.versionId);
  expect(await inUse()).toBe(plan.versionId);
  expect(await t.database.read.one(sql`select state from plan_versions where id = ${plan.versionId}`)).toEqual({ state: 'inUse' });
  expect(await t.database.read.one(sql`select count(*)::integer as n from audit.entries where action = 'rollout.planVersionUsed' and chain = ${flow}`)).toEqual({ n: 1 });
  expect(await refused(lead, 'requestGate')).toBe('ROLLOUT.CORE_OPEN');
  const next = await version(`plan-${id.slice(0, 8)}`, '方案二');
  await use(next.versionId, hr);
  expect(await inUse()).toBe(next.versionId);
});

test('is one of the plan of the rollout, neither retired nor forbidden by its findings', async () => {
  expect(await refused(lead, 'usePlanVersion', using((await version('another', '别的方案')).versionId))).toBe('ROLLOUT.OTHER_PLAN');
  expect(await refused(lead, 'usePlanVersion', using(randomUUID()))).toBe('ROLLOUT.OTHER_PLAN');
  const broken = await version(`plan-${id.slice(0, 8)}`, '只看一期', { sheets: referencePlan.sheets.map((sheet) => ({ ...sheet, items: sheet.items.slice(0, 1).map((item) => ({ ...item, weightBp: 10_000 })) })) });
  expect(await refused(lead, 'usePlanVersion', using(broken.versionId))).toBe('ROLLOUT.PLAN_NOT_USABLE');
  await t.database.read.run(sql`update plan_versions set state = 'retired' where id = ${plan.versionId}`);
  expect(await refused(lead, 'usePlanVersion', using(plan.versionId))).toBe('ROLLOUT.PLAN_NOT_USABLE');
  expect(await inUse()).toBeNull();
});

test('is approved first where the company asks for it', async () => {
  await t.database.transaction((tx) => setUse(tx, { purpose: 'planVersion', departmentId: null, definitionId: shippedFor('planVersion').id }, hr));
  expect(await refused(lead, 'usePlanVersion', using(plan.versionId))).toBe('ROLLOUT.PLAN_NOT_APPROVED');
  await t.database.transaction((tx) => setPlanApproval(tx, plan.versionId, 'approved'));
  await use(plan.versionId);
  await t.database.read.run(sql`delete from approval_uses`);
});

test('stays while a pilot runs; a failed pilot is repeated under a changed version', async () => {
  await use(plan.versionId);
  await enters('pilot');
  await t.driver.accept(lead, flow, 'startPilot');
  const next = await version(`plan-${id.slice(0, 8)}`, '方案二');
  expect(await refused(lead, 'usePlanVersion', using(next.versionId))).toBe('ROLLOUT.VERSION_PINNED');
  await t.database.transaction(async (tx) => setChildState(tx, 'pilot', String((await pilots())[0]?.id), 'closed', t.driver.now, 'failed'));
  await use(next.versionId);
  await t.driver.accept(lead, flow, 'startPilot');
  expect((await pilots()).map((pilot) => pilot.planVersionId)).toEqual([plan.versionId, next.versionId]);
});

test('is left to the quarters in the last phase', async () => {
  await enters('optimise');
  expect(await refused(lead, 'usePlanVersion', using(plan.versionId))).toBe('ROLLOUT.WRONG_PHASE');
});
