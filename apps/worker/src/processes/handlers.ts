import type { ProcessKind } from '@fairmark/contracts/process';
import type { Transition } from '@fairmark/domain/process';
import type { Executor } from '@fairmark/persistence/database';
import type { ProcessRow, TaskRow, VisitRow } from '@fairmark/persistence/process';

/** What every rule is given: the transaction, the locked process and the instant that counts. */
export interface ProcessContext {
  tx: Executor;
  process: ProcessRow;
  /** For a decision the instant at which the API received it, else the workflow's clock. ISO 8601 in UTC. */
  now: string;
}

export interface VisitContext extends ProcessContext {
  visit: VisitRow;
  /** Open tasks of the visit. */
  tasks: TaskRow[];
}

export interface DecisionContext extends VisitContext {
  actorId: string;
  /** The person whose task the actor does; equals the actor without a delegation. */
  assigneeId: string;
  updateId: string;
  /** The checked body of the request. */
  body: Record<string, unknown>;
}

export interface EventContext extends ProcessContext {
  eventId: string;
  body: Record<string, unknown>;
  actorId: string | null;
}

/**
 * One action in one step. `by: 'assignee'` needs an open task; a function decides otherwise, in the same
 * transaction, whether this actor may (HR acts, a subject's own acts while nobody is waited for).
 */
export interface ActionHandler {
  by: 'assignee' | ((context: DecisionContext) => Promise<boolean>);
  /** Somebody who has left keeps this right, such as the appeal; everywhere else only active people act. */
  evenAfterLeaving?: boolean;
  /** Offered in a visit that has ended, too: to take a decision back, or to say something about it. */
  evenClosed?: boolean;
  run(context: DecisionContext): Promise<Transition>;
}

/** All rules of one kind of process, by step. */
export interface ProcessHandlers {
  kind: ProcessKind;
  /** Opens the first visit of a process that has none yet. */
  open(context: ProcessContext): Promise<Transition>;
  /**
   * step → action → handler. The step `*` holds for every step with a visit, where the step itself does not name the action; `process` for
   * acts without a visit, whose `by` is always a function.
   */
  actions: Record<string, Record<string, ActionHandler>>;
  /**
   * step → what a passed deadline does, for policies that are not general. Null leaves it to the visit's general policy. A transition that leaves
   * the visit open is followed by a reminder a day later, unless it moved the deadline.
   */
  expire: Record<string, (context: VisitContext) => Promise<Transition | null>>;
  /** event name → what it changes; null when it no longer matters. */
  events: Record<string, (context: EventContext) => Promise<Transition | null>>;
}
