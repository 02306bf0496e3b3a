import { sql } from '../../database/index.js';

/** `PersonRef` of a row as JSON; null when there is nobody. */
export const personRef = (alias: string) => {
  const a = sql.raw(alias);
  return sql`case when ${a}.id is null then null else jsonb_build_object('id', ${a}.id, 'name', ${a}.name, 'nameEn', ${a}.name_en) end`;
};

/** `DepartmentRef` of a row as JSON: the same fields as of a person. */
export const departmentRef = personRef;

/** `PositionRef` of a row as JSON. */
export const positionRef = (alias: string) => {
  const a = sql.raw(alias);
  return sql`case when ${a}.id is null then null else jsonb_build_object('code', ${a}.code, 'name', ${a}.name, 'nameEn', ${a}.name_en) end`;
};

/** State of a person `e` with account `a` as of a day. */
export const stateOf = (day: string) => sql`
  case when e.left_on < ${day}::date then 'left' when a.disabled_at is not null then 'disabled' when e.hired_on > ${day}::date then 'future' else 'active' end`;

/** How far the invitation of a person `e` with account `a` has come. */
export const invitationOf = sql`
  case when a.password_hash is not null then 'accepted'
    when exists (select from one_time_links l where l.employee_id = e.id and l.purpose = 'invite' and l.used_at is null and l.expires_at > now()) then 'sent'
    when exists (select from one_time_links l where l.employee_id = e.id and l.purpose = 'invite') then 'expired' else 'none' end`;

/** A person `e` with account `a` and what holds on a day: manager `m`, department `d`, position `p`. */
export const lineColumns = (day: string) => sql`
  e.id, e.number, e.name, e.name_en as "nameEn", e.email, e.region, e.zone, ${stateOf(day)} as state, ${invitationOf} as invitation,
  ${departmentRef('d')} as department, ${positionRef('p')} as position, ${personRef('m')} as manager,
  (select count(*)::integer from community_assignments c where c.employee_id = e.id and daterange(c.valid_from, c.valid_to) @> ${day}::date) as communities`;

/** Tables that {@link lineColumns} reads. */
export const lineTables = (day: string) => sql`
  employees e left join accounts a on a.employee_id = e.id
  left join employee_managers em on em.employee_id = e.id and daterange(em.valid_from, em.valid_to) @> ${day}::date left join employees m on m.id = em.manager_id
  left join employee_departments ed on ed.employee_id = e.id and daterange(ed.valid_from, ed.valid_to) @> ${day}::date left join departments d on d.id = ed.department_id
  left join employee_positions ep on ep.employee_id = e.id and daterange(ep.valid_from, ep.valid_to) @> ${day}::date left join positions p on p.id = ep.position_id`;
