import { sql } from '../database/index.js';

/** Common table `trainees (employee_id, role)`: operators of communities on a day, and who scores them. Who has left by then is none of them. */
export const traineesOf = (communityIds: readonly string[], day: string) => sql`
  operators as (select distinct a.employee_id from community_assignments a join employees e on e.id = a.employee_id
    where a.community_id = any(${[...communityIds]}::uuid[]) and daterange(a.valid_from, a.valid_to) @> ${day}::date and (e.left_on is null or e.left_on >= ${day}::date)),
  trainees as (select employee_id, 'operator' as role from operators union select m.manager_id, 'manager' from operators o join employee_managers m on m.employee_id = o.employee_id and daterange(m.valid_from, m.valid_to) @> ${day}::date)`;
