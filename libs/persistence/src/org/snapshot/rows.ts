import type { Assignment, Leave, RowLine } from '@fairmark/domain/org';
import { sql, type Executor } from '../../database/index.js';
import { lineTables } from './tables.js';

/** One dated row by business keys. */
export type DatedRow = { subject: string; value: string; validFrom: string; validTo: string | null };

/** All rows of a line, each person's in time order. */
export async function loadLine(tx: Executor, line: RowLine): Promise<DatedRow[]> {
  const { table, subjectTable, subjectId, subjectKey, value } = lineTables[line];
  const named = value.table === null ? sql.raw(`r.${value.column}`) : sql.raw(`v.${value.key}`);
  const join = value.table === null ? sql.raw('') : sql.raw(`join ${value.table} v on v.id = r.${value.column}`);
  return tx.all(sql<DatedRow>`
    select s.${sql.raw(subjectKey)} as subject, ${named} as value, r.valid_from as "validFrom", r.valid_to as "validTo"
    from ${sql.raw(table)} r join ${sql.raw(subjectTable)} s on s.id = r.${sql.raw(subjectId)} ${join} order by r.valid_from`);
}

export async function loadLeaves(tx: Executor): Promise<(Leave & { number: string })[]> {
  return tx.all(sql<Leave & { number: string }>`
    select e.number, l.kind, l.valid_from as "validFrom", l.valid_to as "validTo" from employee_leaves l join employees e on e.id = l.employee_id order by l.valid_from`);
}

export async function loadAssignments(tx: Executor): Promise<(Assignment & { number: string })[]> {
  return tx.all(sql<Assignment & { number: string }>`
    select e.number, c.code as "communityCode", a.share_bp as "shareBp", a.valid_from as "validFrom", a.valid_to as "validTo"
    from community_assignments a join employees e on e.id = a.employee_id join communities c on c.id = a.community_id order by a.valid_from, c.code`);
}
