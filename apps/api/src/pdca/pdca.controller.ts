import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Id } from '@fairmark/contracts/common';
import { accessErrors } from '@fairmark/contracts/errors';
import { QuarterList, QuarterView } from '@fairmark/contracts/pdca';
import { Quarter } from '@fairmark/contracts/rollouts';
import { Database } from '@fairmark/persistence/database';
import { quarterSummaries, quarterView } from '@fairmark/persistence/pdca';
import { Access, CurrentActor, type Actor } from '../access/index.js';
import { Answer, ApiError } from '../problems/index.js';

/** Quarters of improvement 季度 PDCA of a rollout; decisions go through their visits. */
@ApiTags('pdca')
@Controller('api/rollouts/:id/pdca')
export class PdcaController {
  constructor(private readonly database: Database) {}

  @Get()
  @Access('pdca.list')
  @Answer(QuarterList)
  async list(@Param('id', { schema: Id }) id: string): Promise<QuarterList> {
    return { quarters: await quarterSummaries(this.database.read, id) };
  }

  @Get(':quarter')
  @Access('pdca.read')
  @Answer(QuarterView)
  async read(@Param('id', { schema: Id }) id: string, @Param('quarter', { schema: Quarter }) quarter: string, @CurrentActor() { employeeId }: Actor): Promise<QuarterView> {
    const view = await quarterView(this.database.read, id, quarter, employeeId, new Date().toISOString());
    if (!view) throw new ApiError(accessErrors.objectNotFound);
    return view;
  }
}
