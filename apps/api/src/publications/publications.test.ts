import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Publication, PublicationBoard } from '@fairmark/contracts/publications';
import type { ResultDetail } from '@fairmark/contracts/results';
import type { RewardBasesImported, RewardSummary } from '@fairmark/contracts/rewards';
import { sql } from '@fairmark/persistence/database';
import { addSession, type TestSession } from '../calibration/testing.js';
import { ResultsModule } from '../results/results.module.js';
import { RewardsModule } from '../rewards/rewards.module.js';
import { startTestApi, type Agent, type TestApi, type TestEmployee } from '../testing/index.js';
import { PublicationsModule } from './publications.module.js';

jest.setTimeout(30_000);

let api: TestApi;
let s: TestSession;
let hr: Agent;
beforeAll(async () => {
  api = await startTestApi({ features: [PublicationsModule, ResultsModule, RewardsModule] });
  s = await addSession(api);
  hr = await api.signInAs(s.hr);
});
afterAll(() => api.close());

const board = async (agent: Agent) => agent.get<PublicationBoard>(`/api/publications/${s.cycleId}`);
const publish = (agent: Agent, shownCostCents: number) => agent.post<Publication>('/api/publications', { cycleId: s.cycleId, departmentId: s.departmentId, shownCostCents });
const result = async (person: TestEmployee, of: TestEmployee) => (await api.signInAs(person)).get<ResultDetail>(`/api/reviews/${s.reviewOf(of).id}/result`);

describe('publication', () => {
  test('waits for the sign-off', async () => {
    expect((await board(hr)).body).toMatchObject({ budgetCents: null, costCents: 6_000_000, departments: [{ state: 'notReady', people: 6, waiting: 0, sessions: 1, signedOffSessions: 0 }] });
    expect((await publish(hr, 6_000_000)).body).toMatchObject({ status: 409, code: 'PUBLICATION.NOT_READY' });
  });

  test('needs the cost that was shown, happens once, and tells every review', async () => {
    await s.signOff();
    expect((await hr.put('/api/rewards/budget', { cycleId: s.cycleId, budgetCents: 5_000_000 })).status).toBe(204);
    expect((await board(hr)).body).toMatchObject({ budgetCents: 5_000_000, departments: [{ state: 'ready', waiting: 6, costCents: 6_000_000, withoutBase: 0 }] });
    expect((await publish(hr, 1)).body).toMatchObject({ status: 409, code: 'PUBLICATION.COST_CHANGED' });
    const clicks = await Promise.all([publish(hr, 6_000_000), publish(hr, 6_000_000)]);
    expect(clicks.map((answer) => answer.status).sort()).toEqual([201, 409]);
    expect(await api.database.read.one(sql`select count(*)::int as events from process_events where name = 'publicationScheduled'`)).toEqual({ events: 6 });
    expect((await board(hr)).body.departments[0]).toMatchObject({ state: 'scheduled', requestedBy: { id: s.hr.id } });
    expect(await api.database.read.one(sql`select sum(cents)::int as pool, count(*)::int as people from reward_pool_shares where cycle_id = ${s.cycleId}`)).toEqual({ pool: 600_000, people: 6 });
  });

  test('belongs to HR inside its departments', async () => {
    const other = await api.signInAs(s.otherHr);
    expect((await board(other)).body).toMatchObject({ costCents: 0, departments: [] });
    expect((await publish(other, 0)).status).toBe(403);
    for (const person of [s.head, s.managers[0], s.stranger]) expect((await board(await api.signInAs(person))).status).toBe(403);
  });
});

describe('the result', () => {
  const [subject, manager, head] = [() => s.reports[0][0] as TestEmployee, () => s.managers[0], () => s.head];

  test('is nobody\'s before the line may see it, and never a peer\'s or another department\'s', async () => {
    expect((await result(subject(), subject())).body).toMatchObject({ final: null, ratings: [], acceptance: null, interview: null, reward: null });
    expect((await result(manager(), subject())).body).toMatchObject({ final: null, acceptance: null });
    for (const person of [s.managers[1], s.otherHr, s.stranger, s.reports[0][1] as TestEmployee]) expect((await result(person, subject())).status).toBe(403);
    expect((await result(s.hr, subject())).body).toMatchObject({ final: { band: 'B' } });
    expect(await api.database.read.all(sql`select relation from audit.access_log where reader_id = ${s.hr.id} and object = 'result'`)).toEqual([{ relation: 'hr' }]);
  });

  test('is the line\'s first, then the person\'s with the end of the window, the pay only of the person and HR', async () => {
    const { id } = s.reviewOf(subject());
    await api.database.read.run(sql`update reviews set managers_see_at = now() - interval '1 hour' where id = ${id}`);
    for (const person of [manager(), head()]) expect((await result(person, subject())).body).toMatchObject({ final: { band: 'B', totalCenti: 8_500 }, acceptance: { status: 'unpublished' }, reward: null });
    expect((await result(subject(), subject())).body).toMatchObject({ final: null });
    await api.database.read.run(sql`update reviews set published_at = now() - interval '1 minute', step = 'result' where id = ${id}`);
    await api.database.read.run(sql`insert into ratings (review_id, no, source, total_centi, band, employee_reason, created_at) values (${id}, 2, 'calibration', 8500, 'A', '与同岗位对齐', now())`);
    const own = (await result(subject(), subject())).body;
    expect(own).toMatchObject({
      final: { source: 'calibration', band: 'A', reasonForEmployee: '与同岗位对齐' }, changedByCalibration: true, ratings: [{ band: 'B' }, { band: 'A' }],
      acceptance: { status: 'open', endsAt: null, willBeRecordedAs: 'deemedAccepted', nextActs: ['seen', 'accept1', 'appeal'] }, reward: { ownCents: 1_080_000, teamCents: 100_000, held: false },
    });
    expect((await result(manager(), subject())).body.reward).toBeNull();
  });
});

describe('rewards', () => {
  const bases = (csv: string, agent = hr) => agent.post<RewardBasesImported>('/api/rewards/bases', { cycleId: s.cycleId, csv });

  test('take bases from a file, all or nothing, the same file twice changing nothing', async () => {
    const { number } = s.reports[0][1] as TestEmployee;
    expect((await bases(`number,base,previous_result\n${number},abc,\nN0,100,\n${number},1,`)).body).toEqual({
      rows: 3, changed: 0, issues: [{ row: 2, column: 'base', code: 'REWARD.NOT_AN_AMOUNT' }, { row: 3, column: 'number', code: 'REWARD.UNKNOWN_PERSON' }, { row: 4, column: 'number', code: 'REWARD.DOUBLED_PERSON' }],
    });
    expect((await bases('工号;电话\nN1;1')).body.issues).toEqual([{ row: 1, column: '电话', code: 'REWARD.UNKNOWN_COLUMN' }, { row: 1, column: 'base', code: 'REWARD.MISSING_COLUMN' }]);
    const file = `工号,奖金基数,上期结果\r\n${number},"12,345.6",98.5%\r\n`;
    expect((await bases(file)).body).toEqual({ rows: 1, changed: 1, issues: [] });
    expect((await bases(file)).body).toEqual({ rows: 1, changed: 0, issues: [] });
    expect(await api.database.read.one(sql`select base_cents::int as cents, previous_result_bp as bp from reward_bases b join employees e on e.id = b.employee_id where e.number = ${number}`)).toEqual({ cents: 1_234_560, bp: 9_850 });
    expect((await bases(file, await api.signInAs(s.otherHr))).body.issues).toEqual([{ row: 2, column: 'number', code: 'REWARD.UNKNOWN_PERSON' }]);
  });

  test('go to payroll once each, with a key; reading them is recorded', async () => {
    const first = await hr.get(`/api/cycles/${s.cycleId}/payroll`);
    expect(first.status).toBe(200);
    const [header, line, ...rest] = first.text.replace('\uFEFF', '').trim().split('\r\n');
    expect(header).toBe('key,number,name,kind,amount,held,exported_at');
    expect(line).toContain(`,full,11800.00,no,`);
    expect(rest).toEqual([]);
    expect((await hr.get(`/api/cycles/${s.cycleId}/payroll`)).text).toBe(first.text);
    expect((await hr.get<RewardSummary>(`/api/rewards/${s.cycleId}`)).body).toMatchObject({ people: 6, bases: 6, lines: 1, exportedLines: 1 });
    expect(await api.database.read.one(sql`select count(*)::int as reads from audit.access_log where object = 'payroll' and reader_id = ${s.hr.id}`)).toEqual({ reads: 2 });
    for (const person of [s.otherHr, s.head, s.managers[0]]) expect((await (await api.signInAs(person)).get(`/api/cycles/${s.cycleId}/payroll`)).status).toBe(403);
  });
});
