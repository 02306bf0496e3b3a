import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { workflowId } from '@fairmark/contracts/process';
import { orgEvent } from '@fairmark/domain/changes';
import { advanceChanges, cyclesToJoin, registerChanges } from '@fairmark/persistence/changes';
import { loadCycle, requestsOf } from '@fairmark/persistence/cycles';
import { sql } from '@fairmark/persistence/database';
import { addEmployee } from '../testing/index.js';
import { PEOPLE, START, startManyPeople, type ManyPeople } from './manyPeople.js';

let { database, driver, company, activities, stop } = {} as ManyPeople;
let launch: ManyPeople['launch'];
let cycleId: string;
let id: string;

beforeAll(async () => {
  ({ database, driver, company, activities, launch, stop } = await startManyPeople());
}, 30_000);
afterAll(() => stop());
/** A cycle of its own for each test. */
beforeEach(async () => {
  ({ cycleId, id } = await launch());
}, 30_000);

const hr = (): string => company.hr[0];
const second = (): string => company.hr[1];
const cycle = () => loadCycle(database.read, cycleId);
const due = async (employeeId: string) => (await database.read.one(sql<{ at: string }>`select due_at as at from visits where workflow_id = ${workflowId.review(cycleId, employeeId)} and step = 'goalProposal' and state = 'open'`))?.at;
const states = () => database.read.all(sql<{ state: string; count: number }>`select state, count(*)::integer as count from reviews where cycle_id = ${cycleId} group by state order by state`);

describe('acts on many people', () => {
  it('up to twenty are done at once, and only in the own scope', async () => {
    const [one, two] = company.operators as [string, string];
    const before = await due(one);
    const body = { step: 'goalSetting', target: { kind: 'people', employeeIds: [one, two, hr()] }, by: { n: 1, unit: 'workingDay' }, reason: '节后' };
    expect(await driver.decide(hr(), id, 'extend', body)).toMatchObject({ status: 'applied', outcome: 'extended', details: { people: 2 } });
    expect(await due(one)).not.toEqual(before);
    expect(await due(one)).toEqual(await due(two));
    expect(await due(company.operators[2]!)).toEqual(before);
    expect(await driver.decide(company.leads[0]!, id, 'extend', body)).toMatchObject({ code: 'ACTOR.NOT_ASSIGNED' });
    expect(await driver.decide(hr(), id, 'extend', { ...body, step: 'scoring' })).toMatchObject({ code: 'CYCLE.NOBODY_CONCERNED' });
  });

  it('above twenty wait for a second HR person, who is another one', async () => {
    const [one] = company.operators as [string];
    const before = await due(one);
    const asked = await driver.decide(hr(), id, 'extend', { step: 'goalSetting', target: { kind: 'all' }, by: { n: 3, unit: 'workingDay' }, reason: '系统迁移' });
    // Everybody but HR themselves: nobody extends the own deadline.
    expect(asked).toMatchObject({ status: 'applied', outcome: 'awaitingSecondPerson', details: { people: PEOPLE - 1 } });
    const { requestId } = asked.status === 'applied' ? asked.details : {};
    expect(await due(one)).toEqual(before);
    expect(await driver.decide(hr(), id, 'confirm', { requestId })).toMatchObject({ code: 'CYCLE.SECOND_PERSON_NEEDED' });
    expect(await driver.decide(second(), id, 'confirm', { requestId })).toMatchObject({ status: 'applied', outcome: 'extended', details: { people: PEOPLE - 1 } });
    expect(await due(one)).not.toEqual(before);
    expect(await due(hr())).toEqual(before);
    expect(await driver.decide(second(), id, 'confirm', { requestId })).toMatchObject({ code: 'CYCLE.REQUEST_DECIDED' });
    expect(await requestsOf(database.read, cycleId)).toMatchObject([{ act: 'extend', step: 'goalSetting', state: 'confirmed', requestedBy: { id: hr() }, decidedBy: { id: second() } }]);
    expect(await database.read.all(sql`select distinct actor_id as actor, confirmed_by as second from hr_acts where cycle_id = ${cycleId} and review_id is not null`)).toEqual([{ actor: hr(), second: second() }]);
  }, 20_000);

  it('can be declined, and taken back by who asked', async () => {
    const ask = async () => {
      const answer = await driver.decide(hr(), id, 'nudge', { step: 'goalSetting', target: { kind: 'all' } });
      return answer.status === 'applied' ? answer.details['requestId'] : undefined;
    };
    expect(await driver.decide(second(), id, 'decline', { requestId: await ask(), reason: '太频繁' })).toMatchObject({ outcome: 'declined' });
    expect(await driver.decide(hr(), id, 'decline', { requestId: await ask() })).toMatchObject({ outcome: 'declined' });
    expect((await requestsOf(database.read, cycleId)).map(({ state, decidedBy }) => [state, decidedBy?.id ?? null])).toEqual([['declined', null], ['declined', second()]]);
  });

  it('remind a department once a day', async () => {
    const nudge = () => driver.decide(hr(), id, 'nudge', { step: 'goalSetting', target: { kind: 'department', departmentId: company.departments[0] } });
    expect(await nudge()).toMatchObject({ outcome: 'nudged', details: { people: 10 } });
    expect(await nudge()).toMatchObject({ outcome: 'nudged', details: { people: 0 } });
  });

  it('move the date of the schedule for who comes later', async () => {
    await database.read.run(sql`update cycles set schedule = '{"scoring": {"dueOn": "2026-09-30"}}' where id = ${cycleId}`);
    expect(await driver.decide(hr(), id, 'extend', { step: 'scoring', target: { kind: 'all' }, by: { n: 1, unit: 'workingDay' }, reason: '国庆' })).toMatchObject({ outcome: 'extended', details: { people: 0 } });
    expect((await cycle())?.schedule).toEqual({ scoring: { dueOn: '2026-10-08' } });
  });
});

describe('people who come', () => {
  it('are checked like everybody, and get one review', async () => {
    const body = (employeeId: string) => ({ employeeId, reason: '新入职' });
    const stranger = await addEmployee(database.read, { departmentId: company.departments[0]! });
    expect(await driver.decide(hr(), id, 'addPerson', body(stranger))).toMatchObject({ code: 'CYCLE.PREFLIGHT_BLOCKING', details: { codes: expect.arrayContaining(['CYCLE.NO_MANAGER', 'CYCLE.NO_COMMUNITY']) } });
    const joiner = await addEmployee(database.read, { departmentId: company.departments[0]!, managerId: company.leads[0]! });
    await database.read.run(sql`insert into employee_positions (employee_id, position_id, valid_from) select ${joiner}::uuid, id, '2020-01-01' from positions where code = 'community-operator'`);
    expect(await driver.decide(hr(), id, 'addPerson', body(joiner))).toMatchObject({ status: 'applied', outcome: 'added' });
    expect(await driver.openSteps(workflowId.review(cycleId, joiner))).toEqual(['goalProposal']);
    expect(await driver.decide(hr(), id, 'addPerson', body(joiner))).toMatchObject({ code: 'CYCLE.PERSON_ALREADY_IN' });
    expect(await cycle()).toMatchObject({ reviewCount: PEOPLE + 1, startedCount: PEOPLE + 1, openCount: PEOPLE + 1 });
    await database.read.run(sql`update employees set left_on = '2026-07-01' where id = any(${[stranger, joiner]}::uuid[])`);
  });
});

describe('people whose joining becomes known', () => {
  const report = async (employeeId: string, effectiveOn: string): Promise<void> => {
    const { number } = (await database.read.one(sql<{ number: string }>`select number from employees where id = ${employeeId}`)) as { number: string };
    const registering = { source: 'hr', origin: 'test', importId: null, by: hr(), at: driver.now, today: driver.now.slice(0, 10), key: `late-${employeeId}-${effectiveOn}` } as const;
    await database.transaction((tx) => registerChanges(tx, [orgEvent({ kind: 'joinedLate', number, effectiveOn })], registering));
    while (await advanceChanges(database, driver.now)) await driver.drain();
    await driver.drain();
  };
  const newcomer = async (hiredOn: string, managerId: string | undefined = company.leads[0]): Promise<string> => {
    const person = await addEmployee(database.read, { departmentId: company.departments[0]!, ...(managerId ? { managerId } : {}) });
    await database.read.run(sql`insert into employee_positions (employee_id, position_id, valid_from) select ${person}::uuid, id, '2020-01-01' from positions where code = 'community-operator'`);
    await database.read.run(sql`update employees set hired_on = ${hiredOn} where id = ${person}`);
    return person;
  };
  const reviewOf = (person: string) => database.read.one(sql`select eligible_days as "eligibleDays", period_days as "periodDays" from reviews where cycle_id = ${cycleId} and employee_id = ${person}`);
  const cyclesOf = async (employeeId: string, effectiveOn: string) => (await cyclesToJoin(database.read, { kind: 'joinedLate', employeeId, effectiveOn })).map((one) => one.id);

  it('come into the cycle of their department with the days since then, once', async () => {
    const periodStart = String((await cycle())?.periodStart);
    const day = `${periodStart.slice(0, 4)}-08-01`;
    driver.now = `${day}T02:00:00.000Z`;
    const joiner = await newcomer(day);
    expect(await cyclesOf(joiner, day)).toContain(cycleId);
    await report(joiner, day);
    expect(await reviewOf(joiner)).toEqual({ eligibleDays: 61, periodDays: 92 });
    expect(await driver.openSteps(workflowId.review(cycleId, joiner))).toEqual(['goalProposal']);
    expect(await cyclesOf(joiner, day)).not.toContain(cycleId);
    await report(joiner, `${periodStart.slice(0, 4)}-08-02`);
    expect(await cycle()).toMatchObject({ reviewCount: PEOPLE + 1, startedCount: PEOPLE + 1 });
    await database.read.run(sql`update employees set left_on = hired_on where id = ${joiner}`);
  }, 30_000);

  it('are left to HR when something is missing, and stay out once somebody has reached the self-review', async () => {
    const day = `${String((await cycle())?.periodStart).slice(0, 4)}-08-01`;
    driver.now = `${day}T02:00:00.000Z`;
    const alone = await newcomer(day, '');
    await report(alone, day);
    expect(await reviewOf(alone)).toBeUndefined();
    expect(await database.read.all(sql`select kind, employee_id as "for" from notices where kind = 'cycle.joinerMissing' and link = ${`/cycles/${cycleId}`}`)).toEqual([{ kind: 'cycle.joinerMissing', for: hr() }]);
    const joiner = await newcomer(day);
    await database.read.run(sql`update reviews set step = 'selfReview' where id = (select id from reviews where cycle_id = ${cycleId} order by id limit 1)`);
    await report(joiner, day);
    expect(await reviewOf(joiner)).toBeUndefined();
    await database.read.run(sql`update employees set left_on = hired_on where id = any(${[alone, joiner]}::uuid[])`);
  }, 30_000);
});

describe('the end', () => {
  it('comes by itself when the last review has closed, and only then by hand', async () => {
    expect(await driver.decide(hr(), id, 'close', { reason: '完成' })).toMatchObject({ code: 'CYCLE.REVIEWS_OPEN', details: { open: PEOPLE, waiting: 0 } });
    const people = await database.read.all(sql<{ workflowId: string; employeeId: string }>`select workflow_id as "workflowId", employee_id as "employeeId" from reviews where cycle_id = ${cycleId} order by id`);
    for (const { workflowId, employeeId } of people) await driver.accept(employeeId === hr() ? second() : hr(), workflowId, 'remove', { reason: '试运行' });
    expect(await cycle()).toMatchObject({ state: 'closed', openCount: 0, closedAt: START });
    expect(await driver.process(id)).toMatchObject({ state: 'closed', outcome: 'closed' });
  }, 30_000);

  it('is found by the look every ten minutes when the count went wrong', async () => {
    await database.read.run(sql`update processes set state = 'closed', step = 'closed' where workflow_id like ${`review/${cycleId}/%`}`);
    expect(await activities.checkCycle({ workflowId: id, now: START })).toMatchObject({ state: 'closed', outcome: 'closed' });
    expect(await cycle()).toMatchObject({ state: 'closed', openCount: 0 });
    await database.read.run(sql`update visits set state = 'closed' where workflow_id like ${`review/${cycleId}/%`}`);
  });

  it('by cancelling ends every review and deletes nothing', async () => {
    const asked = await driver.decide(hr(), id, 'cancel', { reason: '重新设计' });
    expect(asked).toMatchObject({ outcome: 'awaitingSecondPerson', details: { people: PEOPLE } });
    const { requestId } = asked.status === 'applied' ? asked.details : {};
    expect(await driver.decide(second(), id, 'confirm', { requestId })).toMatchObject({ outcome: 'cancelled', details: { people: PEOPLE } });
    expect(await states()).toEqual([{ state: 'cancelled', count: PEOPLE }]);
    expect(await cycle()).toMatchObject({ state: 'cancelled', openCount: 0 });
    expect(await driver.process(id)).toMatchObject({ state: 'closed', outcome: 'cancelled' });
    expect(await driver.decide(hr(), id, 'close', { reason: 'x' })).toMatchObject({ code: 'PROCESS.CLOSED' });
  }, 20_000);

  it('by cancelling is refused once a result was published', async () => {
    await database.read.run(sql`update reviews set published_at = now() where workflow_id = ${workflowId.review(cycleId, company.operators[0]!)}`);
    expect(await driver.decide(hr(), id, 'cancel', { reason: 'x' })).toMatchObject({ code: 'CYCLE.RESULTS_PUBLISHED' });
  });
});
