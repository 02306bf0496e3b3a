import { sql, type Executor } from '../../database/index.js';
import type { StoredRole } from '../../identity/index.js';

/** Departments in which somebody's roles count, those below included; `all` for the whole company. */
export type Scope = 'all' | readonly string[];

/** Scope of a person's roles taken together. */
export async function scopeOf(read: Executor, employeeId: string, roles: readonly StoredRole[]): Promise<Scope> {
  const grants = await read.all(sql<{ departmentId: string | null }>`
    select department_id as "departmentId" from role_grants where employee_id = ${employeeId} and role = any(${[...roles]}::text[]) and revoked_at is null`);
  if (grants.some((grant) => grant.departmentId === null)) return 'all';
  const rows = await read.all(sql<{ id: string }>`
    with recursive down as (
      select id, 0 as level from departments where id = any(${grants.map((grant) => grant.departmentId)}::uuid[])
      union select d.id, down.level + 1 from down join departments d on d.parent_id = down.id where down.level < 30)
    select distinct id from down`);
  return rows.map((row) => row.id);
}

/** Condition that a department column is inside a scope. */
export const inScope = (column: string, scope: Scope) => (scope === 'all' ? sql`true` : sql`${sql.ref(column)} = any(${[...scope]}::uuid[])`);
