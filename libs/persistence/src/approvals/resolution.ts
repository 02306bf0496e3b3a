import type { ApprovalDefinition, ApproverSource, Candidate, Resolution } from '@fairmark/contracts/approvals';
import { leafNodes } from '@fairmark/domain/approval';
import { localDateOf } from '@fairmark/domain/calendar';
import { calendarOf } from '../calendar/index.js';
import type { Executor } from '../database/index.js';
import { hrFor, managersOfMany } from '../org/index.js';
import { activity, candidatesOf } from './candidates.js';
import type { ApprovalScope } from './scope.js';

/**
 * Everything the approval engine needs from the organisation, as of the day of `now` where the subject works. `parties` are the people already in the case
 * (subjects, submitter, holders of tasks): their managers are loaded too, and who of them has left is listed as inactive, so that the
 * engine moves their open tasks.
 */
export async function resolveApprovers(tx: Executor, definition: ApprovalDefinition, scope: ApprovalScope, now: string, parties: readonly string[]): Promise<Resolution> {
  const asOf = localDateOf(now, (await calendarOf(tx, scope.subjectId)).zone);
  // Several nodes usually name the same source: each is looked up once.
  const known = new Map<string, Candidate[]>();
  const people = async (source: ApproverSource, nodeId: string): Promise<Candidate[]> => {
    const key = source.type === 'submitterChooses' ? `${nodeId}/chosen` : JSON.stringify(source);
    const found = known.get(key) ?? (await candidatesOf(tx, source, scope, asOf, nodeId));
    known.set(key, found);
    return found;
  };
  const list = (sources: readonly ApproverSource[], nodeId: string) => inOrder(sources, (source) => people(source, nodeId));
  const nodes = Object.fromEntries(
    await inOrder(leafNodes(definition), async (node) => {
      const [approvers, fallback] = node.type === 'copy' ? [node.recipients, []] : [node.approvers, node.fallback];
      return [node.id, { approvers: await list(approvers, node.id), fallback: await list(fallback, node.id) }] as const;
    }),
  );
  const hr = (await hrFor(tx, scope.departmentId, scope.subjectId, asOf)).map((personId) => ({ personId, active: true }));
  const administrators = [...(await processAdministrators(tx, scope, asOf)), ...(await activity(tx, parties, asOf)).filter((person) => !person.active)];
  const named = Object.values(nodes).flatMap((node) => [...node.approvers, ...node.fallback].flat()).map((candidate) => candidate.personId);
  return { nodes, managersUpwards: await managersOfMany(tx, [...new Set([...parties, ...named])], asOf), hr, administrators };
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
