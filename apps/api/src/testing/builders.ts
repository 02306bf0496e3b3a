import { randomBytes } from 'node:crypto';
import { sql, type Database, type Executor } from '@fairmark/persistence/database';
import type { StoredRole } from '@fairmark/persistence/identity';

export interface NewEmployee {
  name?: string;
  nameEn?: string | null;
  email?: string;
  zone?: string;
  locale?: 'zh-CN' | 'en';
  hiredOn?: string;
  leftOn?: string | null;
  /** Id of the manager, from the day of hiring. */
  manager?: string;
  /** Id of the department, from the day of hiring. */
  department?: string;
  roles?: readonly (StoredRole | { role: StoredRole; departmentId: string })[];
}

export interface TestEmployee {
  id: string;
  number: string;
  name: string;
  email: string;
}

const suffix = (): string => randomBytes(5).toString('hex');
/** Long ago, so that dated rows count whatever a test takes as today. */
const HIRED_ON = '2020-01-01';

/** Adds a person with their manager, department and stored roles. Names and numbers are unique by themselves. */
export async function newEmployee(database: Database, given: NewEmployee = {}): Promise<TestEmployee> {
  const tag = suffix();
  const { name = `员工${tag}`, nameEn = null, email = `e${tag}@example.test`, zone = 'Asia/Shanghai', locale = 'en', hiredOn = HIRED_ON, leftOn = null } = given;
  return database.transaction(async (tx) => {
    const row = await tx.one(sql<{ id: string }>`
      insert into employees (number, name, name_en, email, zone, locale, region, hired_on, left_on) values (${`N${tag}`}, ${name}, ${nameEn}, ${email}, ${zone}, ${locale}, 'CN', ${hiredOn}, ${leftOn}) returning id`);
    const { id } = row as { id: string };
    if (given.manager) await tx.run(sql`insert into employee_managers (employee_id, manager_id, valid_from) values (${id}, ${given.manager}, ${hiredOn})`);
    if (given.department) await tx.run(sql`insert into employee_departments (employee_id, department_id, valid_from) values (${id}, ${given.department}, ${hiredOn})`);
    for (const grant of given.roles ?? []) await addRole(tx, id, typeof grant === 'string' ? { role: grant, departmentId: null } : grant);
    return { id, number: `N${tag}`, name, email };
  });
}

async function addRole(tx: Executor, employeeId: string, grant: { role: StoredRole; departmentId: string | null }): Promise<void> {
  await tx.run(sql`insert into role_grants (employee_id, role, department_id) values (${employeeId}, ${grant.role}, ${grant.departmentId})`);
}

/** Adds a department; `head` is an employee's id. */
export async function newDepartment(database: Database, given: { parent?: string; head?: string; name?: string } = {}): Promise<string> {
  const tag = suffix();
  const row = await database.read.one(sql<{ id: string }>`
    insert into departments (code, name, parent_id, head_id) values (${`D${tag}`}, ${given.name ?? `部门${tag}`}, ${given.parent ?? null}, ${given.head ?? null}) returning id`);
  return (row as { id: string }).id;
}
