import type { ChangeKind, ChangePolicy } from '@fairmark/contracts/changes';
import type { ProcessKind } from '@fairmark/contracts/process';
import { sql, type Executor } from '../database/index.js';

/** An event as it is stored. */
export interface ChangeRow {
  id: string;
  kind: ChangeKind;
  employeeId: string | null;
  fromManagerId: string | null;
  toManagerId: string | null;
  fromDepartmentId: string | null;
  toDepartmentId: string | null;
  people: string[];
  successorId: string | null;
  effectiveOn: string;
  endsOn: string | null;
  reason: string | null;
  madeBy: string | null;
  state: 'scheduled' | 'applying' | 'applied';
  policies: Partial<Record<ProcessKind, ChangePolicy>>;
}

export const changeColumns = sql`
  c.id, c.kind, c.employee_id as "employeeId", c.from_manager_id as "fromManagerId", c.to_manager_id as "toManagerId", c.from_department_id as "fromDepartmentId", c.to_department_id as "toDepartmentId", c.people,
  c.successor_id as "successorId", c.effective_on as "effectiveOn", c.ends_on as "endsOn", c.reason, c.made_by as "madeBy", c.state, c.policies`;

export async function loadChange(tx: Executor, id: string): Promise<ChangeRow | undefined> {
  return tx.one(sql<ChangeRow>`select ${changeColumns} from org_changes c where c.id = ${id}`);
}

/** People whom a change is about: the person, or those of a department who move. */
export const subjectsOf = (change: ChangeRow): string[] => [...(change.employeeId ? [change.employeeId] : []), ...change.people];
