import { sql } from '../../database/index.js';
import { expectRows, rows, type Writer } from './batch.js';

export const insertLeave: Writer<'insertLeave'> = async (tx, batch) =>
  expectRows(batch, await tx.run(sql`
    insert into employee_leaves (employee_id, kind, valid_from, valid_to)
    select e.id, r.kind, r."validFrom", r."validTo"
    from jsonb_to_recordset(${rows(batch.map(({ number, leave }) => ({ number, ...leave })))}) as r(number text, kind text, "validFrom" date, "validTo" date)
    join employees e on e.number = r.number`));

export const updateLeave: Writer<'updateLeave'> = async (tx, batch) =>
  expectRows(batch, await tx.run(sql`
    update employee_leaves l set kind = coalesce(r.set ->> 'kind', l.kind), valid_to = coalesce((r.set ->> 'validTo')::date, l.valid_to), recorded_at = now()
    from jsonb_to_recordset(${rows(batch)}) as r(number text, "validFrom" date, set jsonb) join employees e on e.number = r.number
    where l.employee_id = e.id and l.valid_from = r."validFrom"`));

export const insertAssignment: Writer<'insertAssignment'> = async (tx, batch) =>
  expectRows(batch, await tx.run(sql`
    insert into community_assignments (employee_id, community_id, share_bp, valid_from, valid_to)
    select e.id, c.id, r."shareBp", r."validFrom", r."validTo"
    from jsonb_to_recordset(${rows(batch.map(({ number, assignment }) => ({ number, ...assignment })))})
      as r(number text, "communityCode" text, "shareBp" integer, "validFrom" date, "validTo" date)
    join employees e on e.number = r.number join communities c on c.code = r."communityCode"`));

export const updateAssignment: Writer<'updateAssignment'> = async (tx, batch) =>
  expectRows(batch, await tx.run(sql`
    update community_assignments a set share_bp = case when r.set ? 'shareBp' then (r.set ->> 'shareBp')::integer else a.share_bp end,
      valid_to = case when r.set ? 'validTo' then (r.set ->> 'validTo')::date else a.valid_to end, recorded_at = now()
    from jsonb_to_recordset(${rows(batch)}) as r(number text, "communityCode" text, "validFrom" date, set jsonb)
    join employees e on e.number = r.number join communities c on c.code = r."communityCode"
    where a.employee_id = e.id and a.community_id = c.id and a.valid_from = r."validFrom"`));

export const removeAssignment: Writer<'removeAssignment'> = async (tx, batch) =>
  expectRows(batch, await tx.run(sql`
    delete from community_assignments a using jsonb_to_recordset(${rows(batch)}) as r(number text, "communityCode" text, "validFrom" date)
    join employees e on e.number = r.number join communities c on c.code = r."communityCode"
    where a.employee_id = e.id and a.community_id = c.id and a.valid_from = r."validFrom"`));
