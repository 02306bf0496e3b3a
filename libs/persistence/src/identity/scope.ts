import { sql, type Executor } from '../database/index.js';
import { activeRoles, type StoredRole } from './roles.js';

/** Departments in which somebody's role counts, with everything below them; null is the whole company, an empty list nowhere. */
export async function departmentsInScope(read: Executor, employeeId: string, role: StoredRole): Promise<string[] | null> {
  const grants = (await activeRoles(read, employeeId)).filter((grant) => grant.role === role);
  if (grants.some((grant) => grant.departmentId === null)) return null;
  const roots = grants.flatMap((grant) => grant.departmentId ?? []);
  const rows = await read.all(sql<{ id: string }>`
    with recursive below as (select id from departments where id = any(${roots}::uuid[]) union select d.id from below join departments d on d.parent_id = below.id) select id from below`);
  return rows.map((row) => row.id);
}
