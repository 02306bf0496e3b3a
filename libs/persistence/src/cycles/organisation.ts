import type { ApproverOrg, PreflightInput, PreflightStaff } from '@fairmark/domain/cycles';
import { sql, type Executor } from '../database/index.js';
import { hrFor } from '../org/index.js';

interface DepartmentRow {
  departmentId: string;
  parentId: string | null;
  headId: string | null;
}

/** The company as the preflight needs it, read once for all its people. */
export interface Organisation {
  staff: PreflightStaff[];
  departments: PreflightInput['departments'];
  approvers: ApproverOrg;
  /** Head of a department or of the nearest one above that has an active head. */
  headOfDepartment: (departmentId: string) => string | undefined;
}

/** @param day whose lines and departments count. @param acting on which people must still be there to act */
export async function loadOrganisation(read: Executor, day: string, acting: string): Promise<Organisation> {
  const staff = await read.all(sql<PreflightStaff>`
    select e.id as "employeeId", m.manager_id as "managerId", coalesce(d.department_id::text, '') as "departmentId", (e.hired_on <= ${acting}::date and (e.left_on is null or e.left_on >= ${acting}::date) and a.disabled_at is null) as active
    from employees e left join accounts a on a.employee_id = e.id
    left join employee_managers m on m.employee_id = e.id and daterange(m.valid_from, m.valid_to) @> ${day}::date
    left join employee_departments d on d.employee_id = e.id and daterange(d.valid_from, d.valid_to) @> ${day}::date order by e.id`);
  const departments = await read.all(sql<DepartmentRow>`select id as "departmentId", parent_id as "parentId", head_id as "headId" from departments order by id`);
  const roles = await read.all(sql<{ employeeId: string; role: string }>`select distinct employee_id as "employeeId", role from role_grants where revoked_at is null`);
  const active = new Map(staff.filter((one) => one.active).map((one) => [one.employeeId, one]));
  const headOfDepartment = headFinder(departments, (id) => active.has(id));
  const holders = (role: string): string[] => roles.filter((grant) => grant.role === role && active.has(grant.employeeId)).map((grant) => grant.employeeId);
  const companyHr = await hrFor(read, null, null, acting);
  const byId = new Map(staff.map((one) => [one.employeeId, one]));
  return {
    staff,
    departments: departments.map(({ departmentId, parentId }) => ({ departmentId, parentId })),
    headOfDepartment,
    approvers: {
      managersOf: (id) => activeLine(byId, id),
      headOf: (id) => headOfDepartment(byId.get(id)?.departmentId ?? ''),
      administrators: companyHr.length > 0 ? companyHr : holders('admin'),
      roleHolders: holders,
    },
  };
}

function headFinder(departments: readonly DepartmentRow[], isActive: (id: string) => boolean): (departmentId: string) => string | undefined {
  const byId = new Map(departments.map((one) => [one.departmentId, one]));
  return (departmentId) => {
    const seen = new Set<string>();
    for (let at = byId.get(departmentId); at && !seen.has(at.departmentId); at = byId.get(at.parentId ?? '')) {
      if (at.headId !== null && isActive(at.headId)) return at.headId;
      seen.add(at.departmentId);
    }
    return undefined;
  };
}

/** Active managers above a person; ends where the line runs in a circle. */
function activeLine(byId: ReadonlyMap<string, PreflightStaff>, employeeId: string): string[] {
  const line: string[] = [];
  const seen = new Set([employeeId]);
  for (let at = byId.get(employeeId)?.managerId ?? null; at !== null && !seen.has(at); at = byId.get(at)?.managerId ?? null) {
    seen.add(at);
    if (byId.get(at)?.active) line.push(at);
  }
  return line;
}
