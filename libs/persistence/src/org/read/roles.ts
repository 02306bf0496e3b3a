import type { RoleGrantView } from '@fairmark/contracts/org';
import { sql, type Executor } from '../../database/index.js';
import { departmentRef, personRef } from './personLine.js';

/** Stored roles that people hold now. */
export async function listRoleGrants(read: Executor): Promise<RoleGrantView[]> {
  return read.all(sql<RoleGrantView>`
    select g.id, ${personRef('e')} as person, g.role, ${departmentRef('d')} as department, g.granted_at as "grantedAt", ${personRef('b')} as "grantedBy"
    from role_grants g join employees e on e.id = g.employee_id left join departments d on d.id = g.department_id left join employees b on b.id = g.granted_by
    where g.revoked_at is null order by g.role, e.number, d.code nulls first`);
}
