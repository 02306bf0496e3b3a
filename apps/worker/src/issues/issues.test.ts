import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ISSUE_REPORTED } from '@fairmark/contracts/issues';
import { workflowId } from '@fairmark/contracts/process';
import { sql } from '@fairmark/persistence/database';
import { addIssue, issueByCode, issuePage } from '@fairmark/persistence/issues';
import { inboxPage } from '@fairmark/persistence/process';
import { readMeasure } from '@fairmark/persistence/rollouts';
import { addEmployee, startTestProcesses, type TestProcesses } from '../testing/index.js';
import { deliverAnonymous, issueAnswer, issueReported } from './index.js';

let processes: TestProcesses;
let [lead, reporter] = ['', ''];
let rolloutId: string;
beforeAll(async () => {
  processes = await startTestProcesses([{ kind: 'rollout', open: async () => ({ outcome: 'opened', step: 'pilot', audit: [] }), actions: { issueAnswer: { answer: issueAnswer } }, expire: {}, events: { [ISSUE_REPORTED]: issueReported } }]);
});
afterAll(() => processes.stop());
beforeEach(async () => {
  const { read } = processes.database;
  // A Wednesday, 10:00 in China.
  processes.driver.now = '2026-09-02T02:00:00.000Z';
  [lead, reporter, rolloutId] = [await addEmployee(read), await addEmployee(read), randomUUID()];
  const plan = await read.one(sql<{ id: string }>`insert into plans (code, name) values (${rolloutId}, '方案') returning id`);
  await read.run(sql`
    insert into rollouts (id, name, plan_id, workflow_id, sponsor_id, lead_id, settings, starts_on, created_by)
    values (${rolloutId}, '推广', ${plan?.id}, ${workflowId.rollout(rolloutId)}, ${lead}, ${lead}, '{}', '2026-06-01', ${lead})`);
  await processes.driver.start('rollout', workflowId.rollout(rolloutId), rolloutId);
});

const CODE_HASH = (code: string) => createHash('sha256').update(code).digest('hex');
const add = (anonymous: boolean, code: string = randomUUID()) =>
  processes.database.transaction((tx) => addIssue(tx, { rolloutId, reporterId: anonymous ? null : reporter, codeHash: anonymous ? CODE_HASH(code) : null, page: '/my-review', report: '转化率口径不清', reportedOn: processes.driver.now.slice(0, 10) }));
const report = async () => {
  const id = await add(false);
  await processes.driver.signal(workflowId.rollout(rolloutId), ISSUE_REPORTED, { issueId: id });
  return id;
};
const waiting = async () => (await inboxPage(processes.database.read, lead, 'waiting', { limit: 5, offset: 0 })).items;
const list = async () => (await issuePage(processes.database.read, rolloutId, { state: 'open', limit: 10, offset: 0 })).issues;
const open = () => readMeasure(processes.database.read, 'openIssues', { of: 'rollout', rolloutId }, '2026-09-30T00:00:00.000Z');
const deliver = async (now: string) => {
  processes.driver.now = now;
  await deliverAnonymous(processes.database, now);
  await processes.driver.drain();
};

describe('a report under a name', () => {
  test('waits in the inbox of the lead, due at the end of the third working day, and its author is told of the answer', async () => {
    const id = await report();
    expect(await waiting()).toMatchObject([{ step: 'issueAnswer', dueAt: '2026-09-07T16:00:00.000Z' }]);
    expect(await list()).toMatchObject([{ id, state: 'delivered', reporter: { id: reporter }, dueAt: '2026-09-07T16:00:00.000Z' }]);
    expect(await processes.driver.decide(reporter, 'issueAnswer', 'answer', { answer: '我自己答' })).toMatchObject({ status: 'refused' });
    expect(await processes.driver.accept(lead, 'issueAnswer', 'answer', { answer: '已补充口径说明' })).toBe('answered');
    expect(await waiting()).toEqual([]);
    expect(await list()).toMatchObject([{ state: 'answered', answer: '已补充口径说明', answeredBy: { id: lead }, visitId: null }]);
    expect(await processes.database.read.all(sql`select kind, link from notices where employee_id = ${reporter}`)).toEqual([{ kind: 'issue.answered', link: '/issues' }]);
    expect(await open()).toMatchObject({ value: '1', sampleSize: 1 });
  });

  test('is asked about once, however often the event comes, and reminded of when the days have passed', async () => {
    const id = await report();
    await processes.driver.accept(lead, 'issueAnswer', 'answer', { answer: '好' });
    await processes.driver.signal(workflowId.rollout(rolloutId), ISSUE_REPORTED, { issueId: id });
    expect(await waiting()).toEqual([]);
    await report();
    await processes.driver.advanceTo('2026-09-08T02:00:00.000Z');
    expect(await waiting()).toMatchObject([{ step: 'issueAnswer' }]);
  });
});

describe('an anonymous report', () => {
  test('leaves nothing but its row on its day, and is handed over on the next with all others of that day', async () => {
    const traces = async () => [
      ...(await processes.database.read.all(sql`select 1 from process_events where workflow_id = ${workflowId.rollout(rolloutId)}`)), ...(await processes.database.read.all(sql`select 1 from audit.entries where action like 'issue.%' and chain like ${`%${rolloutId}`}`)),
    ];
    await add(true);
    await add(true);
    await deliver('2026-09-02T15:00:00.000Z');
    expect([await traces(), await list(), await waiting()]).toEqual([[], [], []]);
    await deliver('2026-09-03T00:00:00.000Z');
    // Still the third working day after the report.
    expect(await waiting()).toMatchObject([{ dueAt: '2026-09-07T16:00:00.000Z' }, { dueAt: '2026-09-07T16:00:00.000Z' }]);
    expect((await list()).map((issue) => issue.reporter)).toEqual([null, null]);
    await deliver('2026-09-03T00:05:00.000Z');
    expect(await waiting()).toHaveLength(2);
  });

  test('has its answer under its code, and nobody is told', async () => {
    await add(true, 'code-of-this-report');
    await deliver('2026-09-03T00:00:00.000Z');
    const before = await processes.database.read.all(sql`select 1 from notices where kind = 'issue.answered'`);
    await processes.driver.accept(lead, 'issueAnswer', 'answer', { answer: '下周例会讨论' });
    expect(await issueByCode(processes.database.read, CODE_HASH('code-of-this-report'))).toMatchObject({ state: 'answered', answer: '下周例会讨论', reportedOn: '2026-09-02' });
    expect(await processes.database.read.all(sql`select 1 from notices where kind = 'issue.answered'`)).toHaveLength(before.length);
  });

  test('cannot be stored with an author', async () => {
    const both = processes.database.read.run(sql`insert into issues (rollout_id, anonymous, reporter_id, code_hash, page, report, reported_on, state) values (${rolloutId}, true, ${reporter}, 'h', '', 'x', '2026-09-02', 'reported')`);
    await expect(both).rejects.toMatchObject({ code: '23514' });
  });
});
