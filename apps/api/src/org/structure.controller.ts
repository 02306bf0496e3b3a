import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Id } from '@fairmark/contracts/common';
import { accessErrors } from '@fairmark/contracts/errors';
import { ChangeStage, CommunityList, CommunityQuery, DepartmentList, Readiness, StageChanged } from '@fairmark/contracts/org';
import { Database } from '@fairmark/persistence/database';
import { changeStage, listCommunities, listDepartments, mayChangeStage, readinessOf } from '@fairmark/persistence/org';
import { Access, CurrentActor, type Actor } from '../access/index.js';
import { Answer, ApiError } from '../problems/index.js';
import { todayOf } from './day.js';

/** Departments, communities, and what is missing before the first cycle. */
@ApiTags('organisation')
@Controller('api/org')
export class StructureController {
  constructor(private readonly database: Database) {}

  @Get('readiness')
  @Access('org.readiness')
  @Answer(Readiness)
  readiness(@CurrentActor() actor: Actor): Promise<Readiness> {
    return readinessOf(this.database.read, todayOf(actor));
  }

  @Get('departments')
  @Access('org.departments')
  @Answer(DepartmentList)
  async departments(@CurrentActor() actor: Actor): Promise<DepartmentList> {
    return { departments: await listDepartments(this.database.read, todayOf(actor)) };
  }

  @Get('communities')
  @Access('org.communities')
  @Answer(CommunityList)
  communities(@CurrentActor() actor: Actor, @Query({ schema: CommunityQuery }) query: CommunityQuery): Promise<CommunityList> {
    return listCommunities(this.database.read, query, todayOf(actor));
  }

  @Post('communities/:id/stage')
  @HttpCode(200)
  @Access('org.changeStage')
  @Answer(StageChanged)
  async stage(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string, @Body({ schema: ChangeStage }) body: ChangeStage): Promise<StageChanged> {
    if (!(await mayChangeStage(this.database.read, actor.employeeId, id, todayOf(actor)))) throw new ApiError(accessErrors.denied);
    return this.database.transaction((tx) => changeStage(tx, id, body, { by: actor.employeeId, at: new Date().toISOString() }));
  }
}
