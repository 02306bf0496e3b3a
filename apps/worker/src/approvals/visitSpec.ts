import type { ApprovalDefinition, TimeoutPolicy as NodeTimeout } from '@fairmark/contracts/approvals';
import { stepOf, type ApprovalTask, type ApprovalVisit } from '@fairmark/domain/approval';
import type { TimeoutPolicy, VisitSpec } from '@fairmark/domain/process';
import { APPOINTS } from '../processes/index.js';
import type { Applied } from './carryOut.js';

/** The visit of the process that an entry into a node opens. */
export function visitSpec({ approvalId, item }: Pick<Applied, 'approvalId' | 'item'>, visit: ApprovalVisit, people: readonly ApprovalTask[]): VisitSpec {
  const node = stepOf(item.definition, visit.nodeId);
  if (!node) throw new Error(`Approval ${approvalId} is in ${visit.nodeId}, where nobody decides`);
  return {
    step: item.step, approvalId, node: node.id, subjectId: item.scope.subjectId, payload: { ...item.payload, nodeVisit: visit.id },
    assignees: people.map((task) => ({ employeeId: task.personId, why: whyOf(item.definition, node.id, task) })),
    deadline: { duration: node.duration }, timeout: policyOf[node.timeout.act], remindBefore: node.reminders,
  };
}

/** Why a person has the task. A process administrator is somebody for whom nobody else was found: they appoint, they do not decide. */
export function whyOf(definition: ApprovalDefinition, nodeId: string, { origin, seat }: Pick<ApprovalTask, 'origin' | 'seat'>): string {
  if (origin === 'administrator') return APPOINTS;
  return origin === 'approver' ? (stepOf(definition, nodeId)?.approvers[seat]?.type ?? 'approver') : origin;
}

/** What the page says will happen at the deadline; the engine's own policy acts. */
const policyOf: Record<NodeTimeout['act'], TimeoutPolicy> = { remind: 'remind', extend: 'remind', escalate: 'escalate', handToHr: 'handToHr', default: 'moveOn' };
