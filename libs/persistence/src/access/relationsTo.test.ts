import { env } from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AccessObject } from '@fairmark/domain/access';
import { sql } from '../database/index.js';
import { createTestDatabase, type TestDatabase } from '../testing/index.js';
import { relationsTo } from './index.js';

let db: TestDatabase;
const ids: Record<string, string> = {};
const people = ['boss', 'head', 'manager', 'left', 'self', 'former', 'scorer', 'collab', 'chair', 'member', 'panel', 'panel2', 'alternate', 'hrAll', 'hrIn', 'hrOut', 'lead', 'admin', 'submitter', 'copied', 'nobody'];

const id = (name: string): string => ids[name] as string;
const run = (statement: ReturnType<typeof sql>) => db.database.read.run(statement);
async function add(name: string, statement: ReturnType<typeof sql>): Promise<void> {
  const row = (await db.database.read.one(statement)) as { id: string };
  ids[name] = row.id;
}

async function organisation(): Promise<void> {
  for (const name of people)
    await add(name, sql`insert into employees (number, name, email, zone, locale, region, hired_on, left_on) values (${name}, ${name}, ${`${name}@x.test`}, 'Asia/Shanghai', 'en', 'CN', '2020-01-01', ${name === 'left' ? '2020-06-01' : null}) returning id`);
  await add('company', sql`insert into departments (code, name, head_id) values ('c', 'c', ${id('boss')}) returning id`);
  await add('dept', sql`insert into departments (code, name, parent_id, head_id) values ('d', 'd', ${id('company')}, ${id('head')}) returning id`);
  await add('team', sql`insert into departments (code, name, parent_id) values ('t', 't', ${id('dept')}) returning id`);
  await add('other', sql`insert into departments (code, name, parent_id) values ('o', 'o', ${id('company')}) returning id`);
  for (const [employee, manager] of [['self', 'left'], ['left', 'manager'], ['manager', 'boss']] as const)
    await run(sql`insert into employee_managers (employee_id, manager_id, valid_from) values (${id(employee)}, ${id(manager)}, '2020-01-01')`);
  await run(sql`insert into employee_departments (employee_id, department_id, valid_from) values (${id('self')}, ${id('team')}, '2020-01-01')`);
  const grants = [['hrAll', 'hr', null], ['hrIn', 'hr', 'dept'], ['hrOut', 'hr', 'other'], ['lead', 'lead', null], ['admin', 'admin', null]] as const;
  for (const [who, role, scope] of grants) await run(sql`insert into role_grants (employee_id, role, department_id) values (${id(who)}, ${role}, ${scope && id(scope)})`);
}

async function review(): Promise<void> {
  await add('plan', sql`insert into plans (code, name) values ('p', 'p') returning id`);
  await add('version', sql`insert into plan_versions (plan_id, no, state, document, document_hash) values (${id('plan')}, 1, 'inUse', '{}', 'h') returning id`);
  await add('cycle', sql`
    insert into cycles (name, plan_id, plan_version_id, period_start, period_end, state, population, created_by)
    values ('c', ${id('plan')}, ${id('version')}, '2026-01-01', '2026-06-30', 'running', ${JSON.stringify({ departmentIds: [id('team')] })}, ${id('hrOut')}) returning id`);
  await add('review', sql`
    insert into reviews (cycle_id, employee_id, plan_id, plan_version_id, workflow_id, state, step, period_start, period_end, department_id)
    values (${id('cycle')}, ${id('self')}, ${id('plan')}, ${id('version')}, 'review/1', 'open', 'scoring', '2026-01-01', '2026-06-30', ${id('team')}) returning id`);
  await run(sql`insert into processes (workflow_id, kind, ref_id, step) values ('review/1', 'review', ${id('review')}, 'scoring')`);
  await run(sql`insert into review_segments (review_id, no, manager_id, department_id, valid_from, valid_to, working_days, scored) values (${id('review')}, 1, ${id('former')}, ${id('team')}, '2026-01-01', '2026-03-01', 40, true)`);
  await run(sql`insert into collaborator_inputs (review_id, collaborator_id, state, created_at) values (${id('review')}, ${id('collab')}, 'asked', now())`);
  await add('visit', sql`insert into visits (workflow_id, step, no, subject_id, opened_at) values ('review/1', 'scoring', 1, ${id('self')}, now()) returning id`);
  for (const [who, state] of [['scorer', 'open'], ['manager', 'notNeeded']] as const) await run(sql`insert into tasks (visit_id, assignee_id, state, why, created_at) values (${id('visit')}, ${id(who)}, ${state}, 'x', now())`);
}

async function calibrationAndAppeal(): Promise<void> {
  await add('session', sql`insert into calibration_sessions (cycle_id, department_id, chair_id, workflow_id, state) values (${id('cycle')}, ${id('dept')}, ${id('chair')}, 'calibration/1', 'open') returning id`);
  for (const who of ['chair', 'member']) await run(sql`insert into calibration_members (session_id, employee_id, role) values (${id('session')}, ${id(who)}, ${who === 'chair' ? 'chair' : 'manager'})`);
  await run(sql`insert into calibration_subjects (session_id, review_id, state) values (${id('session')}, ${id('review')}, 'scored')`);
  await add('rating', sql`insert into ratings (review_id, no, source, created_at) values (${id('review')}, 1, 'computed', now()) returning id`);
  await add('appeal', sql`
    insert into appeals (review_id, workflow_id, filed_by, filed_at, state, contested_rating_id)
    values (${id('review')}, 'appeal/1', ${id('self')}, now(), 'deliberation', ${id('rating')}) returning id`);
  for (const [who, level, seat, state] of [['panel', 1, 'member', 'active'], ['panel2', 2, 'member', 'active'], ['alternate', 1, 'alternate', 'waiting']] as const)
    await run(sql`insert into appeal_seats (appeal_id, level, employee_id, seat, state, created_at) values (${id('appeal')}, ${level}, ${id(who)}, ${seat}, ${state}, now())`);
}

async function approval(): Promise<void> {
  await add('approval', sql`insert into approval_requests (purpose, subject_id, submitter_id, department_id) values ('deadlineExtension', ${id('self')}, ${id('submitter')}, ${id('team')}) returning id`);
  const workflow = `approval/${id('approval')}`;
  await run(sql`insert into processes (workflow_id, kind, ref_id, step) values (${workflow}, 'approval', ${id('approval')}, 'approving')`);
  await run(sql`insert into approval_instances (id, workflow_id, definition_id, definition_version, state, subject_id, submitter_id) values (${id('approval')}, ${workflow}, 'd', 1, '{}', ${id('self')}, ${id('submitter')})`);
  await run(sql`insert into approval_copies (approval_id, employee_id, node, copied_at) values (${id('approval')}, ${id('copied')}, 'n', now())`);
  await run(sql`insert into visits (workflow_id, step, no, approval_id, state, opened_at) values (${workflow}, 'approval', 1, ${id('approval')}, 'closed', now())`);
  await run(sql`insert into tasks (visit_id, assignee_id, state, why, created_at) select id, ${id('scorer')}, 'done', 'x', now() from visits where approval_id = ${id('approval')}`);
}

beforeAll(async () => {
  db = await createTestDatabase(String(env['TEST_DATABASE_URL']));
  await organisation();
  await review();
  await calibrationAndAppeal();
  await approval();
});
afterAll(() => db.drop());

const relations = async (who: string, kind: AccessObject, object: string | null) => [...(await relationsTo(db.database.read, id(who), kind, object && id(object))).relations].sort();

const expected: Partial<Record<AccessObject, Record<string, string[]>>> = {
  review: {
    self: ['self'], manager: ['manager'], boss: ['skipLevel'], head: ['departmentHead'], left: ['stranger'], former: ['formerManager'], scorer: ['assignee', 'scorer'], collab: ['collaborator'],
    chair: ['calibrationChair', 'calibrationMember'], member: ['calibrationMember'], panel: ['panelMember'], panel2: ['stranger'], alternate: ['panelAlternate'], hrAll: ['hr'], hrIn: ['hr'], hrOut: ['stranger'],
    lead: ['lead'], admin: ['admin'], nobody: ['stranger'],
  },
  visit: { self: ['self'], manager: ['assignee', 'manager'], scorer: ['assignee', 'scorer'], boss: ['skipLevel'], nobody: ['stranger'] },
  appeal: { self: ['self'], panel: ['panelMember'], panel2: ['stranger'], manager: ['manager'] },
  calibration: { self: ['stranger'], chair: ['calibrationChair', 'calibrationMember'], head: ['departmentHead'], hrIn: ['hr'], hrOut: ['stranger'] },
  cycle: { self: ['stranger'], hrAll: ['hr'], hrIn: ['hr'], hrOut: ['hr'], boss: ['stranger'] },
  approval: { self: ['self'], submitter: ['submitter'], copied: ['copied'], scorer: ['assignee'], manager: ['manager'], hrIn: ['hr'], hrOut: ['stranger'], nobody: ['stranger'] },
  employee: { self: ['self'], manager: ['manager'], boss: ['skipLevel'], head: ['departmentHead'], hrIn: ['hr'], hrOut: ['stranger'] },
  none: { admin: ['admin'], hrOut: ['hr'], self: ['stranger'] },
};
const objects: Partial<Record<AccessObject, string | null>> = { review: 'review', visit: 'visit', appeal: 'appeal', calibration: 'session', cycle: 'cycle', approval: 'approval', employee: 'self', none: null };

describe.each(Object.entries(expected))('%s', (kind, byPerson) => {
  test.each(Object.entries(byPerson))('%s', async (who, wanted) => {
    expect(await relations(who, kind as AccessObject, objects[kind as AccessObject] ?? null)).toEqual(wanted);
  });
});

test('the step, the subject and the review come along', async () => {
  expect(await relationsTo(db.database.read, id('self'), 'review', id('review'))).toMatchObject({ found: true, step: 'scoring', subjectId: id('self'), reviewId: id('review') });
  expect(await relationsTo(db.database.read, id('chair'), 'calibration', id('session'))).toMatchObject({ found: true, step: 'open', subjectId: null, reviewId: null });
  expect(await relationsTo(db.database.read, id('self'), 'cycle', id('cycle'))).toMatchObject({ found: true, step: 'running' });
});

test.each(['review', 'visit', 'appeal', 'calibration', 'cycle', 'approval', 'employee'] as const)('an unknown %s is not found', async (kind) => {
  for (const unknown of ['0190a0a0-0000-7000-8000-000000000000', 'x', '']) expect(await relationsTo(db.database.read, id('self'), kind, unknown)).toMatchObject({ found: false });
});

test('the manager of somebody who left is the one of the last day', async () => {
  await run(sql`insert into employee_managers (employee_id, manager_id, valid_from, valid_to) values (${id('nobody')}, ${id('manager')}, '2020-01-01', '2021-01-01')`);
  expect(await relations('manager', 'employee', 'nobody')).toEqual(['stranger']);
  await run(sql`update employees set left_on = '2020-12-31' where id = ${id('nobody')}`);
  expect(await relations('manager', 'employee', 'nobody')).toEqual(['manager']);
});

test('a seat in a panel ends with the decision of its level', async () => {
  for (const [state, level, wanted] of [['rescoring', 1, ['panelMember', 'stranger']], ['decided', 1, ['stranger', 'stranger']], ['secondLevel', 2, ['stranger', 'panelMember']], ['closed', 2, ['stranger', 'stranger']]] as const) {
    await run(sql`update appeals set state = ${state}, level = ${level}`);
    for (const kind of ['review', 'appeal'] as const) expect([...(await relations('panel', kind, kind)), ...(await relations('panel2', kind, kind))]).toEqual(wanted);
  }
});

test('a case and its visits are seen as their own matter, whatever other cases and appeals there are', async () => {
  await add('otherCase', sql`insert into approval_requests (purpose, subject_id, submitter_id, department_id) values ('deadlineExtension', ${id('left')}, ${id('submitter')}, ${id('other')}) returning id`);
  const workflow = `approval/${id('otherCase')}`;
  await run(sql`insert into processes (workflow_id, kind, ref_id, step) values (${workflow}, 'approval', ${id('otherCase')}, 'returned')`);
  await run(sql`insert into approval_instances (id, workflow_id, definition_id, definition_version, state, submitter_id) values (${id('otherCase')}, ${workflow}, 'd', 1, '{}', ${id('submitter')})`);
  await add('otherVisit', sql`insert into visits (workflow_id, step, no, approval_id, opened_at) values (${workflow}, 'resubmission', 1, ${id('otherCase')}, now()) returning id`);
  await run(sql`insert into processes (workflow_id, kind, ref_id, step) values ('appeal/1', 'appeal', ${id('appeal')}, 'vote')`);
  for (const [kind, object] of [['approval', 'otherCase'], ['visit', 'otherVisit']] as const) {
    expect(await Promise.all(['hrIn', 'hrOut', 'self', 'panel'].map((who) => relations(who, kind, object)))).toEqual([['stranger'], ['hr'], ['stranger'], ['stranger']]);
    expect(await relationsTo(db.database.read, id('hrOut'), kind, id(object))).toMatchObject({ step: 'returned', subjectId: id('left'), reviewId: null });
  }
  expect(await Promise.all(['hrIn', 'hrOut'].map((who) => relations(who, 'approval', 'approval')))).toEqual([['hr'], ['stranger']]);
});
