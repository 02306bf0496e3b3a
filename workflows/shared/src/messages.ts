import { message, type CommandAnswer, type DecideArgs, type Position, type ProcessEventArgs } from '@fairmark/contracts/process';
import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';

/** An update, because a person waits for the answer to a decision. */
export const decideUpdate = defineUpdate<CommandAnswer, [DecideArgs]>(message.decide);

/** A signal, because machines (sign-off, publication, another process) need no answer. */
export const processEventSignal = defineSignal<[ProcessEventArgs]>(message.processEvent);

/** Where the workflow believes to stand; the checker compares it with PostgreSQL. */
export const positionQuery = defineQuery<Position | null>(message.position);
