import type { PopulationPreview, PopulationQuery, PreflightView } from '@fairmark/contracts/cycles';
import type { DepartmentRef, PersonRef } from '@fairmark/contracts/common';
import { localDateOf } from '@fairmark/domain/calendar';
import { factsDay } from '@fairmark/domain/cycles';
import { sql, type Executor } from '../database/index.js';
import { populationQuery } from './population.js';
import type { PreflightResult } from './preflight.js';
import type { CycleRow } from './rows.js';

const COMPANY_ZONE = 'Asia/Shanghai';
/** More than anybody reads; the counts cover everything. */
const SHOWN_FINDINGS = 1_000;

const person = (alias: ReturnType<typeof sql>) => sql`case when ${alias}.id is null then null else jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name, 'nameEn', ${alias}.name_en) end`;

/** One page of whom the filter of a draft names, by name. */
export async function previewPopulation(read: Executor, cycle: CycleRow, query: PopulationQuery, now: string): Promise<PopulationPreview> {
  const day = factsDay(cycle, localDateOf(now, COMPANY_ZONE));
  const everybody = populationQuery(cycle.population, day);
  const takingPart = query.takingPart === 'true';
  const counts = await read.one(sql<{ people: number; keptOut: number }>`select (count(*) filter (where why is null))::integer as people, (count(*) filter (where why is not null))::integer as "keptOut" from (${everybody}) x`);
  const page = await read.all(sql<PopulationPreview['page'][number]>`
    select ${person(sql`e`)} as employee, ${person(sql`d`)} as department, ${person(sql`m`)} as manager, x.position_code as position, e.region, x.why,
      (select count(*)::integer from community_assignments a where a.employee_id = e.id and daterange(a.valid_from, a.valid_to) @> ${day}::date) as communities
    from (${everybody}) x join employees e on e.id = x.employee_id left join departments d on d.id = x.department_id
    left join employee_managers em on em.employee_id = e.id and daterange(em.valid_from, em.valid_to) @> ${day}::date left join employees m on m.id = em.manager_id
    where (x.why is null) = ${takingPart} order by e.name, e.id offset ${query.offset} limit ${query.limit}`);
  return { people: counts?.people ?? 0, keptOut: counts?.keptOut ?? 0, offset: query.offset, page };
}

/** The preflight with counts of everything and the names of whom the shown findings concern. */
export async function preflightView(read: Executor, { people, findings }: PreflightResult): Promise<PreflightView> {
  const shown = findings.slice(0, SHOWN_FINDINGS);
  const ids = new Set(shown.flatMap((finding) => [finding.employeeId, finding.departmentId, ...Object.values(finding.details).flat()]).filter((id) => typeof id === 'string'));
  const named = <T>(table: ReturnType<typeof sql>) => read.all(sql<T>`select id, name, name_en as "nameEn" from ${table} where id::text = any(${[...ids]}::text[]) order by id`);
  const blocking = findings.filter((finding) => finding.severity === 'blocking').length;
  return {
    people: people.length, blocking, warnings: findings.length - blocking, counts: countsOf(findings), findings: shown,
    employees: await named<PersonRef>(sql`employees`), departments: await named<DepartmentRef>(sql`departments`), communities: await named<DepartmentRef>(sql`communities`),
  };
}

function countsOf(findings: PreflightResult['findings']): PreflightView['counts'] {
  const counts = new Map<string, PreflightView['counts'][number]>();
  for (const { code, severity } of findings) {
    const known = counts.get(`${severity} ${code}`);
    counts.set(`${severity} ${code}`, { code, severity, count: (known?.count ?? 0) + 1 });
  }
  return [...counts.values()];
}
