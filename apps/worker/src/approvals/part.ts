import type { ApprovalNode, TimeoutPolicy as NodeTimeout } from '@fairmark/contracts/approvals';
import { openTasks, openVisit, type ApprovalEffect, type ApprovalTask } from '@fairmark/domain/approval';
import type { TimeoutPolicy, VisitClosing, VisitSpec } from '@fairmark/domain/process';
import type { ApprovalCase } from '@fairmark/persistence/approvals';
import type { VisitRow } from '@fairmark/persistence/process';
import { APPOINTS } from '../processes/index.js';
import type { ApprovalAct, ApprovalPart } from './request.js';

/** What was done to a case; `act` is absent when it was submitted. */
export interface Applied {
  approvalId: string;
  item: ApprovalCase;
  effects: readonly ApprovalEffect[];
  visit: VisitRow | null;
  act?: ApprovalAct;
}

const empty: ApprovalPart = { close: [], decided: [], open: [], notices: [], audit: [] };

/** Whether the visit goes on with its own people and clock: the node is still open and nobody new has to act in it. */
export function staysOpen({ item, effects, visit }: Applied): boolean {
  return visit !== null && openVisit(item.state)?.id === visit.payload.nodeVisit && !effects.some((effect) => effect.type === 'openTask');
}

/**
 * Translates effects of the engine into visits, tasks and notices. Whoever newly has to act gets a visit with a clock of its own: a passed deadline or a
 * substitute never inherits the old one.
 */
export function partOf(applied: Applied): ApprovalPart {
  const { visit, act } = applied;
  const notices = noticesOf(applied);
  if (staysOpen(applied)) {
    const person = act && (act.type === 'approve' || act.type === 'reject') ? (act.assigneeId ?? act.actorId) : undefined;
    return { ...empty, notices, decided: visit && act && person ? [{ visitId: visit.id, employeeId: person, decision: act.type }] : [] };
  }
  const next = nextVisit(applied);
  return { ...empty, notices, close: visit ? [closing(applied, visit)] : [], open: next ? [next] : [] };
}

function closing({ item, act }: Applied, visit: VisitRow): VisitClosing {
  const status = item.state.visits.find((one) => one.id === visit.payload.nodeVisit)?.status ?? 'open';
  const outcome = status === 'open' ? movedBecause(act) : status;
  if (!act || act.type === 'timeout' || act.type === 'organisationChanged') return { visitId: visit.id, outcome };
  const forSomebody = act.type !== 'reassign' && act.assigneeId !== undefined && act.assigneeId !== act.actorId ? { onBehalfOf: act.assigneeId } : {};
  return { visitId: visit.id, outcome, by: act.actorId, ...forSomebody };
}

/** How a visit ended whose node goes on with other people. */
function movedBecause(act: ApprovalAct | undefined): string {
  if (act?.type === 'timeout') return 'escalated';
  if (act?.type === 'reassign') return 'reassigned';
  return act?.type === 'approve' ? 'approved' : 'moved';
}

function nextVisit({ approvalId, item }: Applied): VisitSpec | undefined {
  const open = openVisit(item.state);
  const node = item.definition.nodes.find((one) => one.id === open?.nodeId);
  if (!open || !node) return undefined;
  const waiting = new Set(openTasks(item.state).map((task) => task.taskId));
  const people = open.tasks.filter((task) => waiting.has(task.id));
  return {
    step: item.step, approvalId, node: node.id, subjectId: item.scope.subjectId, payload: { ...item.payload, nodeVisit: open.id },
    assignees: people.map((task) => ({ employeeId: task.personId, why: whyOf(node, task) })),
    deadline: { duration: node.duration }, timeout: policyOf[node.timeout.act], remindBefore: node.reminders,
  };
}

/** Why a person has the task. A process administrator is somebody for whom nobody else was found: they appoint, they do not decide. */
function whyOf(node: ApprovalNode, { origin, seat }: ApprovalTask): string {
  if (origin === 'administrator') return APPOINTS;
  return origin === 'approver' ? (node.approvers[seat]?.type ?? 'approver') : origin;
}

/** What the page says will happen at the deadline; the engine's own policy acts. */
const policyOf: Record<NodeTimeout['act'], TimeoutPolicy> = { remind: 'remind', extend: 'remind', escalate: 'escalate', handToHr: 'handToHr', default: 'moveOn' };

function noticesOf({ effects, visit, item }: Applied): ApprovalPart['notices'] {
  if (!visit) return [];
  return effects.flatMap((effect) =>
    effect.type === 'notify' ? [{ employeeId: effect.personId, kind: `approval.${effect.topic}`, link: `/visits/${visit.id}`, params: { step: item.step } }] : [],
  );
}
