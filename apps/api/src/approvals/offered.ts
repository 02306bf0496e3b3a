import { actionRegistry } from '@fairmark/contracts/actions';
import type { ProcessKind } from '@fairmark/contracts/process';
import { operatorsFor, sitsForDirectManager } from '@fairmark/domain/approval';
import { findApproval } from '@fairmark/persistence/approvals';
import type { Executor } from '@fairmark/persistence/database';

/** Decisions of a matter that mean the same to the case as an operator. */
const STANDS_FOR: Readonly<Record<string, string>> = { edit: 'approve', decide: 'approve', object: 'approve' };

/** Actions of a step that the operators of a person allow, in the order of the contract. */
export function offeredIn(kind: ProcessKind, step: string, operators: readonly string[]): string[] {
  const allowed = new Set(operators);
  return Object.keys(actionRegistry[kind][step] ?? {}).filter((action) => allowed.has(STANDS_FOR[action] ?? action));
}

/** What somebody can do in one visit of a case: the operators of the engine there. Empty when the visit is none of theirs. */
export async function offeredInVisit(read: Executor, visit: { kind: ProcessKind; step: string; approvalId: string; nodeVisit: unknown }, person: { id: string; standsInFor: readonly string[] }): Promise<string[]> {
  const item = await findApproval(read, visit.approvalId);
  if (!item) return [];
  const { tasks } = operatorsFor(item.definition, item.state, person.id, { forIds: person.standsInFor });
  const here = tasks.filter((task) => task.visitId === visit.nodeVisit).flatMap((task) => task.operators);
  const edits = [person.id, ...person.standsInFor].some((id) => sitsForDirectManager(item.definition, item.state, visit.nodeVisit, id));
  return offeredIn(visit.kind, visit.step, here.length > 0 ? [...here, 'comment'] : here).filter((action) => action !== 'edit' || edits);
}
