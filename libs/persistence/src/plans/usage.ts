import type { PlanPeople, PlanPeopleQuery, PlanUsageLine } from '@fairmark/contracts/plans';
import { sql, type Executor } from '../database/index.js';

/** How many people each cycle has under a version. The review's own version counts, the cycle's is only the default. */
export async function planUsage(read: Executor, versionId: string): Promise<PlanUsageLine[]> {
  return read.all(sql<PlanUsageLine>`
    select c.id as "cycleId", c.name, c.name_en as "nameEn", c.state, count(*)::integer as people
    from reviews r join cycles c on c.id = r.cycle_id where r.plan_version_id = ${versionId} and r.state <> 'cancelled' group by c.id order by c.period_start desc, c.id`);
}

/** Who of a cycle is under a version, a page at a time. */
export async function planPeople(read: Executor, versionId: string, { cycleId, page, pageSize }: PlanPeopleQuery): Promise<PlanPeople> {
  const rows = await read.all(sql<PlanPeople['people'][number] & { total: number }>`
    select r.id as "reviewId", jsonb_build_object('id', e.id, 'name', e.name, 'nameEn', e.name_en) as person, d.name as department, r.state, (count(*) over ())::integer as total
    from reviews r join employees e on e.id = r.employee_id join departments d on d.id = r.department_id
    where r.plan_version_id = ${versionId} and r.cycle_id = ${cycleId} and r.state <> 'cancelled' order by e.number, r.id limit ${pageSize} offset ${(page - 1) * pageSize}`);
  return { total: rows[0]?.total ?? 0, people: rows.map(({ total: _total, ...row }) => row) };
}
