import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { RobotRhythm } from '@fairmark/contracts/robots';
import { groupSteps } from '@fairmark/domain/robots';
import { sql } from '@fairmark/persistence/database';
import { createRobotChannel } from '@fairmark/persistence/robots';
import { createTestDatabase, type TestDatabase } from '@fairmark/persistence/testing';
import { stepNames } from '../mail/stepNames.js';
import { addEmployee } from '../testing/index.js';
import { groupMessage } from './message.js';
import { lookForRobot } from './watch.js';

const HOURS = { from: '09:00', to: '18:00' };
/** A Tuesday, 10:00 in Shanghai. */
const MORNING = '2026-11-24T02:00:00.000Z';
let db: TestDatabase;
let people: [string, string, string];
let department: string;
let inside: string;
beforeAll(async () => {
  db = await createTestDatabase();
  people = [await addEmployee(db.database.read, { name: '李雷' }), await addEmployee(db.database.read), await addEmployee(db.database.read)];
  const idOf = async (statement: ReturnType<typeof sql>) => ((await db.database.read.one(statement)) as { id: string }).id;
  department = await idOf(sql`insert into departments (code, name) values ('rd', '研发') returning id`);
  inside = await idOf(sql`insert into departments (code, name, parent_id) values ('rd-1', '一组', ${department}) returning id`);
});
afterAll(() => db.drop());
beforeEach(async () => {
  for (const table of ['robot_channels', 'outbox', 'tasks', 'visits', 'processes', 'approval_requests']) await db.database.read.run(sql`delete from ${sql.table(table)}`);
});

async function robot(rhythm: RobotRhythm, departmentId: string | null = null): Promise<void> {
  const stored = { kind: 'wecom' as const, name: '群', sealedUrl: 'x', sealedSecret: null, departmentId, processKinds: ['approval' as const, 'review' as const], rhythm, locale: 'en' as const };
  await db.database.transaction((tx) => createRobotChannel(tx, stored, { by: people[0], at: '2026-11-23T00:00:00.000Z' }));
}

/** An approval of its own that waits for somebody. */
async function waits(departmentId: string, step = 'approval', openedAt = '2026-11-23T08:00:00.000Z'): Promise<string> {
  const row = (await db.database.read.one(sql<{ id: string; visit: string }>`
    with q as (insert into approval_requests (purpose, subject_id, submitter_id, department_id) values ('deadlineExtension', ${people[0]}, ${people[1]}, ${departmentId}) returning id),
    p as (insert into processes (workflow_id, kind, ref_id, step) select 'approval/' || id, 'approval', id, 'approving' from q returning workflow_id),
    v as (insert into visits (workflow_id, step, no, subject_id, opened_at) select workflow_id, ${step}, 1, ${people[0]}::uuid, ${openedAt}::timestamptz from p returning id)
    insert into tasks (visit_id, assignee_id, why, created_at) select id, ${people[2]}::uuid, 'lineManager', ${openedAt}::timestamptz from v returning visit_id as id, visit_id as visit`)) as { id: string };
  return row.id;
}

const look = (now = MORNING) => db.database.transaction((tx) => lookForRobot(tx, HOURS, now));
const sent = async () => (await db.database.read.all(sql<{ body: { waiting: unknown; link: string; purpose: string } }>`select body from outbox where channel = 'webhook' order by id`)).map(({ body: { waiting, link, purpose } }) => ({ waiting, link, purpose }));
const lookAt = async () => (await db.database.read.one(sql<{ at: string }>`select look_at as at from robot_channels`))?.at;

describe('a robot with a morning message', () => {
  test('counts what waits by step and says nothing more until the next working morning', async () => {
    await robot('daily');
    for (const _ of [1, 2, 3]) await waits(inside);
    expect(await look()).toBe(true);
    expect(await sent()).toEqual([{ purpose: 'digest', link: '/inbox', waiting: [{ step: 'approval.approval', count: 3 }] }]);
    expect(await lookAt()).toBe('2026-11-25T01:00:00.000Z');
    expect(await look()).toBe(false);
  });

  test('is silent at night, on a free day, and when nothing waits', async () => {
    await robot('daily');
    await look('2026-11-27T13:00:00.000Z');
    expect(await lookAt()).toBe('2026-11-30T01:00:00.000Z');
    await look('2026-11-30T01:00:00.000Z');
    expect(await sent()).toEqual([]);
  });

  test('hears only of its own departments and of steps of which a group may hear', async () => {
    await robot('daily', department);
    const elsewhere = ((await db.database.read.one(sql<{ id: string }>`insert into departments (code, name) values (gen_random_uuid()::text, '销售') returning id`)) as { id: string }).id;
    await waits(elsewhere);
    await waits(department, 'withdrawal');
    const only = await waits(inside);
    await look();
    expect(await sent()).toEqual([{ purpose: 'digest', link: `/visits/${only}`, waiting: [{ step: 'approval.approval', count: 1 }] }]);
  });
});

test('a robot that speaks soon tells of each visit once, also of those of the night', async () => {
  await robot('soon');
  await waits(inside, 'approval', '2026-11-23T15:00:00.000Z');
  await look('2026-11-23T15:05:00.000Z');
  expect(await sent()).toEqual([]);
  await look();
  await waits(inside, 'approval', '2026-11-24T02:01:00.000Z');
  await look('2026-11-24T02:05:00.000Z');
  await look('2026-11-24T02:10:00.000Z');
  expect((await sent()).map(({ purpose, waiting }) => ({ purpose, waiting }))).toEqual([1, 2].map(() => ({ purpose: 'news', waiting: [{ step: 'approval.approval', count: 1 }] })));
});

test('every step of which a group may hear has a name in both languages, and the message nothing but names of steps, numbers and the link', () => {
  for (const step of groupSteps) {
    expect([step, Object.keys(stepNames[step.split('.')[1] ?? ''] ?? {})]).toEqual([step, ['zh', 'en']]);
    expect(groupMessage({ channelId: 'x', purpose: 'news', waiting: [{ step, count: 2 }], link: '/inbox' }, 'en', 'https://f.example').link).toEqual({ text: 'Open Fairmark', url: 'https://f.example/inbox' });
  }
  expect(groupMessage({ channelId: 'x', purpose: 'digest', waiting: [{ step: 'approval.approval', count: 1 }], link: '/visits/1' }, 'en', '').title).toBe('Fairmark: 1 approval waits');
  expect(groupMessage({ channelId: 'x', purpose: 'digest', waiting: [{ step: 'review.scoring', count: 2 }, { step: 'approval.approval', count: 1 }], link: '/inbox' }, 'zh-CN', '')).toMatchObject({ title: 'Fairmark：3 项任务等待处理', lines: ['上级评分：2', '审批：1'] });
});
