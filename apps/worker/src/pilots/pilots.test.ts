import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from '@fairmark/persistence/database';
import { latestReview, pilotById } from '@fairmark/persistence/pilots';
import type { ProcessHandlers } from '../processes/index.js';
import { CHILD_REPORTED, HELD, RESUMED } from '../rollouts/children.js';
import { addEmployee, startTestProcesses, type TestProcesses } from '../testing/index.js';
import { pilotHandlers } from './index.js';
import { addTestPilot, type TestPilot } from './testing.js';

let processes: TestProcesses;
const reported: string[] = [];
const rollout: ProcessHandlers = { kind: 'rollout', open: async () => ({ outcome: 'opened', audit: [] }), actions: {}, expire: {}, events: { [CHILD_REPORTED]: async ({ body }) => (reported.push(String(body['childId'])), null) } };
beforeAll(async () => {
  processes = await startTestProcesses([pilotHandlers, rollout]);
  const hr = await addEmployee(processes.database.read);
  await processes.database.read.run(sql`insert into role_grants (employee_id, role) values (${hr}, 'hr')`);
}, 30_000);
afterAll(() => processes.stop());

async function begin(settings: Record<string, unknown> = {}): Promise<TestPilot> {
  await processes.database.read.run(sql`update visits set state = 'closed', wake_at = null where state = 'open'`);
  processes.driver.now = '2027-01-04T02:00:00.000Z';
  const pilot = await addTestPilot(processes.database, settings);
  await processes.driver.start('pilot', pilot.workflow, pilot.id);
  return pilot;
}
const visitOf = async ({ workflow }: TestPilot) => (await processes.database.read.one(sql<{ id: string }>`select id from visits where workflow_id = ${workflow} and state = 'open'`))?.id ?? '';
const act = async (pilot: TestPilot, action: string, body: Record<string, unknown> = {}) => ((await processes.driver.decide(pilot.leadId, await visitOf(pilot), action, body)) as { code?: string }).code;
const row = ({ id }: TestPilot) => pilotById(processes.database.read, id);
const steps = ({ workflow }: TestPilot) => processes.driver.openSteps(workflow);
async function proposed(pilot: TestPilot): Promise<{ pilotIds: string[]; comparisonIds: string[] }> {
  const { proposal } = await row(pilot);
  return { pilotIds: proposal?.pilots ?? [], comparisonIds: (proposal?.matches ?? []).map(({ comparisonId }) => comparisonId) };
}

describe('a pilot', () => {
  test('freezes the proposed cohort for good', async () => {
    const pilot = await begin();
    const choice = await proposed(pilot);
    expect(choice.pilotIds.length).toBeGreaterThanOrEqual(6);
    expect(await act(pilot, 'freeze', { ...choice, comparisonIds: [choice.pilotIds[0]] })).toBe('PILOT.COMMUNITY_REFUSED');
    expect(await act(pilot, 'freeze', { ...choice, pilotIds: choice.pilotIds.slice(1) })).toBe('PILOT.REASON_NEEDED');
    expect(await act(pilot, 'freeze', choice)).toBeUndefined();
    expect(await steps(pilot)).toEqual(['monitoring']);
    const members = sql<{ n: number }>`select count(*)::integer as n from pilot_communities where pilot_id = ${pilot.id} and role = 'pilot'`;
    expect((await processes.database.read.one(members))?.n).toBe(choice.pilotIds.length);
    await expect(processes.database.read.run(sql`update pilot_communities set role = 'pilot' where pilot_id = ${pilot.id}`)).rejects.toThrow();
  });

  test('carries problems on until closed, and judges where data do not suffice', async () => {
    const pilot = await begin({ reviews: 2, guards: [{ key: 'conversion', indicator: 'conversion-rate' }, { key: 'appealRate', max: '0.1' }] });
    await act(pilot, 'freeze', await proposed(pilot));
    await processes.driver.advanceTo('2027-01-12T02:00:00.000Z');
    expect(await steps(pilot)).toEqual(['weeklyReview']);
    expect(await act(pilot, 'holdReview', { problems: ['模板太长', '数据晚到'] })).toBeUndefined();
    await processes.driver.advanceTo('2027-01-20T02:00:00.000Z');
    expect(await act(pilot, 'holdReview', { closed: ['9.9'] })).toBe('PILOT.PROBLEM_UNKNOWN');
    await act(pilot, 'holdReview', { closed: ['1.2'] });
    expect((await latestReview(processes.database.read, pilot.id))?.problems).toEqual([{ id: '1.1', text: '模板太长', closedIn: null }, { id: '1.2', text: '数据晚到', closedIn: 2 }]);
    expect((await row(pilot)).evaluation).toMatchObject([{ key: 'conversion', verdict: 'notEnoughData' }]);
    expect(await act(pilot, 'conclude', { outcome: 'passed' })).toBe('PILOT.COMMENT_NEEDED');
    await act(pilot, 'conclude', { outcome: 'failed' });
    expect(await processes.driver.process(pilot.workflow)).toMatchObject({ state: 'closed', outcome: 'failed' });
    expect(reported).toContain(pilot.id);
  });

  test.each([['ask', 'guardBroken', 'decideGuard'], ['pause', 'pause', 'resume']])('with a broken guard it does what is configured: %s', async (onBrokenGuard, step, action) => {
    const pilot = await begin({ onBrokenGuard, guards: [{ key: 'openIssues', max: '-1' }] });
    await act(pilot, 'freeze', await proposed(pilot));
    await processes.driver.advanceTo('2027-01-12T02:00:00.000Z');
    expect(await steps(pilot)).toEqual([step]);
    expect(await act(pilot, action, { decision: 'continue', reason: '已知原因' })).toBeUndefined();
    expect(await steps(pilot)).toEqual(['weeklyReview']);
  });

  test('stands still with its rollout and goes on where it was', async () => {
    const pilot = await begin();
    await processes.driver.signal(pilot.workflow, HELD, { reason: '停一停' });
    expect([await steps(pilot), (await row(pilot)).state]).toEqual([[], 'paused']);
    await processes.driver.signal(pilot.workflow, RESUMED, {});
    expect([await steps(pilot), (await row(pilot)).state]).toEqual([['cohort'], 'open']);
  });

  test('claims an effect that the data of both groups show', async () => {
    const pilot = await begin({ reviews: 1, guards: [{ key: 'conversion', indicator: 'planted' }] });
    const choice = await proposed(pilot);
    await act(pilot, 'freeze', choice);
    const batch = (await processes.database.read.one(sql<{ id: string }>`insert into metric_batches (code, period, source, row_count, content_hash) values (${pilot.id}, '2027', 'app', 0, 'x') returning id`))?.id ?? '';
    for (const [index, id] of [...choice.pilotIds, ...choice.comparisonIds].entries()) {
      for (const [month, value] of [['2026-10', 30], ['2026-11', 31], ['2026-12', 32], ['2027-02', index < choice.pilotIds.length ? 50 : 33]] as const) {
        await processes.database.read.run(sql`
          insert into metric_values (batch_id, indicator, community_id, sub_period, starts_on, ends_on, value, source, recorded_at)
          values (${batch}, 'planted', ${id}, ${month}, ${`${month}-01`}::date, ${`${month}-28`}::date, ${String(value + (index % 3))}::numeric, 'app', '2027-01-05T00:00:00Z')`);
      }
    }
    await processes.driver.advanceTo('2027-01-12T02:00:00.000Z');
    await act(pilot, 'holdReview');
    expect((await row(pilot)).evaluation).toMatchObject([{ key: 'conversion', verdict: 'effect', favourable: true, effect: { difference: '17' } }]);
    expect(await act(pilot, 'conclude', { outcome: 'passed' })).toBeUndefined();
  });
});
