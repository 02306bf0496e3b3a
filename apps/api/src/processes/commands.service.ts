import { Inject, Injectable } from '@nestjs/common';
import { processErrors } from '@fairmark/contracts/errors';
import type { AppliedAnswer } from '@fairmark/contracts/inbox';
import type { CommandAnswer } from '@fairmark/contracts/process';
import { Database } from '@fairmark/persistence/database';
import { personRef, recordCommand, refuseForeseen, type NewCommand } from '@fairmark/persistence/process';
import { deliverCommand } from '@fairmark/runtime/commands';
import type { Client } from '@temporalio/client';
import { TEMPORAL_CLIENT } from '../infrastructure/index.js';
import { ApiError } from '../problems/index.js';

/** After this the person is told that the outcome is unknown, and repeats with the same key. */
const DEADLINE_MS = 10_000;

/** Takes a person's decision to its process: recorded first, then sent, then answered with what was recorded. */
@Injectable()
export class CommandsService {
  constructor(
    private readonly database: Database,
    @Inject(TEMPORAL_CLIENT) private readonly temporal: Client,
  ) {}

  /** @throws {ApiError} with the refusal's code, `COMMAND.KEY_REUSED`, or `COMMAND.OUTCOME_UNKNOWN` after 10 s */
  async execute(command: NewCommand): Promise<AppliedAnswer> {
    const recorded = await recordCommand(this.database.read, command);
    if (recorded.otherBody) throw new ApiError(processErrors.keyReused);
    const sent = { workflowId: command.workflowId, updateId: recorded.updateId };
    const answer = recorded.answer ?? (recorded.doubtful ? await refuseForeseen(this.database, sent) : null) ?? (await this.deliver(sent.workflowId, sent.updateId));
    if (answer.status === 'refused') throw new ApiError(answer.code, await this.named(answer.details));
    return answer;
  }

  private async deliver(workflowId: string, updateId: string): Promise<CommandAnswer> {
    const answer = await deliverCommand(this.temporal, this.database, { workflowId, updateId, deadlineMs: DEADLINE_MS });
    if (!answer) throw new ApiError(processErrors.outcomeUnknown);
    return answer;
  }

  /** Who decided first is told by name; the record keeps the id. */
  private async named(details: Record<string, unknown>): Promise<Record<string, unknown>> {
    const { decidedBy } = details;
    return typeof decidedBy === 'string' ? { ...details, decidedBy: (await personRef(this.database.read, decidedBy)) ?? null } : details;
  }
}
