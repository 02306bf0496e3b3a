import type { RehearsalProblem, RehearsedNode } from '@fairmark/contracts/approvals';
import { ApprovalRehearsalHints as hints } from '@fairmark/contracts/errors';
import type { TaskOrigin } from '@fairmark/domain/approval';
import { sql, type Executor } from '@fairmark/persistence/database';
import type { Entered } from './run.js';

const BY_ORIGIN: Partial<Record<TaskOrigin, string>> = { fallback: hints.byFallback, administrator: hints.byAdministrator, skipped: hints.skippedUpwards };

/** What is worth knowing before: who stands in by the fallback, who is away that day, who would be asked twice. */
export async function hintsOf(read: Executor, entered: readonly Entered[], nodes: readonly RehearsedNode[], on: string): Promise<RehearsalProblem[]> {
  const hint = (code: string, nodeId: string, personId: string): RehearsalProblem => ({ code, severity: 'warning', nodeId, details: { personId } });
  const found = entered.flatMap(({ visit }) => visit.tasks.flatMap((task) => {
    const code = BY_ORIGIN[task.origin];
    return [...(code ? [hint(code, visit.nodeId, task.personId)] : []), ...(task.status === 'alreadyApproved' ? [hint(hints.actsOnce, visit.nodeId, task.personId)] : [])];
  }));
  const away = await onLeave(read, nodes.flatMap((node) => node.people.map(({ person }) => person.id)), on);
  return [...found, ...nodes.flatMap((node) => node.people.filter(({ person }) => away.has(person.id)).map(({ person }) => hint(hints.onLeave, node.nodeId, person.id)))];
}

async function onLeave(read: Executor, ids: readonly string[], on: string): Promise<Set<string>> {
  const rows = ids.length === 0 ? [] : await read.all(sql<{ id: string }>`select employee_id as id from employee_leaves where employee_id = any(${[...ids]}::uuid[]) and daterange(valid_from, valid_to) @> ${on}::date`);
  return new Set(rows.map((row) => row.id));
}
