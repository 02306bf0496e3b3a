import { sql, type Database, type Executor } from '../database/index.js';

/** Ids of a company for tests, by what its people do. */
export interface TestCompany {
  executive: string;
  hr: [string, string];
  heads: string[];
  leads: string[];
  operators: string[];
  /** Departments with operators, in the order of `heads`. */
  departments: string[];
  topDepartment: string;
}

interface Person {
  number: string;
  position: string;
  department: string;
  manager: string | null;
  community: string | null;
}

/** Since when everything holds; long before any test's today. */
const SINCE = '2020-01-01';
const TEAM = 8;
const TYPES = ['content', 'transaction', 'service'];
const STAGES = ['base', 'growth', 'mature'];

const no = (prefix: string, index: number): string => `${prefix}${String(index).padStart(5, '0')}`;

function peopleOf(operators: number, departments: number): Person[] {
  const person = (number: string, position: string, department: string, manager: string | null, community: string | null = null): Person => ({ number, position, department, manager, community });
  const heads = Array.from({ length: departments }, (_, i) => person(no('H', i), 'department-head', no('D', i), 'X00000'));
  const leads = Array.from({ length: Math.ceil(operators / TEAM) }, (_, i) => person(no('L', i), 'community-lead', no('D', i % departments), no('H', i % departments)));
  const team = Array.from({ length: operators }, (_, i) => person(no('O', i), 'community-operator', no('D', Math.floor(i / TEAM) % departments), no('L', Math.floor(i / TEAM)), no('K', i)));
  return [person('X00000', 'executive', 'TOP', null), person('R00000', 'hr-partner', 'TOP', 'X00000'), person('R00001', 'hr-partner', 'TOP', 'X00000'), ...heads, ...leads, ...team];
}

/**
 * A company in one country with an executive, two HR people of the whole company, heads, team leads with up to eight operators, and one community for each
 * operator, in all types and stages. Everybody has a position of the reference plan.
 */
export async function createTestCompany(database: Database, size: { operators?: number; departments?: number } = {}): Promise<TestCompany> {
  const { operators = 24, departments = 3 } = size;
  const people = peopleOf(operators, departments);
  return database.transaction(async (tx) => {
    await insertDepartments(tx, departments);
    await insertPeople(tx, people);
    await insertCommunities(tx, people);
    await tx.run(sql`update departments d set head_id = e.id from employees e where e.number = case when d.code = 'TOP' then 'X00000' else 'H' || substr(d.code, 2) end`);
    await tx.run(sql`insert into role_grants (employee_id, role) select id, 'hr' from employees where number like 'R%'`);
    return idsOf(tx);
  });
}

async function insertDepartments(tx: Executor, count: number): Promise<void> {
  await tx.run(sql`insert into departments (code, name, name_en) values ('TOP', '公司', 'Company')`);
  const codes = Array.from({ length: count }, (_, i) => no('D', i));
  await tx.run(sql`insert into departments (code, name, parent_id) select code, '部门' || code, (select id from departments where code = 'TOP') from unnest(${codes}::text[]) code`);
  await tx.run(sql`insert into positions (code, name) select code, code from unnest(array['executive', 'hr-partner', 'department-head', 'community-lead', 'community-operator']) code on conflict do nothing`);
}

async function insertPeople(tx: Executor, people: readonly Person[]): Promise<void> {
  const rows = sql`jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as r(number text, position text, department text, manager text)`;
  await tx.run(sql`
    insert into employees (number, name, name_en, email, zone, locale, region, country, hired_on)
    select r.number, '员工' || r.number, 'Person ' || r.number, lower(r.number) || '@example.test', 'Asia/Shanghai', 'zh-CN', 'east', 'CN', ${SINCE}::date from ${rows}`);
  await tx.run(sql`insert into employee_departments (employee_id, department_id, valid_from) select e.id, d.id, ${SINCE}::date from ${rows} join employees e using (number) join departments d on d.code = r.department`);
  await tx.run(sql`insert into employee_positions (employee_id, position_id, valid_from) select e.id, p.id, ${SINCE}::date from ${rows} join employees e using (number) join positions p on p.code = r.position`);
  await tx.run(sql`insert into employee_managers (employee_id, manager_id, valid_from) select e.id, m.id, ${SINCE}::date from ${rows} join employees e using (number) join employees m on m.number = r.manager`);
}

async function insertCommunities(tx: Executor, people: readonly Person[]): Promise<void> {
  const rows = people.flatMap(({ number, community }, i) => (community ? [{ number, code: community, type: TYPES[i % 3], stage: STAGES[Math.floor(i / 3) % 3] }] : []));
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(number text, code text, type text, stage text)`;
  await tx.run(sql`insert into communities (code, name, type, region, active_users) select r.code, '社群' || r.code, r.type, 'east', 500 from ${given}`);
  await tx.run(sql`insert into community_stages (community_id, stage, valid_from) select c.id, r.stage, ${SINCE}::date from ${given} join communities c using (code)`);
  await tx.run(sql`insert into community_assignments (employee_id, community_id, valid_from) select e.id, c.id, ${SINCE}::date from ${given} join employees e using (number) join communities c using (code)`);
}

async function idsOf(tx: Executor): Promise<TestCompany> {
  const list = async (prefix: string) => (await tx.all(sql<{ id: string }>`select id from employees where number like ${`${prefix}%`} order by number`)).map((row) => row.id);
  const departments = await tx.all(sql<{ id: string; code: string }>`select id, code from departments order by code`);
  const [executive] = await list('X');
  const [first, second] = await list('R');
  return {
    executive: String(executive), hr: [String(first), String(second)], heads: await list('H'), leads: await list('L'), operators: await list('O'),
    departments: departments.filter((row) => row.code !== 'TOP').map((row) => row.id), topDepartment: String(departments.find((row) => row.code === 'TOP')?.id),
  };
}
