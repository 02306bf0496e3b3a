import type { Transition } from '@fairmark/domain/process';
import type { ChangeRow } from '@fairmark/persistence/changes';
import type { VisitRow } from '@fairmark/persistence/process';
import { organisationInApproval, type ApprovalAct, type ApprovalHost } from '../approvals/index.js';
import type { ProcessContext } from '../processes/index.js';
import { joinTransitions } from './join.js';
import { policyOf } from './moveVisit.js';

/** What an approval is told about a change: tasks of a leaver go to the successor, else to whom the node names; where the policy says so, those of a former manager to the new one. */
export function approvalActOf(context: ProcessContext, change: ChangeRow | null): Extract<ApprovalAct, { type: 'organisationChanged' | 'handOver' }> {
  if (change?.kind === 'left' && change.employeeId) return { type: 'handOver', actorId: change.madeBy, fromId: change.employeeId, toId: change.successorId };
  return { type: 'organisationChanged', follow: policyOf(context, change) !== 'stayOld' };
}

/** Lets the open approvals of a process follow a change; null when none of it concerns them. Branches that run side by side belong to one case: it is asked once. */
export async function followApprovals(context: ProcessContext, hostOf: (visit: VisitRow) => ApprovalHost | undefined, visits: readonly VisitRow[], change: ChangeRow | null): Promise<Transition | null> {
  const cases = new Map(visits.flatMap((visit) => (visit.approvalId ? [[visit.approvalId, visit] as const] : [])));
  let joined: Transition | null = null;
  for (const visit of cases.values()) {
    const host = hostOf(visit);
    if (host) joined = joinTransitions(joined, await organisationInApproval(context, host, visit, approvalActOf(context, change)));
  }
  return joined;
}
