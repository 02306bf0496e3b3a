import { named } from '../../check/facts.mjs';

const violation = named('openVisitWithoutDeadline');
const VISITS = `select v.id, v.step from visits v where v.state = 'open' and v.approval_id is not null and (v.due_at is null or v.wake_at is null)`;
const NOBODY = `
  select v.id, v.step from visits v where v.state = 'open' and v.approval_id is not null and v.step <> 'withdrawal' and not exists (select from tasks t where t.visit_id = v.id and t.state = 'open')`;

/** Whatever waits has a deadline at which something happens, and somebody for whom it waits. @param {import('../../check/facts.mjs').Facts} facts */
export async function openVisitWithoutDeadline({ read }) {
  const late = (await read(VISITS)).map(({ id, step }) => violation(`visit ${id} in ${step} has no deadline`));
  return [...late, ...(await read(NOBODY)).map(({ id, step }) => violation(`visit ${id} in ${step} waits for nobody`))];
}
