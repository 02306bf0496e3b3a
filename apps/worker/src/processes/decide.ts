import { processErrors } from '@fairmark/contracts/errors';
import type { CommandAnswer } from '@fairmark/contracts/process';
import { stepInfo } from '@fairmark/domain/process';
import type { Executor } from '@fairmark/persistence/database';
import { applyTransition, tooLate, withoutTask, type CommandRow, type Decision, type ProcessRow, type VisitRow } from '@fairmark/persistence/process';
import { holderFor, onBehalfOf } from '../delegations/index.js';
import { APPOINTS } from './escalate.js';
import type { ActionHandler, DecisionContext, ProcessHandlers } from './handlers.js';
import { refuse, refuseAs } from './refusal.js';

/**
 * Checks a person's decision against what PostgreSQL says now and applies it.
 * @throws {Refusal | DomainError} when it may not be: the caller rolls back what a rule had written until then
 */
export async function decideCommand(tx: Executor, handlers: ProcessHandlers, decision: Decision): Promise<CommandAnswer> {
  const { process, command } = decision;
  const context = contextOf(tx, handlers, decision);
  const { handler, assigneeId } = await permitted(handlers, context, command);
  const { actorId, now } = context;
  const transition = onBehalfOf(await handler.run({ ...context, assigneeId }), actorId, assigneeId);
  await applyTransition(tx, { process, actor: { actorId, onBehalfOf: assigneeId === actorId ? null : assigneeId }, now, updateId: command.updateId }, transition);
  return { status: 'applied', outcome: transition.outcome, details: transition.details ?? {} };
}

function contextOf(tx: Executor, handlers: ProcessHandlers, decision: Decision): DecisionContext & { active: boolean } {
  const { process, command, facts } = decision;
  const late = tooLate(decision, (step) => handlerOf(handlers, step, command)?.evenClosed === true);
  if (late) refuseAs(late);
  const { tasks, active } = facts;
  const visit = facts.visit ?? wholeProcess(process);
  return { tx, process, visit, tasks, active, now: command.receivedAt, actorId: command.actorId, assigneeId: command.actorId, updateId: command.updateId, body: command.body };
}

/** An act on the process as a whole (of HR, or a withdrawal) concerns no visit; its handlers stand under the step `process`. */
function wholeProcess({ workflowId }: ProcessRow): VisitRow {
  return {
    id: '', workflowId, step: 'process', no: 0, state: 'open', subjectId: null, approvalId: null, node: null, payload: {}, openedAt: '', baseDueAt: null, dueAt: null, dueZone: null,
    duration: null, timeout: 'none', wakeAt: null, reminders: [], downtimeSeconds: 0, outcome: null, closedAt: null, closedBy: null, closedCommand: null,
  };
}

/** A step's own handler, else the one that holds for every step with a visit. */
function handlerOf(handlers: ProcessHandlers, step: string, { action, visitId }: CommandRow): ActionHandler | undefined {
  return handlers.actions[step]?.[action] ?? (visitId ? handlers.actions['*']?.[action] : undefined);
}

/** The handler that takes the decision, and the person whose task it does: the actor's own, else that of somebody for whom they stand in. */
async function permitted(handlers: ProcessHandlers, context: DecisionContext & { active: boolean }, command: CommandRow): Promise<{ handler: ActionHandler; assigneeId: string }> {
  const { visit, actorId } = context;
  const handler = handlerOf(handlers, visit.step, command);
  if (!handler) return refuse(processErrors.actionNotOffered, { step: visit.step, action: command.action });
  if (!context.active && !handler.evenAfterLeaving) refuse(processErrors.actorInactive);
  if (handler.by !== 'assignee') return (await handler.by(context)) ? { handler, assigneeId: actorId } : refuse(processErrors.notAssigned);
  mustNotBeSubject(context.process, visit, actorId);
  if (context.tasks.some((task) => task.assigneeId === actorId && task.why !== APPOINTS)) return { handler, assigneeId: actorId };
  return { handler, assigneeId: (await holderFor(context)) ?? refuseAs(await withoutTask(context.tx, visit.id, actorId)) };
}

function mustNotBeSubject(process: ProcessRow, visit: VisitRow, actorId: string): void {
  if (visit.subjectId === actorId && stepInfo(process.kind, visit.step)?.actor !== 'subject') refuse(processErrors.actorIsSubject);
}
