import { spanOf } from './witness.mjs';

const TASKS = `
  select t.assignee_id as "personId", t.visit_id as "visitId", t.created_at as "from", coalesce(t.decided_at, v.closed_at) as "to", v.due_at as due, v.state as "visitState"
  from tasks t join visits v on v.id = t.visit_id where v.workflow_id = (select workflow_id from approval_instances where id = $1::uuid)`;

/** Tasks of the process in which a case runs, with when each was open. @param {import('../check/facts.mjs').Read} read @param {string} approvalId */
export const tasksOf = (read, approvalId) => read(TASKS, [approvalId]);

/**
 * What PostgreSQL holds against a cell: whoever has it has an open task, at the moment at which the inbox was read. What changed while it was read says nothing.
 * @param {import('./compare.mjs').Point} point @returns {Generator<string>}
 */
export function* taskFaults({ as, cell, look, tasks, cast }) {
  if (!look.inbox) return;
  const holder = cast[cell.onBehalfOf ?? as];
  const [from, to] = spanOf(look.inbox);
  const own = tasks.filter(({ personId }) => personId === holder);
  if (own.some((task) => [task.from, task.to].some((instant) => instant !== null && instant.getTime() >= from && instant.getTime() <= to))) return;
  const open = own.some((task) => task.from.getTime() < from && (task.to === null || task.to.getTime() > to));
  if (open !== (cell.inbox === 'has')) yield `${as}: PostgreSQL holds ${open ? 'an open task' : 'no open task'}, stated is ${cell.inbox}`;
  if (cell.inbox === 'never' && own.some((task) => task.from.getTime() < from)) yield `${as}: PostgreSQL holds a task from before, stated is never`;
}
