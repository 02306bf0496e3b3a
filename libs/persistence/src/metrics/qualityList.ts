import type { QualityAcceptance, QualityChecks, QualityList, QualityRow } from '@fairmark/contracts/metrics';
import { sql, type Executor } from '../database/index.js';
import { departmentsInScope } from '../identity/index.js';

/** Data under this quality block scoring where a plan does not say otherwise (rules §13). */
const DEFAULT_LIMIT_BP = 9_500;

/** The strictest limit of the plan versions in use. */
export async function qualityLimit(tx: Executor): Promise<number> {
  const row = await tx.one(sql<{ limit: number | null }>`select max((document->>'minQualityBp')::integer) as limit from plan_versions where state = 'inUse'`);
  return row?.limit ?? DEFAULT_LIMIT_BP;
}

interface ListedRow {
  indicatorId: string;
  subPeriod: string;
  qualityBp: number;
  checks: QualityChecks;
  updatedAt: string;
  acceptances: QualityAcceptance[];
}

const person = (alias: string) => sql.raw<unknown>(`jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name, 'nameEn', ${alias}.name_en)`);
const act = (side: 'hr' | 'head', alias: string) =>
  sql`case when a.${sql.raw(`${side}_at`)} is not null then jsonb_build_object('by', ${person(alias)}, 'at', to_char(a.${sql.raw(`${side}_at`)} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'reason', a.${sql.raw(`${side}_reason`)}) end`;

/** Quality of all indicators by sub-period, worst first, with acceptances, and what the reader may accept. */
export async function qualityList(tx: Executor, readerId: string): Promise<QualityList> {
  const rows = await tx.all(sql<ListedRow>`
    select q.indicator as "indicatorId", q.period as "subPeriod", q.quality_bp as "qualityBp", q.checks, q.updated_at as "updatedAt",
      (select coalesce(jsonb_agg(jsonb_build_object('departmentId', d.id, 'departmentName', d.name, 'hr', ${act('hr', 'h')}, 'head', ${act('head', 'l')}) order by d.code), '[]')
        from metric_acceptances a join departments d on d.id = a.department_id left join employees h on h.id = a.hr_id left join employees l on l.id = a.head_id
        where a.indicator = q.indicator and a.period = q.period) as acceptances
    from metric_quality q order by q.quality_bp, q.starts_on desc, q.indicator limit 2000`);
  return { rows: rows satisfies QualityRow[], limitBp: await qualityLimit(tx), acceptFor: await acceptFor(tx, readerId) };
}

/** Departments with open reviews for which the reader may act, as HR in the own scope or as head. */
async function acceptFor(tx: Executor, readerId: string): Promise<QualityList['acceptFor']> {
  const scope = await departmentsInScope(tx, readerId, 'hr');
  return tx.all(sql<QualityList['acceptFor'][number]>`
    with open as (select distinct d.id, d.name, d.code, d.parent_id, d.head_id from departments d join reviews r on r.department_id = d.id where r.state = 'open')
    select id as "departmentId", name as "departmentName", 'hr' as "as" from open where ${scope === null} or id = any(${scope ?? []}::uuid[])
    union all select id, name, 'head' from open where head_id = ${readerId} order by "as", "departmentName"`);
}
