import { openTasks } from '@fairmark/domain/approval';
import type { Transition } from '@fairmark/domain/process';
import { loadApproval } from '@fairmark/persistence/approvals';
import { recordMoves, type ChangeRow, type NewMove } from '@fairmark/persistence/changes';
import type { VisitRow } from '@fairmark/persistence/process';
import { applyApproval, withApproval } from '../approvals/index.js';
import type { ProcessContext } from '../processes/index.js';
import { policyOf } from './moveVisit.js';

/**
 * Lets the open approvals of a process follow a change: tasks of a leaver go to the successor, else to whom the node names; where the policy says so, those of a former manager
 * to the new one. Null when none of it concerns them.
 */
export async function followApprovals(context: ProcessContext, visits: readonly VisitRow[], change: ChangeRow | null): Promise<Transition | null> {
  let transition: Transition = { outcome: 'followed', audit: [] };
  let changed = false;
  for (const [approvalId, visit] of firstOfEach(visits)) {
    const before = openTasks((await loadApproval(context.tx, approvalId)).state);
    const step = await applyApproval(context, visit, actOf(context, change));
    if (!step.changed) continue;
    changed = true;
    transition = withApproval(transition, step.part);
    await recordMoves(context.tx, movesBetween(context, visit, before, openTasks((await loadApproval(context.tx, approvalId)).state), change), context.now);
  }
  return changed ? transition : null;
}

function actOf(context: ProcessContext, change: ChangeRow | null): Parameters<typeof applyApproval>[2] {
  if (change?.kind === 'left' && change.employeeId) return { type: 'handOver', actorId: change.madeBy, fromId: change.employeeId, toId: change.successorId };
  return { type: 'organisationChanged', follow: policyOf(context, change) !== 'stayOld' };
}

/** Branches that run side by side belong to one case: it is asked once. */
function firstOfEach(visits: readonly VisitRow[]): Map<string, VisitRow> {
  const found = new Map<string, VisitRow>();
  for (const visit of visits) if (visit.approvalId && !found.has(visit.approvalId)) found.set(visit.approvalId, visit);
  return found;
}

interface Held {
  personId: string;
}

/** Who no longer has a task, each with somebody who newly has one. */
function movesBetween(context: ProcessContext, visit: VisitRow, before: readonly Held[], after: readonly Held[], change: ChangeRow | null): NewMove[] {
  const gone = before.filter((task) => !after.some((one) => one.personId === task.personId));
  const came = after.filter((task) => !before.some((one) => one.personId === task.personId));
  return gone.map(({ personId }, index) => {
    const toId = came[index]?.personId ?? null;
    const why = toId === null ? 'nobody' : toId === change?.successorId ? 'successor' : 'approver';
    return { workflowId: context.process.workflowId, visitId: visit.id, approvalId: visit.approvalId, fromId: personId, toId, why, policy: policyOf(context, change), changeId: change?.id ?? null };
  });
}
