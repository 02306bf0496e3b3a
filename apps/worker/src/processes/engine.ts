import { processErrors } from '@fairmark/contracts/errors';
import type { CommandAnswer, DecideResult, Position, ProcessActivities } from '@fairmark/contracts/process';
import { isPassing, type Database, type Executor } from '@fairmark/persistence/database';
import { applyTransition, finishCommand, inDecision, lockProcess, positionOf, type Decision, type ProcessRow } from '@fairmark/persistence/process';
import { decideCommand } from './decide.js';
import { applyPendingEvent } from './events.js';
import type { ProcessHandlers } from './handlers.js';
import { refusalOf } from './refusal.js';
import { wakeVisit } from './wakeVisit.js';

/** Takes note of a decision whose rule failed. What it throws is repeated by Temporal; when it returns, the decision is refused. */
export type OnFault = (error: unknown, command: { workflowId: string; updateId: string }) => void;

const rethrow: OnFault = (error) => {
  throw error;
};

/**
 * Runs the rules of all processes. Every method is one idempotent transaction that starts by locking the
 * process row; Temporal only orders the calls and repeats them until they have succeeded.
 */
export class ProcessEngine implements ProcessActivities {
  private readonly handlers: ReadonlyMap<string, ProcessHandlers>;

  constructor(
    private readonly database: Database,
    handlers: readonly ProcessHandlers[],
    private readonly onFault: OnFault = rethrow,
  ) {
    this.handlers = new Map(handlers.map((item) => [item.kind, item]));
  }

  async openProcess({ workflowId, now }: { workflowId: string; now: string }): Promise<Position> {
    return this.locked(workflowId, async (tx, process) => {
      if (process.step === 'opening') await applyTransition(tx, { process, actor: { actorId: null }, now }, await this.of(process).open({ tx, process, now }));
    });
  }

  /**
   * Applies one decision, or answers what was recorded for it. A rule may write before it refuses, so a refusal first rolls everything
   * back and is then recorded alone. A rule that fails for good, because of a fault of ours or an id that does not exist, is refused too: repeated for
   * ever it would hold up everybody else in the process.
   */
  async decide({ workflowId, updateId }: { workflowId: string; updateId: string; now: string }): Promise<DecideResult> {
    try {
      return await this.finish(workflowId, updateId, (tx, decision) => decideCommand(tx, this.of(decision.process), decision));
    } catch (error) {
      const refused = refusalOf(error) ?? this.failed(error, { workflowId, updateId });
      return this.finish(workflowId, updateId, () => Promise.resolve(refused));
    }
  }

  private failed(error: unknown, command: { workflowId: string; updateId: string }): CommandAnswer {
    if (isPassing(error)) throw error;
    this.onFault(error, command);
    return { status: 'refused', code: processErrors.failed, details: {} };
  }

  async applyEvent({ workflowId, eventId, now }: { workflowId: string; eventId: string; now: string }): Promise<Position> {
    return this.locked(workflowId, (tx, process) => applyPendingEvent(tx, this.of(process), process, eventId, now));
  }

  async wake({ workflowId, visitId, now }: { workflowId: string; visitId: string; now: string }): Promise<Position> {
    return this.locked(workflowId, async (tx, process) => {
      if (process.state === 'open') await wakeVisit(tx, this.of(process), process, visitId, now);
    });
  }

  private async finish(workflowId: string, updateId: string, answering: (tx: Executor, decision: Decision) => Promise<CommandAnswer>): Promise<DecideResult> {
    return inDecision(this.database, { workflowId, updateId }, async (tx, decision) => {
      if (!decision) return { answer: { status: 'refused', code: processErrors.unknownCommand, details: {} }, position: await positionOf(tx, workflowId) };
      const { state, answer: recorded } = decision.command;
      if (state !== 'pending') return { answer: recorded as CommandAnswer, position: await positionOf(tx, workflowId) };
      const answer = await answering(tx, decision);
      return { answer, position: await finishCommand(tx, { updateId, workflowId }, answer) };
    });
  }

  private async locked(workflowId: string, work: (tx: Executor, process: ProcessRow) => Promise<void>): Promise<Position> {
    return this.database.transaction(async (tx) => {
      const process = await lockOrThrow(tx, workflowId);
      await work(tx, process);
      return positionOf(tx, workflowId);
    });
  }

  private of(process: ProcessRow): ProcessHandlers {
    const found = this.handlers.get(process.kind);
    if (!found) throw new Error(`No rules for process kind ${process.kind}`);
    return found;
  }
}

async function lockOrThrow(tx: Executor, workflowId: string): Promise<ProcessRow> {
  const process = await lockProcess(tx, workflowId);
  if (!process) throw new Error(`No process ${workflowId}`);
  return process;
}
