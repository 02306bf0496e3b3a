import type { ChangeList, ChangeView, ImportChanges } from '@fairmark/contracts/changes';
import { sql, type Executor } from '../database/index.js';
import { inScope, type Scope } from '../org/read/scope.js';

const person = (column: string) => sql`(select jsonb_build_object('id', e.id, 'name', e.name, 'nameEn', e.name_en) from employees e where e.id = ${sql.ref(column)})`;
const department = (column: string) => sql`(select jsonb_build_object('id', d.id, 'name', d.name, 'nameEn', d.name_en) from departments d where d.id = ${sql.ref(column)})`;

/** Told counts are those of the record, so they are right while workers work. */
const columns = sql`
  c.id, c.kind, c.source, c.import_id as "importId", ${person('c.employee_id')} as employee, ${department('c.from_department_id')} as department, ${person('c.from_manager_id')} as "from",
  coalesce(${person('c.to_manager_id')}, ${person('c.successor_id')}) as "to", ${department('c.to_department_id')} as "toDepartment", c.effective_on as "effectiveOn", c.ends_on as until, c.reason, ${person('c.made_by')} as "madeBy",
  c.created_at as "createdAt", c.state, c.policies, c.applied_at as "appliedAt",
  (select count(*)::integer from org_change_targets t join process_events e on e.id = t.event_id where t.change_id = c.id and e.state <> 'pending') as done,
  (select count(*)::integer from org_change_targets t where t.change_id = c.id) as total, (select count(*)::integer from task_moves m where m.change_id = c.id) as moved`;

/** Of a person whose department, or of a department that, is in the scope of who reads. */
const seenIn = (scope: Scope) =>
  scope === 'all' ? sql`true` : sql`(${inScope('c.from_department_id', scope)} or exists (
    select from employee_departments r join employees e on e.id = r.employee_id where r.employee_id = c.employee_id and daterange(r.valid_from, r.valid_to) @> least((now() at time zone e.zone)::date, e.left_on) and ${inScope('r.department_id', scope)}))`;

/** One change with how far it is; undefined when there is none in the scope. */
export async function changeView(read: Executor, id: string, scope: Scope): Promise<ChangeView | undefined> {
  return read.one(sql<ChangeView>`select ${columns} from org_changes c where c.id = ${id} and ${seenIn(scope)}`);
}

/** Changes of a scope, newest first: all, of one person, or of one import. */
export async function changePage(read: Executor, scope: Scope, query: { employeeId?: string | undefined; importId?: string | undefined; limit: number; offset: number }): Promise<ChangeList> {
  const of = sql`${seenIn(scope)} and (${query.employeeId ?? null}::uuid is null or c.employee_id = ${query.employeeId ?? null}::uuid) and (${query.importId ?? null}::uuid is null or c.import_id = ${query.importId ?? null}::uuid)`;
  const changes = await read.all(sql<ChangeView>`select ${columns} from org_changes c where ${of} order by c.created_at desc, c.id desc limit ${query.limit} offset ${query.offset}`);
  const row = await read.one(sql<{ total: number }>`select count(*)::integer as total from org_changes c where ${of}`);
  return { changes, total: row?.total ?? 0 };
}

/** What the dry run of an import found; undefined before it has run. */
export async function changesOfImport(read: Executor, importId: string): Promise<ImportChanges | undefined> {
  return (await read.one(sql<{ changes: ImportChanges | null }>`select changes from org_imports where id = ${importId}`))?.changes ?? undefined;
}
