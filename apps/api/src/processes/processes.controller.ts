import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiTags } from '@nestjs/swagger';
import { Id } from '@fairmark/contracts/common';
import { AppliedAnswer } from '@fairmark/contracts/inbox';
import type { ProcessKind } from '@fairmark/contracts/process';
import { Database } from '@fairmark/persistence/database';
import { Access, CurrentActor, type Actor } from '../access/index.js';
import { Answer } from '../problems/index.js';
import { CommandsService } from './commands.service.js';
import { IdempotencyKey } from './idempotencyKey.js';
import { bodyOf, processTarget, visitTarget, type Target } from './targets.js';

/** Every decision of a person, whatever the process. What an action takes stands in `@fairmark/contracts/actions`. */
@ApiTags('processes')
@ApiHeader({ name: 'Idempotency-Key', required: true, description: 'UUID, made once per decision and repeated when no answer came' })
@Controller('api')
export class ProcessesController {
  constructor(
    private readonly database: Database,
    private readonly commands: CommandsService,
  ) {}

  @Post('visits/:id/:action')
  @Access('processes.visitAction')
  @ApiBody({ schema: { type: 'object' } })
  @Answer(AppliedAnswer)
  async onVisit(@Param('id', { schema: Id }) id: string, @Param('action') action: string, @Body() body: unknown, @IdempotencyKey() key: string, @CurrentActor() actor: Actor): Promise<AppliedAnswer> {
    return this.run(await visitTarget(this.database.read, id), action, body, key, actor);
  }

  @Post('processes/review/:id/:action')
  @Access('processes.reviewAction')
  @ApiBody({ schema: { type: 'object' } })
  @Answer(AppliedAnswer)
  async onReview(@Param('id', { schema: Id }) id: string, @Param('action') action: string, @Body() body: unknown, @IdempotencyKey() key: string, @CurrentActor() actor: Actor): Promise<AppliedAnswer> {
    return this.onProcess('review', id, action, body, key, actor);
  }

  @Post('processes/cycle/:id/:action')
  @Access('processes.cycleAction')
  @ApiBody({ schema: { type: 'object' } })
  @Answer(AppliedAnswer)
  async onCycle(@Param('id', { schema: Id }) id: string, @Param('action') action: string, @Body() body: unknown, @IdempotencyKey() key: string, @CurrentActor() actor: Actor): Promise<AppliedAnswer> {
    return this.onProcess('cycle', id, action, body, key, actor);
  }

  @Post('processes/calibration/:id/:action')
  @Access('processes.calibrationAction')
  @ApiBody({ schema: { type: 'object' } })
  @Answer(AppliedAnswer)
  async onCalibration(@Param('id', { schema: Id }) id: string, @Param('action') action: string, @Body() body: unknown, @IdempotencyKey() key: string, @CurrentActor() actor: Actor): Promise<AppliedAnswer> {
    return this.onProcess('calibration', id, action, body, key, actor);
  }

  @Post('processes/appeal/:id/:action')
  @Access('processes.appealAction')
  @ApiBody({ schema: { type: 'object' } })
  @Answer(AppliedAnswer)
  async onAppeal(@Param('id', { schema: Id }) id: string, @Param('action') action: string, @Body() body: unknown, @IdempotencyKey() key: string, @CurrentActor() actor: Actor): Promise<AppliedAnswer> {
    return this.onProcess('appeal', id, action, body, key, actor);
  }

  @Post('processes/approval/:id/:action')
  @Access('processes.approvalAction')
  @ApiBody({ schema: { type: 'object' } })
  @Answer(AppliedAnswer)
  async onApproval(@Param('id', { schema: Id }) id: string, @Param('action') action: string, @Body() body: unknown, @IdempotencyKey() key: string, @CurrentActor() actor: Actor): Promise<AppliedAnswer> {
    return this.onProcess('approval', id, action, body, key, actor);
  }

  @Post('processes/rollout/:id/:action')
  @Access('processes.rolloutAction')
  @ApiBody({ schema: { type: 'object' } })
  @Answer(AppliedAnswer)
  async onRollout(@Param('id', { schema: Id }) id: string, @Param('action') action: string, @Body() body: unknown, @IdempotencyKey() key: string, @CurrentActor() actor: Actor): Promise<AppliedAnswer> {
    return this.onProcess('rollout', id, action, body, key, actor);
  }

  @Post('processes/pilot/:id/:action')
  @Access('processes.pilotAction')
  @ApiBody({ schema: { type: 'object' } })
  @Answer(AppliedAnswer)
  async onPilot(@Param('id', { schema: Id }) id: string, @Param('action') action: string, @Body() body: unknown, @IdempotencyKey() key: string, @CurrentActor() actor: Actor): Promise<AppliedAnswer> {
    return this.onProcess('pilot', id, action, body, key, actor);
  }

  @Post('processes/wave/:id/:action')
  @Access('processes.waveAction')
  @ApiBody({ schema: { type: 'object' } })
  @Answer(AppliedAnswer)
  async onWave(@Param('id', { schema: Id }) id: string, @Param('action') action: string, @Body() body: unknown, @IdempotencyKey() key: string, @CurrentActor() actor: Actor): Promise<AppliedAnswer> {
    return this.onProcess('wave', id, action, body, key, actor);
  }

  @Post('processes/pdcaQuarter/:id/:action')
  @Access('processes.pdcaQuarterAction')
  @ApiBody({ schema: { type: 'object' } })
  @Answer(AppliedAnswer)
  async onPdcaQuarter(@Param('id', { schema: Id }) id: string, @Param('action') action: string, @Body() body: unknown, @IdempotencyKey() key: string, @CurrentActor() actor: Actor): Promise<AppliedAnswer> {
    return this.onProcess('pdcaQuarter', id, action, body, key, actor);
  }

  private async onProcess(kind: ProcessKind, id: string, action: string, body: unknown, key: string, actor: Actor): Promise<AppliedAnswer> {
    return this.run(await processTarget(this.database.read, kind, id), action, body, key, actor);
  }

  private async run(target: Target, action: string, body: unknown, key: string, actor: Actor): Promise<AppliedAnswer> {
    const checked = await bodyOf(target, action, body);
    return this.commands.execute({ workflowId: target.workflowId, visitId: target.visitId, actorId: actor.employeeId, action, key, body: checked });
  }
}
