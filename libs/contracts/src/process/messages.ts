import type { Position, ProcessKind } from './position.js';

/** Input of every process workflow. Content stays in PostgreSQL. */
export interface ProcessInput {
  workflowId: string;
  kind: ProcessKind;
}

/**
 * A person's decision, sent as an update because the sender waits for the answer. What was decided stands in
 * the row `commands(updateId)`; the message carries ids only.
 */
export interface DecideArgs {
  /** SHA-256 of actor, action, workflow id and idempotency key; also the Temporal update id. */
  updateId: string;
}

/** The answer to a decision; the same for every repetition with the same key. */
export type CommandAnswer =
  | { status: 'applied'; outcome: string; details: Record<string, unknown> }
  | { status: 'refused'; code: string; details: Record<string, unknown> };

/** What the decision activity returns: the recorded answer and where the process now stands. */
export interface DecideResult {
  answer: CommandAnswer;
  position: Position;
}

/** A machine's message: the row `process_events(eventId)` says what happened. Idempotent at the receiver. */
export interface ProcessEventArgs {
  eventId: string;
}

/** A timer fired. `now` is the workflow's clock, so that time can be skipped in tests. */
export interface WakeArgs {
  workflowId: string;
  visitId: string;
  now: string;
}

/** Names of the messages, shared by client and workflow. */
export const message = {
  decide: 'decide',
  processEvent: 'processEvent',
  position: 'position',
} as const;

/** The activities that drive every process: each is one idempotent transaction. */
export interface ProcessActivities {
  /** Opens the process, or reads where it stands: used at start and after a rebuild. */
  openProcess(args: { workflowId: string; now: string }): Promise<Position>;
  decide(args: DecideArgs & { workflowId: string; now: string }): Promise<DecideResult>;
  applyEvent(args: ProcessEventArgs & { workflowId: string; now: string }): Promise<Position>;
  wake(args: WakeArgs): Promise<Position>;
}
