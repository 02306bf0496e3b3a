import { sql, type Executor } from '../database/index.js';
import type { StoredRole } from './roles.js';

/** A signed-in person as the session shows them. */
export interface SessionFacts {
  id: string;
  name: string;
  nameEn: string | null;
  email: string;
  locale: 'zh-CN' | 'en';
  zone: string;
  roles: { role: StoredRole; departmentId: string | null; departmentName: string | null }[];
  relations: {
    hasReports: boolean;
    isDepartmentHead: boolean;
    isScorer: boolean;
    isCalibrationMember: boolean;
    isPanelMember: boolean;
    hasReview: boolean;
  };
}

/** Who somebody is and which parts of the application concern them; one query. */
export async function sessionFacts(read: Executor, employeeId: string): Promise<SessionFacts | undefined> {
  return read.one(sql<SessionFacts>`
    select e.id, e.name, e.name_en as "nameEn", e.email, e.locale, e.zone,
      (select coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'departmentId', g.department_id, 'departmentName', d.name) order by g.role, d.name nulls first), '[]')
        from role_grants g left join departments d on d.id = g.department_id where g.employee_id = e.id and g.revoked_at is null) as roles,
      jsonb_build_object(
        'hasReports', exists (select from employee_managers m join employees r on r.id = m.employee_id where m.manager_id = e.id and daterange(m.valid_from, m.valid_to) @> least((now() at time zone e.zone)::date, r.left_on)),
        'isDepartmentHead', exists (select from departments d where d.head_id = e.id),
        'isScorer', exists (select from tasks t join visits v on v.id = t.visit_id where t.assignee_id = e.id and t.state in ('open', 'done') and v.step in ('scoring', 'rescoring')),
        'isCalibrationMember', exists (select from calibration_members m where m.employee_id = e.id and m.left_at is null),
        'isPanelMember', exists (select from appeal_seats s join appeals a on a.id = s.appeal_id where s.employee_id = e.id and s.state = 'active' and a.closed_at is null),
        'hasReview', exists (select from reviews r where r.employee_id = e.id and r.state <> 'cancelled')) as relations
    from employees e where e.id = ${employeeId}`);
}

/** The language in which the application and its mails speak to a person. */
export async function setLocale(tx: Executor, employeeId: string, locale: 'zh-CN' | 'en'): Promise<void> {
  await tx.run(sql`update employees set locale = ${locale} where id = ${employeeId}`);
}

/** The first administrator of an installation without people; employee numbers of imports never start like this. */
export async function addAdministrator(tx: Executor, person: { name: string; nameEn: string | null; email: string; zone: string; locale: 'zh-CN' | 'en'; hiredOn: string }): Promise<string> {
  const row = await tx.one(sql<{ id: string }>`
    insert into employees (number, name, name_en, email, zone, locale, region, hired_on)
    select 'ADMIN-' || (count(*) + 1), ${person.name}::text, ${person.nameEn}::text, ${person.email}::text, ${person.zone}::text, ${person.locale}::text, 'HQ', ${person.hiredOn}::date from employees where number like 'ADMIN-%' returning id`);
  return (row as { id: string }).id;
}
