import type { ApproverSource, Candidate } from '@fairmark/contracts/approvals';
import { assertNever } from '@fairmark/domain/common';
import { lineAbove, lineOfThen } from '../changes/line.js';
import { departmentNow } from '../changes/merged.js';
import { sql, type Executor } from '../database/index.js';
import { departmentHeadOf, hrFor, managersUpwards } from '../org/index.js';
import { panelPool } from './pool.js';
import { rolloutParty } from './rolloutParty.js';
import type { ApprovalScope } from './scope.js';

const active = (ids: readonly (string | undefined)[]): Candidate[] => ids.flatMap((personId) => (personId ? [{ personId, active: true }] : []));

/** The people whom a source of a node names as of a day. Nobody found gives an empty list: the engine asks the fallback. */
export async function candidatesOf(tx: Executor, source: ApproverSource, scope: ApprovalScope, asOf: string, nodeId = ''): Promise<Candidate[]> {
  switch (source.type) {
    case 'lineManager':
      return lineManagers(tx, scope, source.upTo ? 1 : source.level, source.level, asOf);
    case 'secondApprover':
      return lineManagers(tx, scope, 2, 2, asOf);
    case 'departmentHead':
      return scope.departmentId ? active([await departmentHeadOf(tx, await departmentNow(tx, scope.departmentId, asOf), asOf)]) : [];
    case 'person':
      return activity(tx, [source.personId], asOf);
    case 'role':
      return withoutParties(await roleHolders(tx, source.role, source.scope, scope, asOf), scope);
    case 'countersigners':
      return countersigners(tx, scope.planVersionId ?? null, asOf);
    case 'submitterChooses':
      return activity(tx, scope.chosen?.[nodeId] ?? [], asOf);
    case 'previousApprovers':
      // The engine knows them: they follow from its own record.
      return [];
    case 'panel':
      return panelPool(tx, source, scope, asOf, (role, where) => roleHolders(tx, role, where, scope, asOf));
    default:
      return assertNever(source);
  }
}

/** Managers who have left are passed over: the level counts those who can act. */
async function lineManagers(tx: Executor, { subjectId, reviewId, lineAsOf }: ApprovalScope, from: number, to: number, asOf: string): Promise<Candidate[]> {
  if (!subjectId) return [];
  const line = reviewId ? await lineAbove(tx, { id: reviewId, employeeId: subjectId }, asOf) : lineAsOf ? await lineOfThen(tx, subjectId, lineAsOf, asOf) : await managersUpwards(tx, subjectId, asOf);
  return line.filter((manager) => manager.active).slice(from - 1, to);
}

/** Somebody of a role who is a party leaves it to the other holders; the only one stays, and the engine goes to the next manager. */
function withoutParties(holders: Candidate[], { partyIds = [] }: ApprovalScope): Candidate[] {
  const others = holders.filter((holder) => !partyIds.includes(holder.personId));
  return others.some((holder) => holder.active) ? others : holders;
}

async function roleHolders(tx: Executor, role: string, where: string, scope: ApprovalScope, asOf: string): Promise<Candidate[]> {
  if (role === 'hr') return active(await hrFor(tx, where === 'company' ? null : scope.departmentId, scope.subjectId, asOf));
  if (role === 'chair' && scope.sessionId) {
    const row = await tx.one(sql<{ id: string }>`select chair_id as id from calibration_sessions where id = ${scope.sessionId}`);
    return activity(tx, row ? [row.id] : [], asOf);
  }
  if (scope.rolloutId) {
    const ids = await rolloutParty(tx, role, scope.rolloutId, asOf);
    if (ids) return activity(tx, ids, asOf);
  }
  const rows = await tx.all(sql<{ id: string }>`
    select distinct employee_id as id from role_grants where role = ${role} and revoked_at is null and (department_id is null or department_id = ${scope.departmentId}::uuid) order by 1`);
  return activity(tx, rows.map((row) => row.id), asOf);
}

/** Heads of the departments on which a sheet of the plan version depends, in the order of their codes. */
async function countersigners(tx: Executor, planVersionId: string | null, asOf: string): Promise<Candidate[]> {
  if (!planVersionId) return [];
  const rows = await tx.all(sql<{ id: string }>`
    select distinct d.id, d.code from plan_versions v, jsonb_array_elements(v.document -> 'sheets') s, jsonb_array_elements_text(coalesce(s -> 'dependsOnDepartments', '[]')) c join departments d on d.code = c
    where v.id = ${planVersionId} order by d.code`);
  const heads: string[] = [];
  for (const { id } of rows) heads.push(...active([await departmentHeadOf(tx, id, asOf)]).map((head) => head.personId));
  return active([...new Set(heads)]);
}

/** Whether people can act as of a day: employed and not disabled. */
export async function activity(tx: Executor, ids: readonly string[], asOf: string): Promise<Candidate[]> {
  if (ids.length === 0) return [];
  const rows = await tx.all(sql<Candidate>`
    select e.id as "personId", (e.hired_on <= ${asOf}::date and (e.left_on is null or e.left_on >= ${asOf}::date) and a.disabled_at is null) as active
    from employees e left join accounts a on a.employee_id = e.id where e.id = any(${[...ids]}::uuid[])`);
  return ids.flatMap((id) => rows.find((row) => row.personId === id) ?? []);
}
