import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Id } from '@fairmark/contracts/common';
import { accessErrors } from '@fairmark/contracts/errors';
import { PilotNo, PilotView } from '@fairmark/contracts/pilots';
import { Database } from '@fairmark/persistence/database';
import { pilotView } from '@fairmark/persistence/pilots';
import { Access, CurrentActor, type Actor } from '../access/index.js';
import { Answer, ApiError } from '../problems/index.js';

/** Pilots 试点 of a rollout; decisions go through their visits. */
@ApiTags('pilots')
@Controller('api/rollouts/:id/pilots')
export class PilotsController {
  constructor(private readonly database: Database) {}

  @Get(':no')
  @Access('pilots.read')
  @Answer(PilotView)
  async read(@Param('id', { schema: Id }) id: string, @Param('no', { schema: PilotNo }) no: string, @CurrentActor() { employeeId }: Actor): Promise<PilotView> {
    const view = await pilotView(this.database.read, { rolloutId: id, no: Number(no), readerId: employeeId, date: new Date().toISOString().slice(0, 10) });
    if (!view) throw new ApiError(accessErrors.objectNotFound);
    return view;
  }
}
