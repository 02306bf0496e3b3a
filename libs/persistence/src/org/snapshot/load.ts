import { emptySnapshot, type Dated, type Department, type EmployeeMaster, type OrgSnapshot, type Position } from '@fairmark/domain/org';
import { sql, type Executor } from '../../database/index.js';
import { loadAssignments, loadLeaves, loadLine, type DatedRow } from './rows.js';

/** The organisation as rows, by business key: what the import planner, the export and the readiness list work on. About 1 kB a person. */
export async function loadSnapshot(tx: Executor): Promise<OrgSnapshot> {
  const snapshot = emptySnapshot();
  for (const row of await loadDepartments(tx)) snapshot.departments.set(row.code, row);
  for (const row of await tx.all(sql<Position>`select code, name, name_en as "nameEn" from positions order by code`)) snapshot.positions.set(row.code, row);
  await loadPeople(tx, snapshot);
  await loadCommunities(tx, snapshot);
  return snapshot;
}

async function loadDepartments(tx: Executor): Promise<Department[]> {
  return tx.all(sql<Department>`
    select d.code, d.name, d.name_en as "nameEn", p.code as "parentCode", e.number as "headNumber", d.country
    from departments d left join departments p on p.id = d.parent_id left join employees e on e.id = d.head_id order by d.code`);
}

async function loadPeople(tx: Executor, snapshot: OrgSnapshot): Promise<void> {
  const { employees } = snapshot;
  const texts = new Texts();
  const masters = await tx.all(sql<EmployeeMaster>`
    select number, name, name_en as "nameEn", lower(email) as email, zone, locale, region, country, private_address as "privateAddress", hired_on as "hiredOn", left_on as "leftOn"
    from employees order by number`);
  for (const { zone, region, country, hiredOn, ...master } of masters) {
    const shared = { zone: texts.once(zone), region: texts.once(region), country: texts.once(country), hiredOn: texts.once(hiredOn) };
    employees.set(master.number, { ...master, ...shared, managers: [], departments: [], positions: [], leaves: [], assignments: [] });
  }
  for (const line of ['managers', 'departments', 'positions'] as const) for (const row of await loadLine(tx, line)) employees.get(row.subject)?.[line].push(texts.dated(row));
  for (const { number, ...leave } of await loadLeaves(tx)) employees.get(number)?.leaves.push(leave);
  for (const { number, ...assignment } of await loadAssignments(tx)) employees.get(number)?.assignments.push(assignment);
}

async function loadCommunities(tx: Executor, snapshot: OrgSnapshot): Promise<void> {
  const rows = await tx.all(sql<{ code: string; name: string; nameEn: string | null; type: string; region: string; activeUsers: number; dependsOn: string[] }>`
    select c.code, c.name, c.name_en as "nameEn", c.type, c.region, c.active_users as "activeUsers",
      coalesce((select array_agg(d.code order by d.code collate "C") from community_dependencies x join departments d on d.id = x.department_id where x.community_id = c.id), '{}') as "dependsOn"
    from communities c order by c.code`);
  for (const row of rows) snapshot.communities.set(row.code, { ...row, stages: [] });
  const texts = new Texts();
  for (const row of await loadLine(tx, 'stages')) snapshot.communities.get(row.subject)?.stages.push(texts.dated(row));
}

/** Rows by the hundred thousand name few dates, departments and managers: each text is kept once. */
class Texts {
  private readonly known = new Map<string, string>();

  once<T extends string | null>(text: T): T {
    if (text === null) return text;
    const same = this.known.get(text);
    if (same === undefined) this.known.set(text, text);
    return (same ?? text) as T;
  }

  dated({ value, validFrom, validTo }: DatedRow): Dated<string> {
    return { value: this.once(value), validFrom: this.once(validFrom), validTo: this.once(validTo) };
  }
}
