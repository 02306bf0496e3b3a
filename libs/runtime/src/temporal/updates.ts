import { setTimeout as sleep } from 'node:timers/promises';
import { WorkflowUpdateFailedError, type Client } from '@temporalio/client';
import { Gate } from './gate.js';

/** Nobody knows yet whether the update was applied: repeat with the same id. */
export class UnknownOutcomeError extends Error {
  constructor(
    readonly updateId: string,
    options?: ErrorOptions,
  ) {
    super('The outcome of the update is not known yet', options);
    this.name = 'UnknownOutcomeError';
  }
}

export interface UpdateRequest {
  workflowId: string;
  name: string;
  /** Also the idempotency key: the same id answers the first result. */
  updateId: string;
  args: [unknown, ...unknown[]];
  /** Time until the caller is told that the outcome is unknown; default 10 s. */
  deadlineMs?: number;
}

/** gRPC codes after which the same update is sent again: resource exhausted, aborted, unavailable. */
const AGAIN = [8, 10, 14];
const GAVE_UP = [1, 4];
/** The server allows a limited number in flight per workflow and aborts others beyond it. */
const gate = new Gate(8);

/**
 * Sends an update and waits for its result. Overload, a restarted server and a lost worker are retried with the same id until the
 * deadline; then the update is not withdrawn, it may still run.
 * @throws {UnknownOutcomeError} when the deadline passed
 */
export async function executeUpdateWithRetry<T>(client: Client, request: UpdateRequest): Promise<T> {
  const end = Date.now() + (request.deadlineMs ?? 10_000);
  return gate.pass(request.workflowId, end, () => new UnknownOutcomeError(request.updateId), () => attempt<T>(client, request, end));
}

async function attempt<T>(client: Client, request: UpdateRequest, end: number): Promise<T> {
  const handle = client.workflow.getHandle(request.workflowId);
  for (let no = 0; ; no += 1) {
    try {
      return await client.withDeadline(end, () => handle.executeUpdate<T, [unknown, ...unknown[]]>(request.name, { updateId: request.updateId, args: request.args }));
    } catch (error) {
      if (timedOut(error)) throw new UnknownOutcomeError(request.updateId, { cause: error });
      if (!mayRepeat(error)) throw error;
      const pause = Math.min(50 * 2 ** no, 1_000) * (0.5 + Math.random());
      if (Date.now() + pause >= end) throw new UnknownOutcomeError(request.updateId, { cause: error });
      await sleep(pause);
    }
  }
}

/** SDK errors carry the gRPC status in their cause; the SDK's own check for gRPC errors does not see it there. */
const grpcCode = (error: unknown): number | undefined => {
  const cause = error instanceof Error ? (error.cause as { code?: unknown } | undefined) : undefined;
  return typeof cause?.code === 'number' ? cause.code : undefined;
};

function timedOut(error: unknown): boolean {
  if (error instanceof Error && error.name === 'WorkflowUpdateRPCTimeoutOrCancelledError') return true;
  const code = grpcCode(error);
  return code !== undefined && GAVE_UP.includes(code);
}

function mayRepeat(error: unknown): boolean {
  const code = grpcCode(error);
  if (code !== undefined && AGAIN.includes(code)) return true;
  return error instanceof WorkflowUpdateFailedError && /wasn't processed by worker/.test(error.cause?.message ?? '');
}
