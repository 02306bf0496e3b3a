import { randomBytes } from 'node:crypto';
import { sql, type Executor } from '@fairmark/persistence/database';

export interface TestEmployee {
  name?: string;
  nameEn?: string;
  zone?: string;
  country?: string;
  locale?: 'zh-CN' | 'en';
  managerId?: string;
  departmentId?: string;
  leftOn?: string;
}

/** Adds an active person with an own number and address; answers the id. */
export async function addEmployee(tx: Executor, person: TestEmployee = {}): Promise<string> {
  const number = `T${randomBytes(6).toString('hex')}`;
  const row = await tx.one(sql<{ id: string }>`
    insert into employees (number, name, name_en, email, zone, locale, region, country, hired_on, left_on)
    values (${number}, ${person.name ?? '测试'}, ${person.nameEn ?? 'Test'}, ${`${number}@example.test`}, ${person.zone ?? 'Asia/Shanghai'}, ${person.locale ?? 'zh-CN'}, 'east', ${person.country ?? 'CN'},
      '2020-01-01', ${person.leftOn ?? null}) returning id`);
  const id = (row as { id: string }).id;
  if (person.managerId) await tx.run(sql`insert into employee_managers (employee_id, manager_id, valid_from) values (${id}, ${person.managerId}, '2020-01-01')`);
  if (person.departmentId) await tx.run(sql`insert into employee_departments (employee_id, department_id, valid_from) values (${id}, ${person.departmentId}, '2020-01-01')`);
  return id;
}
