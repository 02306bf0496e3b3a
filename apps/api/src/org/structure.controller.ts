import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CommunityList, CommunityQuery, DepartmentList, Readiness } from '@fairmark/contracts/org';
import { Database } from '@fairmark/persistence/database';
import { listCommunities, listDepartments, readinessOf } from '@fairmark/persistence/org';
import { Access, CurrentActor, type Actor } from '../access/index.js';
import { Answer } from '../problems/index.js';
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
}
