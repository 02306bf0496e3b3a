import { processErrors } from '@fairmark/contracts/errors';
import type { CommandAnswer } from '@fairmark/contracts/process';
import { stepInfo } from '@fairmark/domain/process';
import { sql, type Executor } from '@fairmark/persistence/database';
import { applyTransition, type CommandRow, type Decision, type ProcessRow, type VisitRow } from '@fairmark/persistence/process';
import { holderFor, onBehalfOf } from '../delegations/index.js';
import { APPOINTS } from './escalate.js';
import type { ActionHandler, DecisionContext, ProcessHandlers } from './handlers.js';
import { refuse } from './refusal.js';

/**
 * Checks a person's decision against what PostgreSQL says now and applies it.
 * @throws {Refusal | DomainError} when it may not be: the caller rolls back what a rule had written until then
 */
export async function decideCommand(tx: Executor, handlers: ProcessHandlers, decision: Decision): Promise<CommandAnswer> {
  const { process, command } = decision;
  const context = contextOf(tx, decision);
  const { handler, assigneeId } = await permitted(handlers, context, command);
  const { actorId, now } = context;
  const transition = onBehalfOf(await handler.run({ ...context, assigneeId }), actorId, assigneeId);
  await applyTransition(tx, { process, actor: { actorId, onBehalfOf: assigneeId === actorId ? null : assigneeId }, now, updateId: command.updateId }, transition);
  return { status: 'applied', outcome: transition.outcome, details: transition.details ?? {} };
}

/** The visit is looked at before the process: somebody who comes late to a closed matter learns who decided it. */
function contextOf(tx: Executor, { process, command, facts }: Decision): DecisionContext & { active: boolean } {
  const { visit: found, tasks, active } = facts;
  const visit = command.visitId ? mustBeOpen(found, process) : wholeProcess(process);
  if (process.state !== 'open') refuse(processErrors.processClosed, { outcome: process.outcome });
  return { tx, process, visit, tasks, active, now: command.receivedAt, actorId: command.actorId, assigneeId: command.actorId, updateId: command.updateId, body: command.body };
}

function mustBeOpen(visit: VisitRow | null, process: ProcessRow): VisitRow {
  if (visit?.workflowId !== process.workflowId) return refuse(processErrors.unknownVisit);
  if (visit.state === 'closed') refuse(processErrors.alreadyDecided, { decidedBy: visit.closedBy, decidedAt: visit.closedAt, outcome: visit.outcome });
  return visit;
}

/** An act on the process as a whole (of HR, or a withdrawal) concerns no visit; its handlers stand under the step `process`. */
function wholeProcess({ workflowId }: ProcessRow): VisitRow {
  return {
    id: '', workflowId, step: 'process', no: 0, state: 'open', subjectId: null, approvalId: null, node: null, payload: {}, openedAt: '', baseDueAt: null, dueAt: null, dueZone: null,
    duration: null, timeout: 'none', wakeAt: null, reminders: [], downtimeSeconds: 0, outcome: null, closedAt: null, closedBy: null, closedCommand: null,
  };
}

/** The handler that takes the decision, and the person whose task it does: the actor's own, else that of somebody for whom they stand in. */
async function permitted(handlers: ProcessHandlers, context: DecisionContext & { active: boolean }, command: CommandRow): Promise<{ handler: ActionHandler; assigneeId: string }> {
  const { visit, actorId } = context;
  const general = visit.id ? handlers.actions['*']?.[command.action] : undefined;
  const handler = handlers.actions[visit.step]?.[command.action] ?? general;
  if (!handler) return refuse(processErrors.actionNotOffered, { step: visit.step, action: command.action });
  if (!context.active && !handler.evenAfterLeaving) refuse(processErrors.actorInactive);
  if (handler.by !== 'assignee') return (await handler.by(context)) ? { handler, assigneeId: actorId } : refuse(processErrors.notAssigned);
  mustNotBeSubject(context.process, visit, actorId);
  if (context.tasks.some((task) => task.assigneeId === actorId && task.why !== APPOINTS)) return { handler, assigneeId: actorId };
  return { handler, assigneeId: (await holderFor(context)) ?? (await refuseUnassigned(context)) };
}

function mustNotBeSubject(process: ProcessRow, visit: VisitRow, actorId: string): void {
  if (visit.subjectId === actorId && stepInfo(process.kind, visit.step)?.actor !== 'subject') refuse(processErrors.actorIsSubject);
}

/** A task that the actor has already done is not "not assigned": the earlier decision is told. */
async function refuseUnassigned({ tx, visit, actorId }: DecisionContext): Promise<never> {
  const done = await tx.one(sql<{ decision: string; decidedAt: string }>`
    select decision, decided_at as "decidedAt" from tasks where visit_id = ${visit.id} and assignee_id = ${actorId} and state = 'done'`);
  return done ? refuse(processErrors.alreadyDecided, { decidedBy: actorId, decidedAt: done.decidedAt, outcome: done.decision }) : refuse(processErrors.notAssigned);
}
