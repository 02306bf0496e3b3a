import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { workflowId as ids } from '@fairmark/contracts/process';
import { sql } from '@fairmark/persistence/database';
import { nudgePeople } from '@fairmark/persistence/notices';
import { notifyAll } from '@fairmark/persistence/process';
import { addEmployee, fakeHandlers, startTestProcesses, type FakeProcess, type TestProcesses } from '../testing/index.js';
import { sendDigests } from './index.js';

const HOURS = { from: '09:00', to: '18:00' };
/** A Monday, ten in the morning in Shanghai; two working days later the visits are due. */
const MONDAY = '2026-09-14T02:00:00.000Z';
const REMINDED = '2026-09-16T01:00:00.000Z';
const DIGEST_TIME = '2026-09-16T01:05:00.000Z';

let t: TestProcesses;
let person: string;
const fake: FakeProcess = { assignees: [], subjectId: null, timeout: 'remind' };

beforeAll(async () => {
  t = await startTestProcesses([fakeHandlers(fake)]);
}, 30_000);
afterAll(() => t.stop());
beforeEach(async () => {
  await t.database.read.run(sql`update visits set state = 'closed'`);
  await t.database.read.run(sql`update reminders set state = 'dropped' where state = 'waiting'`);
  person = await addEmployee(t.database.read);
});

async function begin(people: readonly string[] = [person]): Promise<string> {
  Object.assign(fake, { assignees: people.map((employeeId) => ({ employeeId, why: 'chair' })) });
  const refId = randomUUID();
  t.driver.now = MONDAY;
  await t.driver.start('calibration', ids.calibration(refId), refId);
  return String((await t.database.read.one(sql<{ id: string }>`select id from visits where workflow_id = ${ids.calibration(refId)}`))?.id);
}

const send = (at: string) => sendDigests(t.database, HOURS, at);
const mails = async (employeeId = person) =>
  (await t.database.read.all(sql<{ template: string; items: { link: string }[] }>`
    select body ->> 'template' as template, body -> 'items' as items from outbox where channel = 'mail' and body ->> 'employeeId' = ${employeeId} and body ->> 'template' like 'reminder.%' order by id`)).map(({ template, items }) => [template, items.length]);
const notices = (employeeId = person) => t.database.read.all(sql`select 1 from notices where employee_id = ${employeeId} and kind = 'reminder.signOff'`);

describe('a digest', () => {
  test('holds all reminders of a person once a day, while notices stay single', async () => {
    for (let count = 0; count < 3; count += 1) await begin();
    await t.driver.advanceTo(REMINDED);
    expect(await notices()).toHaveLength(3);
    await send(REMINDED);
    expect(await mails()).toEqual([]);
    await Promise.all([send(DIGEST_TIME), send(DIGEST_TIME), send(DIGEST_TIME)]);
    expect(await mails()).toEqual([['reminder.digest', 3]]);
    await send('2026-09-16T09:00:00.000Z');
    expect(await mails()).toEqual([['reminder.digest', 3]]);
  });

  test('with one line leads to its task', async () => {
    const visitId = await begin();
    await t.driver.advanceTo(REMINDED);
    await send(DIGEST_TIME);
    expect(await t.database.read.one(sql`select body ->> 'link' as link, body ->> 'template' as template from outbox where body ->> 'employeeId' = ${person} and body ->> 'template' like 'reminder.%'`)).toEqual({ link: `/visits/${visitId}`, template: 'reminder.signOff' });
  });

  test('leaves out what was decided meanwhile, and does not leave when nothing is left', async () => {
    const [first] = [await begin(), await begin()];
    await t.driver.advanceTo(REMINDED);
    await t.driver.accept(person, first, 'approve');
    await send(DIGEST_TIME);
    expect(await mails()).toEqual([['reminder.signOff', 1]]);
    expect(await t.database.read.all(sql`select state from reminders where visit_id = ${first}`)).toEqual([{ state: 'dropped' }]);
    const other = await addEmployee(t.database.read);
    const alone = await begin([other]);
    await t.driver.advanceTo(REMINDED);
    await t.driver.accept(other, alone, 'approve');
    await send(DIGEST_TIME);
    expect(await mails(other)).toEqual([]);
  });

  test('waits in the night and over free days in the zone of its reader', async () => {
    const far = await addEmployee(t.database.read, { zone: 'America/New_York', country: 'US' });
    await begin([person, far]);
    await t.driver.advanceTo(REMINDED);
    // Ten past nine in Shanghai is the evening of the day before in New York.
    await send('2026-09-16T01:10:00.000Z');
    expect([await mails(), await mails(far)]).toEqual([[['reminder.signOff', 1]], []]);
    await send('2026-09-16T12:59:00.000Z');
    expect(await mails(far)).toEqual([]);
    await send('2026-09-16T13:00:00.000Z');
    expect(await mails(far)).toEqual([['reminder.signOff', 1]]);
  });

  test('of a second reminder on the same day leaves on the next working morning', async () => {
    await begin();
    await t.driver.advanceTo(REMINDED);
    await send(DIGEST_TIME);
    await t.database.read.run(sql`update visits set wake_at = '2026-09-16T03:00:00Z', reminders = '["2026-09-16T03:00:00.000Z"]' where state = 'open'`);
    await t.driver.advanceTo('2026-09-16T03:00:00.000Z');
    await send('2026-09-16T08:00:00.000Z');
    expect(await mails()).toHaveLength(1);
    await send('2026-09-17T01:00:00.000Z');
    expect(await mails()).toHaveLength(2);
  });

  test('also takes in the reminders that a policy sends at the deadline', async () => {
    const visitId = await begin();
    await t.database.transaction((tx) => notifyAll(tx, [{ employeeId: person, kind: 'approval.overdue', link: `/visits/${visitId}` }, { employeeId: person, kind: 'appeal.closed', link: '/appeals/1' }]));
    const kinds = async () => (await t.database.read.all(sql<{ template: string }>`select body ->> 'template' as template from outbox where body ->> 'employeeId' = ${person} and body ->> 'template' not like 'task.%' order by id`)).map(({ template }) => template);
    expect(await kinds()).toEqual(['appeal.closed']);
    expect(await t.database.read.all(sql`select kind from notices where employee_id = ${person} and kind = 'approval.overdue' and visit_id = ${visitId}`)).toHaveLength(1);
    await t.database.read.run(sql`update reminders set look_at = ${DIGEST_TIME} where visit_id = ${visitId}`);
    await send(DIGEST_TIME);
    expect(await kinds()).toEqual(['appeal.closed', 'reminder.signOff']);
  });

  test('of somebody on leave without end waits, and comes when the leave is over', async () => {
    await begin();
    await t.driver.advanceTo(REMINDED);
    await t.database.read.run(sql`insert into employee_leaves (employee_id, kind, valid_from, valid_to) values (${person}, 'parental', '2026-09-16', '2039-01-01')`);
    await send(DIGEST_TIME);
    expect(await mails()).toEqual([]);
    await t.database.read.run(sql`update employee_leaves set valid_to = '2026-09-20' where employee_id = ${person}`);
    await send('2026-09-28T02:00:00.000Z');
    expect(await mails()).toEqual([['reminder.signOff', 1]]);
  });
});

describe('a nudge', () => {
  const nudge = (visitId: string, now: string) => t.database.transaction((tx) => nudgePeople(tx, [visitId], { by: person, now }));

  test('reaches a person once a day, whoever asks and whatever for, at the same moment too', async () => {
    const asked = await addEmployee(t.database.read);
    const visits = [await begin([asked]), await begin([asked])];
    const answers = await Promise.all([...visits, ...visits].map((visitId) => nudge(visitId, MONDAY)));
    expect(answers.sort()).toEqual([0, 0, 0, 1]);
    await send(MONDAY);
    expect(await mails(asked)).toEqual([['reminder.signOff', 1]]);
    expect(await nudge(String(visits[0]), '2026-09-14T15:59:59.000Z')).toBe(0);
    expect(await nudge(String(visits[0]), '2026-09-14T16:00:00.000Z')).toBe(1);
    // Midnight in Shanghai: the mail waits for the morning.
    await send('2026-09-14T16:00:00.000Z');
    expect(await mails(asked)).toHaveLength(1);
    await send('2026-09-15T01:00:00.000Z');
    expect(await mails(asked)).toHaveLength(2);
  });

  test('does not use up the digest of the day', async () => {
    const visitId = await begin();
    await nudge(visitId, '2026-09-16T00:00:00.000Z');
    await send('2026-09-16T01:00:00.000Z');
    await t.driver.advanceTo(REMINDED);
    await send(DIGEST_TIME);
    expect(await mails()).toEqual([['reminder.signOff', 1], ['reminder.signOff', 1]]);
  });
});
