import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { Id } from '@fairmark/contracts/common';
import { CreateRollout, RolloutCreated, RolloutList, RolloutSettings, RolloutView } from '@fairmark/contracts/rollouts';
import { defaultSettings } from '@fairmark/domain/rollouts';
import type { Standing } from '@fairmark/persistence/access';
import { Access, CurrentActor, CurrentStanding, type Actor } from '../access/index.js';
import { Answer } from '../problems/index.js';
import { IdempotencyKey } from '../processes/idempotencyKey.js';
import { RolloutsService } from './rollouts.service.js';

/** Portfolio and board of rollouts. */
@ApiTags('rollouts')
@Controller('api/rollouts')
export class RolloutsController {
  constructor(private readonly rollouts: RolloutsService) {}

  @Get()
  @Access('rollouts.list')
  @Answer(RolloutList)
  list(@CurrentActor() actor: Actor): Promise<RolloutList> {
    return this.rollouts.list(actor.employeeId);
  }

  /** Phases, steps, lengths and criteria to start from. */
  @Get('defaults')
  @Access('rollouts.defaults')
  @Answer(RolloutSettings)
  defaults(): RolloutSettings {
    return defaultSettings;
  }

  /** The key is the id of the rollout: the same request again creates nothing. */
  @Post()
  @Access('rollouts.create')
  @ApiHeader({ name: 'Idempotency-Key', required: true, description: 'UUID of the rollout, the same for every repetition' })
  @Answer(RolloutCreated, 201)
  create(@Body({ schema: CreateRollout }) body: CreateRollout, @IdempotencyKey() key: string, @CurrentActor() actor: Actor): Promise<RolloutCreated> {
    return this.rollouts.create(body, key, actor.employeeId);
  }

  /** Phases, gates and readiness as they are now. */
  @Get(':id')
  @Access('rollouts.read')
  @Answer(RolloutView)
  read(@Param('id', { schema: Id }) id: string, @CurrentStanding() standing: Standing): Promise<RolloutView> {
    return this.rollouts.view(id, standing);
  }
}
