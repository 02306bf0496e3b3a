import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Id } from '@fairmark/contracts/common';
import { CreateCycle, CycleCreated, CycleLaunched, CycleList, CyclePeople, CyclePeopleQuery, CycleView, LaunchCycle, PopulationPreview, PopulationQuery, PreflightView, UpdateCycle } from '@fairmark/contracts/cycles';
import type { Standing } from '@fairmark/persistence/access';
import { Access, CurrentActor, CurrentStanding, type Actor } from '../access/index.js';
import { Answer } from '../problems/index.js';
import { CyclesService } from './cycles.service.js';

/** Review cycles. Acts on a running cycle are decisions: `POST /api/processes/cycle/:id/:action`. */
@ApiTags('cycles')
@Controller('api/cycles')
export class CyclesController {
  constructor(private readonly cycles: CyclesService) {}

  @Get()
  @Access('cycles.list')
  @Answer(CycleList)
  async list(): Promise<CycleList> {
    return { cycles: await this.cycles.list() };
  }

  @Post()
  @Access('cycles.create')
  @Answer(CycleCreated, 201)
  async create(@Body({ schema: CreateCycle }) body: CreateCycle, @CurrentActor() actor: Actor): Promise<CycleCreated> {
    return { id: await this.cycles.create(body, actor.employeeId) };
  }

  /** How far the cycle is, counted now. */
  @Get(':id')
  @Access('cycles.read')
  @Answer(CycleView)
  read(@Param('id', { schema: Id }) id: string, @CurrentStanding() standing: Standing): Promise<CycleView> {
    return this.cycles.view(id, standing.relations.has('hr'));
  }

  @Patch(':id')
  @Access('cycles.update')
  @Answer(CycleView)
  update(@Param('id', { schema: Id }) id: string, @Body({ schema: UpdateCycle }) body: UpdateCycle, @CurrentActor() actor: Actor): Promise<CycleView> {
    return this.cycles.update(id, body, actor.employeeId);
  }

  /** Who would take part, and who is kept out and why. */
  @Get(':id/population')
  @Access('cycles.population')
  @Answer(PopulationPreview)
  population(@Param('id', { schema: Id }) id: string, @Query({ schema: PopulationQuery }) query: PopulationQuery): Promise<PopulationPreview> {
    return this.cycles.population(id, query);
  }

  /** Where each person's review stands and for whom it waits. */
  @Get(':id/people')
  @Access('cycles.people')
  @Answer(CyclePeople)
  people(@Param('id', { schema: Id }) id: string, @Query({ schema: CyclePeopleQuery }) query: CyclePeopleQuery): Promise<CyclePeople> {
    return this.cycles.people(id, query);
  }

  /** Everything that would make the cycle fail or stall, with the way to mend it. */
  @Get(':id/preflight')
  @Access('cycles.preflight')
  @Answer(PreflightView)
  preflight(@Param('id', { schema: Id }) id: string): Promise<PreflightView> {
    return this.cycles.preflight(id);
  }

  /** Decides the launch; reviews are made in the background. Blocking findings refuse it. */
  @Post(':id/launch')
  @Access('cycles.launch')
  @Answer(CycleLaunched, 202)
  async launch(@Param('id', { schema: Id }) id: string, @Body({ schema: LaunchCycle }) body: LaunchCycle, @CurrentActor() actor: Actor): Promise<CycleLaunched> {
    return { id, people: await this.cycles.launch(id, body, actor.employeeId) };
  }
}
