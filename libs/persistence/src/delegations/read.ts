import type { DelegationView } from '@fairmark/contracts/delegations';
import type { Delegation } from '@fairmark/domain/delegations';
import { sql, type Executor } from '../database/index.js';
import { inScope, type Scope } from '../org/read/scope.js';
import { standInTasks } from './standIn.js';

/** A delegation as it is stored, with the people by name. */
export type DelegationRow = Omit<DelegationView, 'state' | 'mayEnd' | 'byHr'>;

const person = (alias: string) => sql.raw(`case when ${alias}.id is not null then jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name, 'nameEn', ${alias}.name_en) end`);
/** Tasks of the delegator that the delegate may do now, whether or not over others; none while it does not hold. */
const openTasks = sql`(select count(*)::integer from ${standInTasks(sql`d.delegate_id`)} s where s.holder_id = d.delegator_id and d.from_at <= now() and now() < coalesce(d.ended_at, d.to_at))`;
const columns = sql`
  d.id, ${person('a')} as delegator, ${person('b')} as delegate, d.kinds, d.from_at as "from", d.to_at as "to", d.zone, d.reason, ${person('m')} as "madeBy", d.created_at as "createdAt", d.ended_at as "endedAt",
  ${person('x')} as "endedBy", d.end_reason as "endReason", ${openTasks} as "openTasks"`;
const tables = sql`delegations d join employees a on a.id = d.delegator_id join employees b on b.id = d.delegate_id join employees m on m.id = d.made_by left join employees x on x.id = d.ended_by`;

/** What somebody gave, or was given, newest first. */
export const delegationsFrom = (read: Executor, employeeId: string): Promise<DelegationRow[]> => read.all(sql<DelegationRow>`select ${columns} from ${tables} where d.delegator_id = ${employeeId} order by d.from_at desc, d.id desc limit 200`);
export const delegationsTo = (read: Executor, employeeId: string): Promise<DelegationRow[]> => read.all(sql<DelegationRow>`select ${columns} from ${tables} where d.delegate_id = ${employeeId} order by d.from_at desc, d.id desc limit 200`);

/** One delegation by its id. */
export const delegationById = (read: Executor, id: string): Promise<DelegationRow | undefined> => read.one(sql<DelegationRow>`select ${columns} from ${tables} where d.id = ${id}`);

/** Everything that can still give a right, of anybody: what a new delegation is checked against. */
export async function delegationsNotOver(tx: Executor, now: string): Promise<Delegation[]> {
  return tx.all(sql<Delegation>`
    select id, delegator_id as "delegatorId", delegate_id as "delegateId", kinds, from_at as "from", to_at as "to", ended_at as "endedAt" from delegations where coalesce(ended_at, to_at) > ${now}::timestamptz`);
}

/** Delegations of people of a scope, a page at a time; `current` leaves out what gives no right any more. */
export async function delegationPage(read: Executor, scope: Scope, query: { state: 'current' | 'all'; limit: number; offset: number }): Promise<{ delegations: DelegationRow[]; total: number }> {
  const people = scope === 'all' ? sql`true` : sql`exists (
    select from employee_departments r where r.employee_id = d.delegator_id and daterange(r.valid_from, r.valid_to) @> least((now() at time zone a.zone)::date, a.left_on) and ${inScope('r.department_id', scope)})`;
  const where = sql`${people} and (${query.state === 'all'} or coalesce(d.ended_at, d.to_at) > now())`;
  const delegations = await read.all(sql<DelegationRow>`select ${columns} from ${tables} where ${where} order by d.from_at desc, d.id desc limit ${query.limit} offset ${query.offset}`);
  const row = await read.one(sql<{ total: number }>`select count(*)::integer as total from ${tables} where ${where}`);
  return { delegations, total: row?.total ?? 0 };
}
