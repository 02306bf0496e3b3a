import { newDepartment, newEmployee, type TestApi } from '@fairmark/api/testing';
import type { AccessObject, Relation } from '@fairmark/domain/access';
import { sql, type Database } from '@fairmark/persistence/database';
import { addRollout } from './rollout.js';

/** One object of every kind, and one person for every relation who has no other. */
export interface World {
  people: Record<Relation, string>;
  objects: Record<Exclude<AccessObject, 'none'>, string>;
}

type Statement = Parameters<Database['read']['one']>[0];

/** Builds the organisation, a review with all who ever come near it, its calibration session and its appeal. */
export async function buildWorld(api: TestApi): Promise<World> {
  const people = await addPeople(api);
  const objects = await addObjects(api.database, people);
  await relate(api.database, people, objects);
  return { people, objects };
}

async function addPeople({ database }: TestApi): Promise<World['people']> {
  const id = async (given: Parameters<typeof newEmployee>[1] = {}): Promise<string> => (await newEmployee(database, given)).id;
  const departmentHead = await id();
  const department = await newDepartment(database, { head: departmentHead });
  const skipLevel = await id();
  const manager = await id({ manager: skipLevel });
  const self = await id({ manager, department });
  const [formerManager, scorer, collaborator, calibrationMember, calibrationChair] = [await id(), await id(), await id(), await id(), await id()];
  const [panelMember, panelAlternate, assignee, delegate, stranger] = [await id(), await id(), await id(), await id(), await id()];
  const [submitter, copied, sponsorOf, leadOf, teamOf] = [await id(), await id(), await id(), await id(), await id()];
  const [hr, lead, sponsor, admin] = [await id({ roles: ['hr'] }), await id({ roles: ['lead'] }), await id({ roles: ['sponsor'] }), await id({ roles: ['admin'] })];
  return { self, manager, formerManager, skipLevel, departmentHead, scorer, collaborator, calibrationMember, calibrationChair, panelMember, panelAlternate, assignee, delegate, submitter, copied, sponsorOf, leadOf, teamOf, hr, lead, sponsor, admin, stranger };
}

async function addObjects(database: Database, people: World['people']): Promise<World['objects']> {
  const add = async (statement: Statement): Promise<string> => ((await database.read.one(statement)) as { id: string }).id;
  const department = await add(sql`select department_id as id from employee_departments where employee_id = ${people.self}`);
  const plan = await add(sql`insert into plans (code, name) values ('access', 'access') returning id`);
  const version = await add(sql`insert into plan_versions (plan_id, no, state, document, document_hash) values (${plan}, 1, 'inUse', '{}', 'h') returning id`);
  // The cycle is made by a person of its own: whoever makes one and is HR keeps it.
  const maker = (await newEmployee(database)).id;
  const cycle = await add(sql`
    insert into cycles (name, plan_id, plan_version_id, period_start, period_end, state, population, created_by) values ('c', ${plan}, ${version}, '2026-01-01', '2026-06-30', 'running', '{}', ${maker}) returning id`);
  const review = await add(sql`
    insert into reviews (cycle_id, employee_id, plan_id, plan_version_id, workflow_id, state, period_start, period_end, department_id)
    values (${cycle}, ${people.self}, ${plan}, ${version}, 'review/w', 'open', '2026-01-01', '2026-06-30', ${department}) returning id`);
  const calibration = await add(sql`
    insert into calibration_sessions (cycle_id, department_id, chair_id, workflow_id, state) values (${cycle}, ${department}, ${people.calibrationChair}, 'calibration/w', 'open') returning id`);
  const rating = await add(sql`insert into ratings (review_id, no, source, created_at) values (${review}, 1, 'computed', now()) returning id`);
  const appeal = await add(sql`
    insert into appeals (review_id, workflow_id, filed_by, filed_at, state, contested_rating_id)
    values (${review}, 'appeal/w', ${people.self}, now(), 'deliberation', ${rating}) returning id`);
  for (const [workflow, kind, ref] of [['review/w', 'review', review], ['calibration/w', 'calibration', calibration], ['appeal/w', 'appeal', appeal]] as const)
    await database.read.run(sql`insert into processes (workflow_id, kind, ref_id, step) values (${workflow}, ${kind}, ${ref}, 'x')`);
  const visit = await add(sql`insert into visits (workflow_id, step, no, subject_id, opened_at) values ('review/w', 'goalApproval', 1, ${people.self}, now()) returning id`);
  const approval = await add(sql`insert into approval_requests (purpose, subject_id, submitter_id, department_id) values ('deadlineExtension', ${people.self}, ${people.submitter}, ${department}) returning id`);
  await database.read.run(sql`insert into processes (workflow_id, kind, ref_id, step) values (${`approval/${approval}`}, 'approval', ${approval}, 'x')`);
  await database.read.run(sql`
    insert into approval_instances (id, workflow_id, definition_id, definition_version, state, subject_id, submitter_id) values (${approval}, ${`approval/${approval}`}, 'd', 1, '{}', ${people.self}, ${people.submitter})`);
  return { review, cycle, calibration, appeal, approval, visit, employee: people.self, ...(await addRollout(database, people, { plan, version, department })) };
}

async function relate({ read }: Database, people: World['people'], objects: World['objects']): Promise<void> {
  const { review, calibration, appeal, approval, visit } = objects;
  await read.run(sql`
    insert into review_segments (review_id, no, manager_id, department_id, valid_from, valid_to, working_days, scored)
    select ${review}, 1, ${people.formerManager}, department_id, '2026-01-01', '2026-03-01', 40, true from reviews where id = ${review}`);
  await read.run(sql`insert into score_sheets (review_id, no, scorer_id, items, source, created_at) values (${review}, 1, ${people.scorer}, '[]', 'manager', now())`);
  await read.run(sql`insert into collaborator_inputs (review_id, collaborator_id, state, created_at) values (${review}, ${people.collaborator}, 'asked', now())`);
  await read.run(sql`insert into calibration_members (session_id, employee_id, role) values (${calibration}, ${people.calibrationMember}, 'manager')`);
  await read.run(sql`insert into calibration_subjects (session_id, review_id, state) values (${calibration}, ${review}, 'scored')`);
  await read.run(sql`insert into appeal_seats (appeal_id, level, employee_id, seat, state, created_at) values (${appeal}, 1, ${people.panelMember}, 'member', 'active', now()), (${appeal}, 1, ${people.panelAlternate}, 'alternate', 'waiting', now())`);
  await read.run(sql`
    insert into delegations (delegator_id, delegate_id, kinds, from_at, to_at, zone, reason, made_by, created_at)
    values (${people.assignee}, ${people.delegate}, '{review,appeal,calibration,rollout,pilot,wave,pdcaQuarter}', now() - interval '1 day', now() + interval '1 day', 'UTC', 'x', ${people.assignee}, now())`);
  await read.run(sql`insert into approval_copies (approval_id, employee_id, node, copied_at) values (${approval}, ${people.copied}, 'n', now())`);
  await read.run(sql`insert into visits (workflow_id, step, no, approval_id, opened_at) values (${`approval/${approval}`}, 'any', 1, ${approval}, now())`);
  for (const workflow of ['calibration/w', 'appeal/w']) await read.run(sql`insert into visits (workflow_id, step, no, opened_at) values (${workflow}, 'any', 1, now())`);
  await read.run(sql`insert into tasks (visit_id, assignee_id, why, created_at) select id, ${people.assignee}, 'x', now() from visits where id = ${visit} or step = 'any'`);
}

/** Moves an object to a step, as its process would. */
export async function moveTo({ read }: Database, objects: World['objects'], kind: AccessObject, step: string): Promise<void> {
  switch (kind) {
    case 'review': return void (await read.run(sql`update reviews set step = ${step} where id = ${objects.review}`));
    case 'visit': return void (await read.run(sql`update processes set step = ${step} where kind = 'review'`));
    case 'appeal': return void (await read.run(sql`update processes set step = ${step} where kind = 'appeal'`));
    case 'approval': return void (await read.run(sql`update processes set step = ${step} where kind = 'approval'`));
    case 'calibration': return void (await read.run(sql`update calibration_sessions set state = ${step}`));
    case 'cycle': return void (await read.run(sql`update cycles set state = ${step}`));
    case 'rollout': case 'pilot': case 'wave': case 'pdcaQuarter': return void (await read.run(sql`update processes set step = ${step} where kind = ${kind}`));
    case 'employee': case 'none': return undefined;
  }
}
