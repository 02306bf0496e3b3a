import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ChangePolicy } from '@fairmark/contracts/changes';
import type { ApprovalScope } from '../approvals/index.js';
import { candidatesOf } from '../approvals/candidates.js';
import { sql } from '../database/index.js';
import { createTestCompany, createTestDatabase, type TestCompany, type TestDatabase } from '../testing/index.js';
import { keepLine } from './index.js';
import type { ChangeRow } from './rows.js';

let db: TestDatabase;
let company: TestCompany;
let approvalId: string;
beforeAll(async () => {
  db = await createTestDatabase();
  company = await createTestCompany(db.database, { operators: 9, departments: 1 });
  const { read } = db.database;
  await read.run(sql`insert into processes (workflow_id, kind, ref_id, step) values ('approval/x', 'approval', uuidv7(), 'running')`);
  const state = { scope: { subjectId: company.operators[0], departmentId: null }, state: {} };
  approvalId = String((await read.one(sql<{ id: string }>`insert into approval_instances (workflow_id, definition_id, definition_version, state) values ('approval/x', 'd', 1, ${JSON.stringify(state)}::jsonb) returning id`))?.id);
  await read.run(sql`update employee_managers set valid_to = '2026-09-10' where employee_id = ${company.operators[0]}`);
  await read.run(sql`insert into employee_managers (employee_id, manager_id, valid_from) values (${company.operators[0]}, ${company.leads[1]}, '2026-09-10')`);
});
afterAll(() => db.drop());

const change = (policy: ChangePolicy, effectiveOn: string): ChangeRow => ({ kind: 'managerChanged', policies: { approval: policy }, effectiveOn }) as ChangeRow;
async function manager(day: string): Promise<string | undefined> {
  const row = await db.database.read.one(sql<{ scope: ApprovalScope }>`select state -> 'scope' as scope from approval_instances where id = ${approvalId}`);
  return (await candidatesOf(db.database.read, { type: 'lineManager', level: 1 } as Parameters<typeof candidatesOf>[1], (row as { scope: ApprovalScope }).scope, day))[0]?.personId;
}

test('an approval that stays with the old manager asks them in later nodes too, until a change says otherwise or they leave', async () => {
  expect(await manager('2026-09-20')).toBe(company.leads[1]);
  await keepLine(db.database.read, approvalId, change('stayOld', '2026-09-15'));
  await keepLine(db.database.read, approvalId, change('stayOld', '2026-09-10'));
  expect(await manager('2026-09-20')).toBe(company.leads[0]);
  await db.database.read.run(sql`update employees set left_on = '2026-09-18' where id = ${company.leads[0]}`);
  expect(await manager('2026-09-20')).toBe(company.heads[0]);
  await keepLine(db.database.read, approvalId, change('followNew', '2026-09-16'));
  expect(await manager('2026-09-20')).toBe(company.leads[1]);
});
