import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Id, type PersonRef } from '@fairmark/contracts/common';
import { HrActList, HrRequestList, PanelPoolBody, PanelPoolView } from '@fairmark/contracts/cycles';
import { hrActsOf, panelPool, requestsOf, setPanelPool } from '@fairmark/persistence/cycles';
import { Database, sql } from '@fairmark/persistence/database';
import { Access, CurrentActor, type Actor } from '../access/index.js';
import { Answer } from '../problems/index.js';

/** What HR did and asked for, readable for everybody concerned, and the people who may sit on panels. */
@ApiTags('cycles')
@Controller('api')
export class HrActsController {
  constructor(private readonly database: Database) {}

  @Get('cycles/:id/requests')
  @Access('cycles.requests')
  @Answer(HrRequestList)
  async requests(@Param('id', { schema: Id }) id: string): Promise<HrRequestList> {
    return { requests: await requestsOf(this.database.read, id) };
  }

  @Get('reviews/:id/hr-acts')
  @Access('cycles.hrActs')
  @Answer(HrActList)
  async acts(@Param('id', { schema: Id }) id: string): Promise<HrActList> {
    return { acts: await hrActsOf(this.database.read, id) };
  }

  @Get('panel-pool')
  @Access('cycles.readPanelPool')
  @Answer(PanelPoolView)
  async readPool(): Promise<PanelPoolView> {
    const { read } = this.database;
    const ids = await panelPool(read, new Date().toISOString().slice(0, 10));
    const people = await read.all(sql<PersonRef>`select id, name, name_en as "nameEn" from employees where id = any(${ids}::uuid[]) order by name, id`);
    return { chosen: (await read.one(sql`select 1 from panel_pool limit 1`)) !== undefined, people };
  }

  @Put('panel-pool')
  @Access('cycles.setPanelPool')
  @Answer(PanelPoolView)
  async setPool(@Body({ schema: PanelPoolBody }) body: PanelPoolBody, @CurrentActor() actor: Actor): Promise<PanelPoolView> {
    await this.database.transaction((tx) => setPanelPool(tx, body.employeeIds, actor.employeeId));
    return this.readPool();
  }
}
