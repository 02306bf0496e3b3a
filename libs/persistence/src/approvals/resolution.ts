import type { ApprovalDefinition, ApproverSource, Candidate, Resolution } from '@fairmark/contracts/approvals';
import { localDateOf } from '@fairmark/domain/calendar';
import { calendarOf } from '../calendar/index.js';
import type { Executor } from '../database/index.js';
import { hrFor, managersUpwards } from '../org/index.js';
import { activity, candidatesOf } from './candidates.js';
import type { ApprovalScope } from './scope.js';

/**
 * Everything the approval engine needs from the organisation, as of the day of `now` where the subject works. `parties` are the people already in the case
 * (subjects, submitter, holders of tasks): their managers are loaded too, and who of them has left is listed as inactive, so that the
 * engine moves their open tasks.
 */
export async function resolveApprovers(tx: Executor, definition: ApprovalDefinition, scope: ApprovalScope, now: string, parties: readonly string[]): Promise<Resolution> {
  const asOf = localDateOf(now, (await calendarOf(tx, scope.subjectId)).zone);
  const list = (sources: readonly ApproverSource[]) => inOrder(sources, (source) => candidatesOf(tx, source, scope, asOf));
  const nodes = Object.fromEntries(await inOrder(definition.nodes, async (node) => [node.id, { approvers: await list(node.approvers), fallback: await list(node.fallback) }] as const));
  const hr = (await hrFor(tx, scope.departmentId, scope.subjectId, asOf)).map((personId) => ({ personId, active: true }));
  const administrators = [...(await processAdministrators(tx, scope, asOf)), ...(await activity(tx, parties, asOf)).filter((person) => !person.active)];
  const known = Object.values(nodes).flatMap((node) => [...node.approvers, ...node.fallback].flat()).map((candidate) => candidate.personId);
  const people = [...new Set([...parties, ...known])];
  const managers = Object.fromEntries(await inOrder(people, async (id) => [id, await managersUpwards(tx, id, asOf)] as const));
  return { nodes, managersUpwards: managers, hr, administrators };
}

/** Who owns a node for which nobody was found: HR of the whole company, else the administrators. They appoint somebody or decide. */
async function processAdministrators(tx: Executor, scope: ApprovalScope, asOf: string): Promise<Candidate[]> {
  const hr = await candidatesOf(tx, { type: 'role', role: 'hr', scope: 'company' }, scope, asOf);
  return hr.length > 0 ? hr : candidatesOf(tx, { type: 'role', role: 'admin', scope: 'company' }, { ...scope, departmentId: null }, asOf);
}

/** One query after the other: they share the connection of the transaction. */
async function inOrder<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}
