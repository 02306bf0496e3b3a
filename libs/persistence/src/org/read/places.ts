import type { CommunityList, CommunityQuery, CommunityView, DepartmentView } from '@fairmark/contracts/org';
import { sql, type Executor } from '../../database/index.js';
import { containing } from './employees.js';
import { departmentRef, personRef } from './personLine.js';

/** All departments with head and number of people as of a day. */
export async function listDepartments(read: Executor, day: string): Promise<DepartmentView[]> {
  return read.all(sql<DepartmentView>`
    select d.id, d.code, d.name, d.name_en as "nameEn", d.parent_id as "parentId", d.country, ${personRef('e')} as head,
      coalesce(e.hired_on <= ${day}::date and (e.left_on is null or e.left_on >= ${day}::date) and a.disabled_at is null, false) as "headActive",
      (select count(*)::integer from employee_departments r join employees p on p.id = r.employee_id
        where r.department_id = d.id and daterange(r.valid_from, r.valid_to) @> ${day}::date and (p.left_on is null or p.left_on >= ${day}::date)) as people
    from departments d left join employees e on e.id = d.head_id left join accounts a on a.employee_id = e.id order by d.code`);
}

/** Communities as of a day by filter, a page at a time. */
export async function listCommunities(read: Executor, query: CommunityQuery, day: string): Promise<CommunityList> {
  const { search, type, stage, missing, page, pageSize } = query;
  const pattern = search ? containing(search.trim()) : '';
  const operated = sql`exists (select from community_assignments a where a.community_id = c.id and daterange(a.valid_from, a.valid_to) @> ${day}::date)`;
  const where = sql.join([
    search ? sql`(c.name ilike ${pattern} or c.name_en ilike ${pattern} or c.code ilike ${pattern})` : sql`true`,
    type ? sql`c.type = ${type}` : sql`true`,
    stage ? sql`s.stage = ${stage}` : sql`true`,
    missing === 'operator' ? sql`not ${operated}` : sql`true`,
  ], sql` and `);
  const from = sql`communities c left join community_stages s on s.community_id = c.id and daterange(s.valid_from, s.valid_to) @> ${day}::date where ${where}`;
  const communities = await read.all(sql<CommunityView>`
    select c.id, c.code, c.name, c.name_en as "nameEn", c.type, s.stage, c.region, c.active_users as "activeUsers",
      (select coalesce(jsonb_agg(${personRef('e')} || jsonb_build_object('shareBp', a.share_bp) order by e.number), '[]') from community_assignments a join employees e on e.id = a.employee_id
        where a.community_id = c.id and daterange(a.valid_from, a.valid_to) @> ${day}::date) as operators,
      (select coalesce(jsonb_agg(${departmentRef('d')} order by d.code), '[]') from community_dependencies x join departments d on d.id = x.department_id where x.community_id = c.id) as "dependsOn"
    from ${from} order by c.code limit ${pageSize} offset ${(page - 1) * pageSize}`);
  const count = await read.one(sql<{ total: number }>`select count(*)::integer as total from ${from}`);
  return { communities, total: count?.total ?? 0, page, pageSize };
}
