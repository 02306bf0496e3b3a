import { sql } from '../../database/index.js';
import { expectRows, rows, type Writer } from './batch.js';

/** Parents are set by a second statement: a statement does not see the rows that it inserts itself. */
export const insertDepartment: Writer<'insertDepartment'> = async (tx, batch) => {
  const given = rows(batch.map((write) => write.department));
  expectRows(batch, await tx.run(sql`
    insert into departments (code, name, name_en, country)
    select code, name, "nameEn", country from jsonb_to_recordset(${given}) as r(code text, name text, "nameEn" text, country text)`));
  const children = batch.map((write) => write.department).filter((department) => department.parentCode !== null);
  if (children.length > 0) await setParents(tx, children.map(({ code, parentCode }) => ({ code, parentCode })));
};

export const updateDepartment: Writer<'updateDepartment'> = async (tx, batch) => {
  expectRows(batch, await tx.run(sql`
    update departments d set name = coalesce(r.set ->> 'name', d.name), name_en = case when r.set ? 'nameEn' then r.set ->> 'nameEn' else d.name_en end,
      country = coalesce(r.set ->> 'country', d.country)
    from jsonb_to_recordset(${rows(batch)}) as r(code text, set jsonb) where d.code = r.code`));
  const moved = batch.flatMap(({ code, set }) => (set.parentCode === undefined ? [] : [{ code, parentCode: set.parentCode }]));
  if (moved.length > 0) await setParents(tx, moved);
};

const setParents = async (tx: Parameters<Writer<'updateDepartment'>>[0], moved: readonly { code: string; parentCode: string | null }[]): Promise<void> =>
  expectRows(moved, await tx.run(sql`
    update departments d set parent_id = p.id from jsonb_to_recordset(${rows(moved)}) as r(code text, "parentCode" text) left join departments p on p.code = r."parentCode"
    where d.code = r.code and (p.id is not null or r."parentCode" is null)`));

export const setDepartmentHead: Writer<'setDepartmentHead'> = async (tx, batch) =>
  expectRows(batch, await tx.run(sql`
    update departments d set head_id = e.id from jsonb_to_recordset(${rows(batch)}) as r(code text, "headNumber" text) left join employees e on e.number = r."headNumber"
    where d.code = r.code and (e.id is not null or r."headNumber" is null)`));

export const insertPosition: Writer<'insertPosition'> = async (tx, batch) =>
  expectRows(batch, await tx.run(sql`
    insert into positions (code, name, name_en)
    select code, name, "nameEn" from jsonb_to_recordset(${rows(batch.map((write) => write.position))}) as r(code text, name text, "nameEn" text)`));

export const updatePosition: Writer<'updatePosition'> = async (tx, batch) =>
  expectRows(batch, await tx.run(sql`
    update positions p set name = coalesce(r.set ->> 'name', p.name), name_en = case when r.set ? 'nameEn' then r.set ->> 'nameEn' else p.name_en end
    from jsonb_to_recordset(${rows(batch)}) as r(code text, set jsonb) where p.code = r.code`));
