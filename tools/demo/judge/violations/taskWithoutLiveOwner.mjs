import { named } from '../../check/facts.mjs';

const violation = named('taskWithoutLiveOwner');
const TASKS = `
  select t.id, v.step from tasks t join visits v on v.id = t.visit_id join employees e on e.id = t.assignee_id left join accounts a on a.employee_id = e.id
  where t.state = 'open' and v.state = 'open' and (e.left_on < current_date or a.disabled_at is not null)`;
const CLOSED = `select t.id, v.step from tasks t join visits v on v.id = t.visit_id where t.state = 'open' and v.state = 'closed'`;

/** Every open task belongs to somebody who is here, in a visit that is open. @param {import('../../check/facts.mjs').Facts} facts */
export async function taskWithoutLiveOwner({ read }) {
  const gone = (await read(TASKS)).map(({ id, step }) => violation(`task ${id} in ${step} belongs to somebody who has left`));
  return [...gone, ...(await read(CLOSED)).map(({ id, step }) => violation(`task ${id} in ${step} is open in a closed visit`))];
}
