import { sql, type Executor } from '../../database/index.js';
import { expectRows, rows, type Writer } from './batch.js';

export const insertCommunity: Writer<'insertCommunity'> = async (tx, batch) => {
  const communities = batch.map((write) => write.community);
  expectRows(batch, await tx.run(sql`
    insert into communities (code, name, name_en, type, region, active_users)
    select code, name, "nameEn", type, region, "activeUsers"
    from jsonb_to_recordset(${rows(communities)}) as r(code text, name text, "nameEn" text, type text, region text, "activeUsers" integer)`));
  await addDependencies(tx, communities);
};

export const updateCommunity: Writer<'updateCommunity'> = async (tx, batch) => {
  expectRows(batch, await tx.run(sql`
    update communities c set name = coalesce(r.set ->> 'name', c.name), name_en = case when r.set ? 'nameEn' then r.set ->> 'nameEn' else c.name_en end,
      type = coalesce(r.set ->> 'type', c.type), region = coalesce(r.set ->> 'region', c.region), active_users = coalesce((r.set ->> 'activeUsers')::integer, c.active_users)
    from jsonb_to_recordset(${rows(batch)}) as r(code text, set jsonb) where c.code = r.code`));
  const changed = batch.flatMap(({ code, set }) => (set.dependsOn ? [{ code, dependsOn: set.dependsOn }] : []));
  if (changed.length === 0) return;
  await tx.run(sql`
    delete from community_dependencies x using communities c, jsonb_to_recordset(${rows(changed)}) as r(code text) where c.code = r.code and x.community_id = c.id`);
  await addDependencies(tx, changed);
};

async function addDependencies(tx: Executor, communities: readonly { code: string; dependsOn: readonly string[] }[]): Promise<void> {
  const pairs = communities.flatMap(({ code, dependsOn }) => dependsOn.map((department) => ({ code, department })));
  if (pairs.length === 0) return;
  expectRows(pairs, await tx.run(sql`
    insert into community_dependencies (community_id, department_id)
    select c.id, d.id from jsonb_to_recordset(${rows(pairs)}) as r(code text, department text) join communities c on c.code = r.code join departments d on d.code = r.department`));
}
