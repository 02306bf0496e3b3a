import type { ChangePolicy } from '@fairmark/contracts/changes';
import type { Assignee, Transition } from '@fairmark/domain/process';
import { holdersAndStandIns, type ChangeRow, type PlannedMove } from '@fairmark/persistence/changes';
import { sql } from '@fairmark/persistence/database';
import type { VisitRow } from '@fairmark/persistence/process';
import type { ProcessContext } from '../processes/index.js';
import { moveTasks } from '../reviews/moveTasks.js';

type Moved = Required<Pick<Transition, 'audit' | 'notices'>>;

/** Carries planned moves out in an open visit: what others have done there stays, whoever takes over is told, and the audit record says why. */
export async function moveVisit(context: ProcessContext, visit: VisitRow, moves: readonly PlannedMove[], change: ChangeRow | null): Promise<Moved> {
  const { tx, process, now } = context;
  const policy = policyOf(context, change);
  for (const [to, group] of byHolder(moves)) {
    if (to) await moveTasks(context, visit, group.map(({ task }) => task), to);
    else await tx.run(sql`update tasks set state = 'notNeeded', decided_at = ${now} where id = any(${group.map(({ task }) => task.id)}::uuid[])`);
  }
  const people = await holdersAndStandIns(tx, visit.id, [...new Set(moves.flatMap(({ to }) => (to ? [to.employeeId] : [])))], now);
  return {
    audit: moves.map(({ task, to }) => ({ action: 'visit.followed', object: visit.id, before: task.assigneeId, after: { assignee: to?.employeeId ?? null, why: to?.why ?? 'nobody', changeId: change?.id ?? null, kind: change?.kind ?? null, policy } })),
    notices: people.map((employeeId) => ({ employeeId, kind: `task.${process.kind}.${visit.step}`, link: `/visits/${visit.id}` })),
  };
}

/** A look without a change follows the organisation as it is. */
export const policyOf = ({ process }: ProcessContext, change: ChangeRow | null): ChangePolicy => change?.policies[process.kind] ?? 'followNew';

function byHolder(moves: readonly PlannedMove[]): [Assignee | null, PlannedMove[]][] {
  return [...Map.groupBy(moves, ({ to }) => to?.employeeId ?? null).values()].map((group) => [group[0]?.to ?? null, group]);
}
