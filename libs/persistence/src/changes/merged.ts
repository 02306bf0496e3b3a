import { sql, type Executor } from '../database/index.js';

/** Mergers that follow each other; more than anybody lives to see. */
const MOST = 20;

/** The department that a department has become as of a day: where it was merged into another one, that one, and so on. Itself when it was never merged. */
export async function departmentNow(read: Executor, departmentId: string, asOf: string): Promise<string> {
  const row = await read.one(sql<{ id: string }>`
    with recursive chain as (
      select ${departmentId}::uuid as id, '-infinity'::timestamptz as since, 0 as level
      union all
      select next.to_department_id, next.created_at, chain.level + 1 from chain join lateral (
        select c.to_department_id, c.created_at from org_changes c
        where c.kind = 'departmentMerged' and c.from_department_id = chain.id and c.effective_on <= ${asOf}::date and c.created_at > chain.since order by c.effective_on desc, c.created_at desc limit 1) next on chain.level < ${MOST})
    select id from chain order by level desc limit 1`);
  return row?.id ?? departmentId;
}
