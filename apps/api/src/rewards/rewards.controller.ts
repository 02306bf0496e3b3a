import { Body, Controller, Get, Header, HttpCode, Param, Post, Put, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { Id } from '@fairmark/contracts/common';
import { ImportRewardBases, RewardBasesImported, RewardSummary, SetBudget } from '@fairmark/contracts/rewards';
import { Access, CurrentActor, type Actor } from '../access/index.js';
import { Answer } from '../problems/index.js';
import { RewardsService } from './rewards.service.js';

/** Bases, budget and payroll of a cycle. */
@ApiTags('rewards')
@Controller('api')
export class RewardsController {
  constructor(private readonly rewards: RewardsService) {}

  @Post('rewards/bases')
  @Access('rewards.bases')
  @Answer(RewardBasesImported)
  async bases(@Body({ schema: ImportRewardBases }) body: ImportRewardBases, @CurrentActor() actor: Actor): Promise<RewardBasesImported> {
    return this.rewards.importBases(body, actor.employeeId, new Date().toISOString());
  }

  @Put('rewards/budget')
  @Access('rewards.budget')
  @HttpCode(204)
  async budget(@Body({ schema: SetBudget }) body: SetBudget, @CurrentActor() actor: Actor): Promise<void> {
    await this.rewards.setBudget(body, actor.employeeId, new Date().toISOString());
  }

  @Get('rewards/:cycleId')
  @Access('rewards.summary', { param: 'cycleId' })
  @Answer(RewardSummary)
  async summary(@Param('cycleId', { schema: Id }) cycleId: string): Promise<RewardSummary> {
    return this.rewards.summary(cycleId);
  }

  /** Every line with its key; the same line has the same key in every file. */
  @Get('cycles/:id/payroll')
  @Access('rewards.payroll')
  @ApiProduces('text/csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="payroll.csv"')
  async payroll(@Param('id', { schema: Id }) id: string, @CurrentActor() actor: Actor): Promise<StreamableFile> {
    return new StreamableFile(Buffer.from(await this.rewards.payroll(id, actor.employeeId, new Date().toISOString())));
  }
}
