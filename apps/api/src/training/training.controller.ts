import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Id } from '@fairmark/contracts/common';
import { TrainingList, TrainingRecordBody } from '@fairmark/contracts/training';
import { Access, CurrentActor, type Actor } from '../access/index.js';
import { Answer } from '../problems/index.js';
import { TrainingService } from './training.service.js';

/** Training of the people of a rollout. */
@ApiTags('training')
@Controller('api/rollouts/:id/training')
export class TrainingController {
  constructor(private readonly training: TrainingService) {}

  @Get()
  @Access('training.list')
  @Answer(TrainingList)
  async list(@Param('id', { schema: Id }) id: string): Promise<TrainingList> {
    return this.training.list(id);
  }

  /** Entered again for the same person, level and day it corrects what was entered. */
  @Post('records')
  @HttpCode(204)
  @Access('training.record')
  async record(@CurrentActor() { employeeId }: Actor, @Param('id', { schema: Id }) id: string, @Body({ schema: TrainingRecordBody }) body: TrainingRecordBody): Promise<void> {
    await this.training.record(id, employeeId, body);
  }
}
