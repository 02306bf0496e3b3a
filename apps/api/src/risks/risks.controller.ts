import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Id } from '@fairmark/contracts/common';
import { RiskBody, RiskList, RisksAdded } from '@fairmark/contracts/risks';
import { Access, CurrentActor, type Actor } from '../access/index.js';
import { Answer } from '../problems/index.js';
import { RisksService } from './risks.service.js';

/** Risk register of a rollout. */
@ApiTags('risks')
@Controller('api/rollouts/:id/risks')
export class RisksController {
  constructor(private readonly risks: RisksService) {}

  @Get()
  @Access('risks.list')
  @Answer(RiskList)
  async list(@Param('id', { schema: Id }) id: string): Promise<RiskList> {
    return this.risks.list(id);
  }

  @Post()
  @Access('risks.add')
  @Answer(RisksAdded, 201)
  async add(@CurrentActor() { employeeId }: Actor, @Param('id', { schema: Id }) id: string, @Body({ schema: RiskBody }) body: RiskBody): Promise<RisksAdded> {
    return this.risks.add(id, employeeId, body);
  }

  /** The usual risks, those that are not there yet. Pressed twice it adds nothing. */
  @Post('start-set')
  @Access('risks.startSet')
  @Answer(RisksAdded, 201)
  async startSet(@CurrentActor() { employeeId }: Actor, @Param('id', { schema: Id }) id: string): Promise<RisksAdded> {
    return this.risks.startSet(id, employeeId);
  }

  @Put(':riskId')
  @HttpCode(204)
  @Access('risks.change')
  async change(@CurrentActor() { employeeId }: Actor, @Param('id', { schema: Id }) id: string, @Param('riskId', { schema: Id }) riskId: string, @Body({ schema: RiskBody }) body: RiskBody): Promise<void> {
    await this.risks.change(id, riskId, employeeId, body);
  }
}
