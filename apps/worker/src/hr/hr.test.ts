import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ComposedItem, ComposedSheet } from '@fairmark/contracts/goals';
import { workflowId } from '@fairmark/contracts/process';
import { hrActsOf } from '@fairmark/persistence/cycles';
import { sql, type Database } from '@fairmark/persistence/database';
import { createTestCompany, type TestCompany } from '@fairmark/persistence/testing';
import { CycleActivities } from '../cycles/index.js';
import { launchTestCycle } from '../cycles/testing.js';
import { allHandlers } from '../rules.js';
import { startTestProcesses, type ProcessDriver, type TestProcesses } from '../testing/index.js';

const start = '2026-07-01T02:00:00.000Z';
let processes: TestProcesses;
let database: Database;
let driver: ProcessDriver;
let company: TestCompany;
let cycleId: string;

beforeAll(async () => {
  processes = await startTestProcesses(allHandlers, start);
  ({ database, driver } = processes);
  company = await createTestCompany(database, { operators: 24 });
  cycleId = await launchTestCycle(database, company, { expectedPeople: 32, now: start });
  await driver.drain();
  await new CycleActivities(database, () => ({ beat: () => undefined, signal: new AbortController().signal }), () => start).launchReviews({ workflowId: workflowId.cycle(cycleId) });
  await driver.drain();
}, 30_000);
afterAll(() => processes.stop());
beforeEach(() => {
  driver.now = start;
});

const hr = (): string => company.hr[0];
const of = (employeeId: string): string => workflowId.review(cycleId, employeeId);
const operator = (index: number): string => company.operators[index] as string;
const openVisit = async (employeeId: string) =>
  (await database.read.one(sql<{ id: string; step: string; dueAt: string }>`select id, step, due_at as "dueAt" from visits where workflow_id = ${of(employeeId)} and state = 'open' order by opened_at desc limit 1`)) as { id: string; step: string; dueAt: string };
const review = async (employeeId: string) =>
  (await database.read.one(sql<{ id: string; state: string; step: string; reason: string | null }>`select id, state, step, not_rated_reason as reason from reviews where workflow_id = ${of(employeeId)}`)) as { id: string; state: string; step: string; reason: string | null };

describe('appointing', () => {
  it('lets the head of another department be the second approver where the line above is one person', async () => {
    const [head = '', other = ''] = company.heads;
    const { id: visitId } = await openVisit(head);
    const { sheet } = (await database.read.one(sql<{ sheet: ComposedSheet }>`select sheet from reviews where workflow_id = ${of(head)}`)) as { sheet: ComposedSheet };
    const item = sheet.blocks.flatMap((block) => block.items).find((one) => one.targetEditable && one.realismBand) as ComposedItem;
    const target = (Number(item.realismBand?.high) * 1.04).toFixed(2);
    await driver.decide(head, visitId, 'submit', { items: [{ itemId: item.itemId, target, reason: '新渠道' }], personalGoals: [] });
    await driver.decide(company.executive, (await openVisit(head)).id, 'approve', {});
    const second = await openVisit(head);
    const appoint = (toEmployeeId: string) => driver.decide(hr(), of(head), 'reassign', { visitId: second.id, toEmployeeId, reason: '上级只有一人' });
    expect(await appoint(operator(5))).toMatchObject({ code: 'HR.NOT_IN_LINE' });
    expect(await appoint(other)).toMatchObject({ status: 'applied' });
    expect(await driver.decide(other, (await openVisit(head)).id, 'approve', {})).toMatchObject({ status: 'applied' });
  }, 30_000);
});

describe('extending', () => {
  it('moves the deadline from where it stands, with a reason that the person can read', async () => {
    const before = await openVisit(operator(0));
    expect(before).toMatchObject({ step: 'goalProposal', dueAt: '2026-07-15T16:00:00.000Z' });
    const answer = await driver.decide(hr(), of(operator(0)), 'extend', { visitId: before.id, by: { n: 2, unit: 'workingDay' }, reason: '系统故障' });
    expect(answer).toMatchObject({ status: 'applied', details: { dueAt: '2026-07-17T16:00:00.000Z' } });
    expect(await openVisit(operator(0))).toMatchObject({ id: before.id, dueAt: '2026-07-17T16:00:00.000Z' });
    expect(await hrActsOf(database.read, (await review(operator(0))).id)).toMatchObject([{ act: 'extend', reason: '系统故障', actor: { id: hr() } }]);
    expect(await database.read.all(sql`select kind from notices where employee_id = ${operator(0)} and kind = 'hr.extended'`)).toHaveLength(1);
  });

  it('is refused to others, in the own case, in seconds, and where a date is waited for', async () => {
    const visit = await openVisit(operator(0));
    const body = { visitId: visit.id, by: { n: 1, unit: 'day' }, reason: 'x' };
    expect(await driver.decide(company.leads[0]!, of(operator(0)), 'extend', body)).toMatchObject({ code: 'ACTOR.NOT_ASSIGNED' });
    const own = await openVisit(hr());
    expect(await driver.decide(hr(), of(hr()), 'extend', { ...body, visitId: own.id })).toMatchObject({ code: 'ACTOR.NOT_ASSIGNED' });
    expect(await driver.decide(company.hr[1], of(hr()), 'extend', { ...body, visitId: own.id })).toMatchObject({ status: 'applied' });
    expect(await driver.decide(hr(), of(operator(0)), 'extend', { ...body, by: { n: 5, unit: 'second' } })).toMatchObject({ code: 'HR.SECONDS_NOT_ALLOWED' });
    expect(await driver.decide(hr(), of(operator(1)), 'extend', body)).toMatchObject({ code: 'VISIT.UNKNOWN' });
  });
});

describe('nudging', () => {
  it('reminds each person once a day', async () => {
    const nudge = () => driver.decide(hr(), of(operator(1)), 'nudge');
    expect(await nudge()).toMatchObject({ status: 'applied', details: { people: 1 } });
    expect(await nudge()).toMatchObject({ code: 'HR.ALREADY_NUDGED' });
    driver.now = '2026-07-02T02:00:00.000Z';
    expect(await nudge()).toMatchObject({ status: 'applied' });
    expect(await database.read.all(sql`select day, nudged_by as by from nudges where employee_id = ${operator(1)} order by day`)).toEqual([{ day: '2026-07-01', by: hr() }, { day: '2026-07-02', by: hr() }]);
    expect(await database.read.all(sql`select 1 from notices where kind = 'reminder.goalProposal' and employee_id = ${operator(1)}`)).toHaveLength(2);
  });
});

describe('reassigning', () => {
  it('gives a task of the line to somebody else of the line, never to HR themselves, the subject or a stranger', async () => {
    // Nobody proposed: the manager drafts.
    await driver.advanceTo('2026-07-21T00:00:00.000Z');
    const visit = await openVisit(operator(2));
    expect(visit.step).toBe('goalDrafting');
    const to = (toEmployeeId: string) => driver.decide(hr(), of(operator(2)), 'reassign', { visitId: visit.id, toEmployeeId, reason: '主管休长假' });
    expect(await to(operator(2))).toMatchObject({ code: 'ACTOR.IS_SUBJECT' });
    expect(await to(hr())).toMatchObject({ code: 'HR.NOT_ONESELF' });
    expect(await to(operator(3))).toMatchObject({ code: 'HR.NOT_IN_LINE' });
    expect(await to(company.leads[0]!)).toMatchObject({ code: 'HR.ALREADY_ASKED' });
    expect(await to(company.heads[0]!)).toMatchObject({ status: 'applied' });
    const after = await openVisit(operator(2));
    expect((await driver.tasks(after.id)).map((task) => task.assigneeId)).toEqual([company.heads[0]]);
    expect(await driver.decide(company.leads[0]!, after.id, 'submit', {})).toMatchObject({ code: 'ACTOR.NOT_ASSIGNED' });
    expect((await hrActsOf(database.read, (await review(operator(2))).id)).map(({ act }) => act)).toEqual(['reassign']);
  }, 30_000);

  it('does not concern steps of the person themselves', async () => {
    const { id } = await openVisit(company.leads[0]!);
    expect(await driver.decide(hr(), of(company.leads[0]!), 'reassign', { visitId: id, toEmployeeId: company.heads[0], reason: 'x' })).toMatchObject({ status: 'refused' });
  });
});

describe('removing', () => {
  it('ends a review as not rated and keeps everything', async () => {
    expect(await driver.decide(hr(), of(operator(4)), 'remove', { reason: '离职' })).toMatchObject({ status: 'applied' });
    expect(await review(operator(4))).toMatchObject({ state: 'closed', step: 'closed', reason: 'removed' });
    expect(await database.read.all(sql`select source, band from current_ratings c join reviews r on r.id = c.review_id where r.workflow_id = ${of(operator(4))}`)).toEqual([{ source: 'notRated', band: null }]);
    expect(await driver.openSteps(of(operator(4)))).toEqual([]);
    expect(await driver.decide(hr(), of(operator(4)), 'remove', { reason: '再次' })).toMatchObject({ code: 'PROCESS.CLOSED' });
    const cycle = await database.read.one(sql`select open_count as open from cycles where id = ${cycleId}`);
    expect(cycle).toEqual({ open: 31 });
  });

  it('is refused after publication', async () => {
    await database.read.run(sql`update reviews set published_at = now() where workflow_id = ${of(operator(5))}`);
    expect(await driver.decide(hr(), of(operator(5)), 'remove', { reason: 'x' })).toMatchObject({ code: 'HR.PUBLISHED' });
    await database.read.run(sql`update reviews set published_at = null where workflow_id = ${of(operator(5))}`);
  });
});

describe('returning', () => {
  it('goes one phase back and only from there', async () => {
    expect(await driver.decide(hr(), of(operator(6)), 'returnToStep', { step: 'selfReview', reason: 'x' })).toMatchObject({ code: 'HR.NOT_RETURNABLE' });
    // Stands in scoring, as far as the process is concerned.
    await database.read.run(sql`update processes set step = 'scoring' where workflow_id = ${of(operator(6))}`);
    expect(await driver.decide(hr(), of(operator(6)), 'returnToStep', { step: 'selfReview', reason: '自评附件打不开' })).toMatchObject({ status: 'applied', details: { step: 'selfReview' } });
    expect(await driver.openSteps(of(operator(6)))).toEqual(['selfReview']);
    expect(await review(operator(6))).toMatchObject({ step: 'selfReview' });
  });
});
