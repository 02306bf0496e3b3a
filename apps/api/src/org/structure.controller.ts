import { Body, Controller, Delete, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CommunityList, CommunityQuery, CompanyDayKey, CompanyDayList, DepartmentList, Readiness, SetCompanyDay } from '@fairmark/contracts/org';
import { Database } from '@fairmark/persistence/database';
import { listCommunities, listCompanyDays, listDepartments, readinessOf, removeCompanyDay, setCompanyDay } from '@fairmark/persistence/org';
import { Access, CurrentActor, type Actor } from '../access/index.js';
import { Answer } from '../problems/index.js';
import { todayOf } from './day.js';
import { WholeCompany } from './wholeCompany.js';

/** Departments, communities, company days, and what is missing before the first cycle. */
@ApiTags('organisation')
@Controller('api/org')
export class StructureController {
  constructor(
    private readonly database: Database,
    private readonly wholeCompany: WholeCompany,
  ) {}

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

  @Get('company-days')
  @Access('org.companyDays')
  @Answer(CompanyDayList)
  async companyDays(): Promise<CompanyDayList> {
    return { days: await listCompanyDays(this.database.read) };
  }

  @Put('company-days/:country/:day')
  @HttpCode(204)
  @Access('org.setCompanyDay')
  async setDay(@CurrentActor() actor: Actor, @Param('country', { schema: CompanyDayKey.country }) country: string, @Param('day', { schema: CompanyDayKey.day }) day: string, @Body({ schema: SetCompanyDay }) body: SetCompanyDay): Promise<void> {
    await this.wholeCompany.assert(actor, 'hr', 'admin');
    await this.database.transaction((tx) => setCompanyDay(tx, { country, day, ...body }, { by: actor.employeeId, at: new Date().toISOString() }));
  }

  @Delete('company-days/:country/:day')
  @HttpCode(204)
  @Access('org.setCompanyDay')
  async removeDay(@CurrentActor() actor: Actor, @Param('country', { schema: CompanyDayKey.country }) country: string, @Param('day', { schema: CompanyDayKey.day }) day: string): Promise<void> {
    await this.wholeCompany.assert(actor, 'hr', 'admin');
    await this.database.transaction((tx) => removeCompanyDay(tx, { country, day }, { by: actor.employeeId, at: new Date().toISOString() }));
  }
}
