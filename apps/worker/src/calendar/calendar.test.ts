import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { CalendarChange } from '@fairmark/contracts/calendar';
import { workflowId as ids } from '@fairmark/contracts/process';
import { makeCalendarChange, writeCalendarChange } from '@fairmark/persistence/calendar';
import { sql } from '@fairmark/persistence/database';
import { previewDeadlines } from '@fairmark/persistence/deadlines';
import { extendDeadline, loadVisit } from '@fairmark/persistence/process';
import { addEmployee, fakeHandlers, startTestProcesses, type FakeProcess, type TestProcesses } from '../testing/index.js';
import { spreadPage } from './index.js';

/** Monday morning in Shanghai; five working days later, on the next Monday, the visits are due: Sunday the 20th is a make-up day. */
const MONDAY = '2026-09-14T02:00:00.000Z';
const DUE = '2026-09-20T16:00:00.000Z';
const WEDNESDAY = '2026-09-16T02:00:00.000Z';

let t: TestProcesses;
let hr: string;
let person: string;
const fake: FakeProcess = { assignees: [], subjectId: null, timeout: 'remind', days: 5 };

beforeAll(async () => {
  t = await startTestProcesses([fakeHandlers(fake)]);
  hr = await addEmployee(t.database.read);
}, 30_000);
afterAll(() => t.stop());
beforeEach(async () => {
  for (const table of ['company_days', 'calendar_years', 'employee_leaves', 'downtimes']) await t.database.read.run(sql`delete from ${sql.table(table)}`);
  await t.database.read.run(sql`update visits set state = 'closed'`);
  await t.database.read.run(sql`update calendar_changes set state = 'applied'`);
  person = await addEmployee(t.database.read);
});

async function begin(employeeId = person): Promise<string> {
  Object.assign(fake, { assignees: [{ employeeId, why: 'chair' }] });
  const refId = randomUUID();
  t.driver.now = MONDAY;
  await t.driver.start('calibration', ids.calibration(refId), refId);
  t.driver.now = WEDNESDAY;
  return String((await t.database.read.one(sql<{ id: string }>`select id from visits where workflow_id = ${ids.calibration(refId)}`))?.id);
}

const make = (change: CalendarChange, alsoEarlier = false) => t.database.transaction((tx) => makeCalendarChange(tx, { change, alsoEarlier, reason: '公司团建' }, { by: hr, at: t.driver.now }));
async function spread(size = 200): Promise<void> {
  while (await spreadPage(t.database, t.driver.now, size));
  await t.driver.drain();
}
async function apply(change: CalendarChange, alsoEarlier = false): Promise<string> {
  const id = await make(change, alsoEarlier);
  await spread();
  return id;
}
const dueOf = async (visitId: string) => (await loadVisit(t.database.read, visitId))?.dueAt;
const record = (visitId: string) => t.database.read.all(sql`select cause, reason, from_due as from, to_due as to from deadline_changes where visit_id = ${visitId} order by at, id`);
const day = (date: string, working: boolean): CalendarChange => ({ kind: 'companyDay', country: 'CN', day: date, working, name: null });
const preview = (change: CalendarChange, alsoEarlier = false) => {
  const rolledBack = new Error('rolled back');
  let found: Awaited<ReturnType<typeof previewDeadlines>> | undefined;
  return t.database.transaction(async (tx) => {
    await writeCalendarChange(tx, change, { by: hr, at: t.driver.now });
    found = await previewDeadlines(tx, 'country' in change ? { country: change.country } : { employeeId: change.employeeId }, { id: hr, scope: 'all' }, t.driver.now, alsoEarlier);
    throw rolledBack;
  }).catch((error: unknown) => (error === rolledBack ? found : Promise.reject(error)));
};

describe('a free day of the company', () => {
  test('moves running deadlines as the preview said, tells who is waited for, and says why on the visit', async () => {
    const visitId = await begin();
    expect(await dueOf(visitId)).toBe(DUE);
    expect(await preview(day('2026-09-17', false))).toMatchObject({ later: 1, earlier: 0, kept: 0, people: 1, deadlines: [{ visitId, step: 'signOff', person: { id: person }, from: DUE, to: '2026-09-21T16:00:00.000Z', earlier: false }] });
    expect(await dueOf(visitId)).toBe(DUE);
    const changeId = await apply(day('2026-09-17', false));
    expect(await loadVisit(t.database.read, visitId)).toMatchObject({ dueAt: '2026-09-21T16:00:00.000Z', baseDueAt: '2026-09-21T16:00:00.000Z', reminders: ['2026-09-21T01:00:00.000Z'], wakeAt: '2026-09-21T01:00:00.000Z' });
    expect(await record(visitId)).toEqual([{ cause: 'calendar', reason: '公司团建', from: DUE, to: '2026-09-21T16:00:00.000Z' }]);
    expect(await t.database.read.all(sql`select kind from notices where visit_id is null and employee_id = ${person} and kind = 'deadline.moved'`)).toHaveLength(1);
    expect(await t.database.read.all(sql`select actor from audit.entries where action = 'visit.calendarChanged' and object = ${visitId}`)).toEqual([{ actor: hr }]);
    expect(await t.database.read.one(sql`select state, told from calendar_changes where id = ${changeId}`)).toEqual({ state: 'applied', told: 1 });
  });

  test('leaves other countries, closed visits and windows in hours alone', async () => {
    const german = await addEmployee(t.database.read, { country: 'DE', zone: 'Europe/Berlin' });
    const [theirs, mine] = [await begin(german), await begin()];
    await t.database.read.run(sql`update visits set due_legs = '[{"n": 72, "unit": "hour"}]' where id = ${mine}`);
    expect(await preview(day('2026-09-17', false))).toMatchObject({ later: 0, deadlines: [] });
    await apply(day('2026-09-17', false));
    expect([await record(theirs), await record(mine)]).toEqual([[], []]);
  });

  test('counts all legs of an extended deadline again', async () => {
    const visitId = await begin();
    const visit = (await loadVisit(t.database.read, visitId)) as { id: string; dueAt: string; subjectId: null };
    expect(await t.database.transaction((tx) => extendDeadline(tx, visit, { n: 2, unit: 'workingDay' }, WEDNESDAY, { cause: 'hr', at: WEDNESDAY, actorId: hr, reason: '系统迁移' }))).toBe('2026-09-22T16:00:00.000Z');
    await apply(day('2026-09-17', false));
    expect(await dueOf(visitId)).toBe('2026-09-23T16:00:00.000Z');
    expect(await record(visitId)).toMatchObject([{ cause: 'hr', reason: '系统迁移' }, { cause: 'calendar' }]);
  });

  test('keeps downtime that was given back', async () => {
    const visitId = await begin();
    await t.database.read.run(sql`insert into downtimes (from_at, to_at, component) values ('2026-09-15T01:00:00Z', '2026-09-15T07:00:00Z', 'api')`);
    await apply(day('2026-09-17', false));
    expect(await loadVisit(t.database.read, visitId)).toMatchObject({ baseDueAt: '2026-09-21T16:00:00.000Z', dueAt: '2026-09-21T22:00:00.000Z', downtimeSeconds: 21_600 });
  });
});

describe('a day that makes deadlines come earlier', () => {
  test('leaves them where they are, unless HR wants it', async () => {
    const visitId = await begin();
    expect(await preview(day('2026-09-19', true))).toMatchObject({ kept: 1, earlier: 0, deadlines: [] });
    await apply(day('2026-09-19', true));
    expect(await dueOf(visitId)).toBe(DUE);
    expect(await preview(day('2026-09-19', true), true)).toMatchObject({ kept: 0, earlier: 1, deadlines: [{ to: '2026-09-19T16:00:00.000Z', earlier: true }] });
    await apply(day('2026-09-19', true), true);
    expect(await dueOf(visitId)).toBe('2026-09-19T16:00:00.000Z');
  });

  test('never makes them end before the next working day is over', async () => {
    const visitId = await begin();
    t.driver.now = '2026-09-19T02:00:00.000Z';
    await apply(day('2026-09-19', true), true);
    expect(await dueOf(visitId)).toBe(DUE);
  });
});

describe('other changes', () => {
  test('leave of a person moves what they have to do, and its removal moves nothing back by itself', async () => {
    const [mine, others] = [await begin(), await begin(await addEmployee(t.database.read))];
    await apply({ kind: 'leaveRecorded', employeeId: person, leave: 'annual', validFrom: '2026-09-17', validTo: '2026-09-19' });
    expect([await dueOf(mine), await dueOf(others)]).toEqual(['2026-09-22T16:00:00.000Z', DUE]);
    await apply({ kind: 'leaveRemoved', employeeId: person, validFrom: '2026-09-17' });
    expect(await dueOf(mine)).toBe('2026-09-22T16:00:00.000Z');
    await expect(make({ kind: 'leaveRemoved', employeeId: person, validFrom: '2026-09-17' })).rejects.toMatchObject({ code: 'CALENDAR.UNKNOWN_LEAVE' });
    await make({ kind: 'leaveRecorded', employeeId: person, leave: 'annual', validFrom: '2026-10-10', validTo: '2026-10-12' });
    await expect(make({ kind: 'leaveRecorded', employeeId: person, leave: 'sick', validFrom: '2026-10-11', validTo: '2026-10-14' })).rejects.toMatchObject({ code: 'CALENDAR.LEAVE_OVERLAPS' });
  });

  test('another zone moves a deadline to a later instant only', async () => {
    const [west, east] = [await begin(), await begin(await addEmployee(t.database.read))];
    await apply({ kind: 'zoneChanged', employeeId: person, zone: 'Europe/Berlin' });
    expect(await loadVisit(t.database.read, west)).toMatchObject({ dueAt: '2026-09-20T22:00:00.000Z', dueZone: 'Europe/Berlin' });
    const other = (await t.database.read.one(sql<{ id: string }>`select due_for as id from visits where id = ${east}`)) as { id: string };
    await apply({ kind: 'zoneChanged', employeeId: other.id, zone: 'Pacific/Auckland' });
    expect(await loadVisit(t.database.read, east)).toMatchObject({ dueAt: DUE, dueZone: 'Asia/Shanghai' });
    await expect(make({ kind: 'zoneChanged', employeeId: person, zone: 'Mars/Base' })).rejects.toMatchObject({ code: 'CALENDAR.UNKNOWN_ZONE' });
  });

  test('an announced year ends what was provisional, and moves what rests on it', async () => {
    t.driver.now = MONDAY;
    const visitId = await begin();
    // Counted from the last days of a year whose next one nobody has announced.
    await t.database.read.run(sql`update visits set due_from = '2026-12-30T02:00:00Z', due_at = '2027-01-05T16:00:00Z', base_due_at = '2027-01-05T16:00:00Z', due_provisional = true, due_legs = '[{"n": 3, "unit": "workingDay"}]' where id = ${visitId}`);
    await apply({ kind: 'yearAnnounced', country: 'CN', year: 2027, days: [{ day: '2027-01-01', working: false, name: '元旦' }, { day: '2027-01-04', working: false, name: '元旦' }] });
    expect(await t.database.read.one(sql`select due_at as "dueAt", due_provisional as provisional from visits where id = ${visitId}`)).toEqual({ dueAt: '2027-01-06T16:00:00.000Z', provisional: false });
  });
});

test('a change that is spread in pages, killed between them and spread again, reaches every process once', async () => {
  const visits = [];
  for (let count = 0; count < 7; count += 1) visits.push(await begin(await addEmployee(t.database.read)));
  const id = await make(day('2026-09-17', false));
  expect(await spreadPage(t.database, WEDNESDAY, 3)).toBe(true);
  // A worker that dies inside a page leaves nothing of it.
  await expect(t.database.transaction(async (tx) => {
    await tx.run(sql`update calendar_changes set position = 'zzz', told = 99 where id = ${id}`);
    throw new Error('killed');
  })).rejects.toThrow('killed');
  await Promise.all([spreadPage(t.database, WEDNESDAY, 3), spreadPage(t.database, WEDNESDAY, 3)]);
  await spread(3);
  expect(await t.database.read.one(sql`select state, told from calendar_changes where id = ${id}`)).toEqual({ state: 'applied', told: 7 });
  expect(await t.database.read.one(sql`select count(*)::integer as n from process_events where name = 'calendarChanged' and body ->> 'changeId' = ${id}`)).toEqual({ n: 7 });
  for (const visitId of visits) expect(await record(visitId)).toHaveLength(1);
});
