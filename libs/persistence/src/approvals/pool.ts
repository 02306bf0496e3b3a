import { createHash } from 'node:crypto';
import type { ApproverSource, Candidate } from '@fairmark/contracts/approvals';
import { sql, type Executor } from '../database/index.js';
import { managersUpwards } from '../org/index.js';
import type { ApprovalScope } from './scope.js';

type Panel = Extract<ApproverSource, { type: 'panel' }>;

/**
 * The pool of a panel in the order of the draw, without the parties and without those whom the source excludes. The order follows from the case alone, so that
 * asking again never draws others.
 */
export async function panelPool(tx: Executor, { pool, exclude }: Panel, scope: ApprovalScope, asOf: string, holders: (role: string, where: string) => Promise<Candidate[]>): Promise<Candidate[]> {
  const { subjectId, partyIds = [] } = scope;
  const out = new Set(partyIds);
  if (subjectId) out.add(subjectId);
  if (subjectId && exclude.includes('line')) for (const { personId } of await managersUpwards(tx, subjectId, asOf)) out.add(personId);
  if (subjectId && exclude.includes('reports')) for (const id of await reportsOf(tx, subjectId, asOf)) out.add(id);
  const found = await holders(pool.role, pool.scope);
  return found.filter((one) => !out.has(one.personId)).sort((a, b) => order(scope.seed, a.personId).localeCompare(order(scope.seed, b.personId)));
}

async function reportsOf(tx: Executor, managerId: string, asOf: string): Promise<string[]> {
  const rows = await tx.all(sql<{ id: string }>`select employee_id as id from employee_managers where manager_id = ${managerId} and daterange(valid_from, valid_to) @> ${asOf}::date`);
  return rows.map((row) => row.id);
}

const order = (seed = '', personId: string): string => createHash('sha256').update(`${seed}/${personId}`).digest('hex');
