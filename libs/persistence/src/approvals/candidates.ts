import type { ApproverSource, Candidate } from '@fairmark/contracts/approvals';
import { assertNever } from '@fairmark/domain/common';
import { sql, type Executor } from '../database/index.js';
import { departmentHeadOf, hrFor, managersUpwards } from '../org/index.js';
import type { ApprovalScope } from './scope.js';

const active = (ids: readonly (string | undefined)[]): Candidate[] => ids.flatMap((personId) => (personId ? [{ personId, active: true }] : []));

/** The people whom a source names as of a day. Nobody found gives an empty list: the engine asks the fallback. */
export async function candidatesOf(tx: Executor, source: ApproverSource, scope: ApprovalScope, asOf: string): Promise<Candidate[]> {
  switch (source.type) {
    case 'lineManager':
      return lineManager(tx, scope.subjectId, source.level, asOf);
    case 'secondApprover':
      return lineManager(tx, scope.subjectId, 2, asOf);
    case 'departmentHead':
      return scope.departmentId ? active([await departmentHeadOf(tx, scope.departmentId, asOf)]) : [];
    case 'person':
      return activity(tx, [source.personId], asOf);
    case 'role':
      return roleHolders(tx, source.role, source.scope, scope, asOf);
    default:
      return assertNever(source);
  }
}

/** Managers who have left are passed over: the level counts those who can act. */
async function lineManager(tx: Executor, subjectId: string | null, level: number, asOf: string): Promise<Candidate[]> {
  if (!subjectId) return [];
  const line = await managersUpwards(tx, subjectId, asOf);
  const found = line.filter((manager) => manager.active)[level - 1];
  return found ? [found] : [];
}

async function roleHolders(tx: Executor, role: string, where: string, scope: ApprovalScope, asOf: string): Promise<Candidate[]> {
  if (role === 'hr') return active(await hrFor(tx, where === 'company' ? null : scope.departmentId, scope.subjectId, asOf));
  if (role === 'chair' && scope.sessionId) {
    const row = await tx.one(sql<{ id: string }>`select chair_id as id from calibration_sessions where id = ${scope.sessionId}`);
    return activity(tx, row ? [row.id] : [], asOf);
  }
  const rows = await tx.all(sql<{ id: string }>`
    select distinct employee_id as id from role_grants where role = ${role} and revoked_at is null and (department_id is null or department_id = ${scope.departmentId}::uuid) order by 1`);
  return activity(tx, rows.map((row) => row.id), asOf);
}

/** Whether people can act as of a day: employed and not disabled. */
export async function activity(tx: Executor, ids: readonly string[], asOf: string): Promise<Candidate[]> {
  if (ids.length === 0) return [];
  const rows = await tx.all(sql<Candidate>`
    select e.id as "personId", (e.hired_on <= ${asOf}::date and (e.left_on is null or e.left_on >= ${asOf}::date) and a.disabled_at is null) as active
    from employees e left join accounts a on a.employee_id = e.id where e.id = any(${[...ids]}::uuid[])`);
  return ids.flatMap((id) => rows.find((row) => row.personId === id) ?? []);
}
