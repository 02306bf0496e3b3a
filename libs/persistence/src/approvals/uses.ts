import type { ApprovalPurpose, ApprovalUse } from '@fairmark/contracts/approvals';
import { shippedFor } from '@fairmark/domain/approval';
import { sql, type Executor } from '../database/index.js';
import { newestPublished, type StoredDefinition } from './definitions.js';

const person = sql`(select jsonb_build_object('id', e.id, 'name', e.name, 'nameEn', e.name_en) from employees e where e.id = u.set_by)`;

/** The definition that HR named for a purpose: of the department or the nearest one above it, else of the company; undefined where nobody named one. */
export async function namedUse(read: Executor, purpose: ApprovalPurpose, departmentId: string | null): Promise<string | undefined> {
  const row = await read.one(sql<{ definitionId: string }>`
    with recursive up as (
      select id, parent_id, 0 as level from departments where id = ${departmentId}::uuid
      union all select d.id, d.parent_id, up.level + 1 from up join departments d on d.id = up.parent_id where up.level < 30)
    select u.definition_id as "definitionId" from approval_uses u left join up on up.id = u.department_id
    where u.purpose = ${purpose} and (u.department_id is null or up.id is not null) order by coalesce(up.level, 1000) limit 1`);
  return row?.definitionId;
}

/** The definition that a new case of a purpose starts with: the newest published version of the named one, else the one that ships with the product. */
export async function definitionInUse(read: Executor, purpose: ApprovalPurpose, departmentId: string | null): Promise<StoredDefinition | undefined> {
  const named = await namedUse(read, purpose, departmentId);
  return (named ? await newestPublished(read, named) : undefined) ?? newestPublished(read, shippedFor(purpose).id);
}

/** Names the definition of a purpose for a department or the company. */
export async function setUse(tx: Executor, use: { purpose: ApprovalPurpose; departmentId: string | null; definitionId: string }, actorId: string): Promise<void> {
  await tx.run(sql`
    insert into approval_uses (purpose, department_id, definition_id, set_by) values (${use.purpose}, ${use.departmentId}::uuid, ${use.definitionId}, ${actorId})
    on conflict (purpose, department_id) do update set definition_id = excluded.definition_id, set_by = excluded.set_by, set_at = now()`);
}

export async function clearUse(tx: Executor, purpose: ApprovalPurpose, departmentId: string | null): Promise<boolean> {
  return (await tx.run(sql`delete from approval_uses where purpose = ${purpose} and department_id is not distinct from ${departmentId}::uuid`)) > 0;
}

/** Purposes that name a definition, with the department for which they do. */
export async function usesOf(read: Executor, definitionId: string | null = null): Promise<Omit<ApprovalUse, 'version' | 'shipped'>[]> {
  return read.all(sql<Omit<ApprovalUse, 'version' | 'shipped'>>`
    select u.purpose, case when d.id is not null then jsonb_build_object('id', d.id, 'name', d.name, 'nameEn', d.name_en) end as department, u.definition_id as "definitionId", ${person} as "setBy", u.set_at as "setAt"
    from approval_uses u left join departments d on d.id = u.department_id where ${definitionId}::text is null or u.definition_id = ${definitionId} order by u.purpose, d.name nulls first`);
}
