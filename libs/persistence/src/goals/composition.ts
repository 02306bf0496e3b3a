import type { ComposeInput, OperatedCommunity } from '@fairmark/domain/goals';
import { sql, type Executor } from '../database/index.js';

/** A community as a sheet is composed of it. */
export interface DescribedRow {
  code: string;
  name: string;
  nameEn: string | null;
  type: string;
  stage: string | null;
  dependsOn: string[];
}

/** Name in the languages that are known. */
export const bilingual = (row: { name: string; nameEn: string | null }) => ({ zh: row.name, ...(row.nameEn ? { en: row.nameEn } : {}) });

/**
 * The stage that counts for a cycle: the one on its first day, so that a change meanwhile counts for the next; of a community that began later, its first. `c` is the community.
 */
export const frozenStage = (periodStart: string) => sql`(select f.stage from community_stages f where f.community_id = c.id and (f.valid_to is null or f.valid_to > ${periodStart}::date) order by f.valid_from limit 1)`;

/** Columns of a community `c` for a cycle that begins on this day. */
export const describedColumns = (periodStart: string) => sql`c.code, c.name, c.name_en as "nameEn", c.type, ${frozenStage(periodStart)} as stage,
  coalesce((select jsonb_agg(d.code order by d.code) from community_dependencies cd join departments d on d.id = cd.department_id where cd.community_id = c.id), '[]') as "dependsOn"`;

/** The same as rules see it. */
export const describedCommunity = (row: DescribedRow): Omit<OperatedCommunity, 'shareBp'> => ({ code: row.code, name: bilingual(row), type: row.type, stage: row.stage ?? '', dependsOnDepartments: row.dependsOn });

/** What a person operates and is, as of a day, with the stages of the cycle's first day: input of the composed sheet. Oldest assignments first, which is also who gets what is left by rounding. */
export async function compositionOf(tx: Executor, employeeId: string, asOf: string, periodStart: string): Promise<Pick<ComposeInput, 'communities' | 'position'>> {
  const rows = await tx.all(sql<DescribedRow & { shareBp: number | null }>`
    select ${describedColumns(periodStart)}, a.share_bp as "shareBp"
    from community_assignments a join communities c on c.id = a.community_id
    where a.employee_id = ${employeeId} and a.valid_from <= ${asOf}::date and (a.valid_to is null or a.valid_to > ${asOf}::date)
    order by a.valid_from, c.code`);
  const position = await tx.one(sql<{ code: string; name: string; nameEn: string | null }>`
    select p.code, p.name, p.name_en as "nameEn" from employee_positions ep join positions p on p.id = ep.position_id
    where ep.employee_id = ${employeeId} and ep.valid_from <= ${asOf}::date and (ep.valid_to is null or ep.valid_to > ${asOf}::date)`);
  const communities = rows.map((row): OperatedCommunity => ({ ...describedCommunity(row), shareBp: row.shareBp }));
  return { communities, position: position ? { code: position.code, name: bilingual(position) } : null };
}
