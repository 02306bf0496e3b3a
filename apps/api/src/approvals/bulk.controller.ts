import { Body, Controller, Post } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { BulkDecision, BulkDecisionAnswer } from '@fairmark/contracts/approvals';
import { Access, CurrentActor, type Actor } from '../access/index.js';
import { Answer } from '../problems/index.js';
import { CommandsService } from '../processes/commands.service.js';
import { IdempotencyKey } from '../processes/idempotencyKey.js';
import { Database } from '@fairmark/persistence/database';
import { decideOne, type OneResult } from './decideMany.js';

/** So many at once: each is a decision of its own process. */
const AT_ONCE = 8;

/** The same decision on many visits, with a result for each. */
@ApiTags('approvals')
@ApiHeader({ name: 'Idempotency-Key', required: true, description: 'UUID, made once for all of them and repeated when no answer came' })
@Controller('api')
export class BulkController {
  constructor(
    private readonly database: Database,
    private readonly commands: CommandsService,
  ) {}

  @Post('visits/decisions')
  @Access('approvals.decideMany')
  @Answer(BulkDecisionAnswer)
  async decide(@Body({ schema: BulkDecision }) { action, visitIds, body }: BulkDecision, @IdempotencyKey() key: string, @CurrentActor() { employeeId }: Actor): Promise<BulkDecisionAnswer> {
    const results: OneResult[] = [];
    const wanted = [...new Set(visitIds)];
    for (let at = 0; at < wanted.length; at += AT_ONCE)
      results.push(...(await Promise.all(wanted.slice(at, at + AT_ONCE).map((visitId) => decideOne(this.database.read, this.commands, { visitId, action, body, key, actorId: employeeId })))));
    return { results };
  }
}
