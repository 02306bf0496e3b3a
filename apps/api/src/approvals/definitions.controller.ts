import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  CheckDefinition, CreateDefinitionDraft, DefinitionDifferences, DefinitionFindings, DefinitionId, DefinitionList, DefinitionVersionView, DifferencesQuery, SaveDefinitionDraft,
} from '@fairmark/contracts/approvals';
import { z } from 'zod';
import { Access, CurrentActor, type Actor } from '../access/index.js';
import { Answer } from '../problems/index.js';
import { DefinitionsService } from './definitions.service.js';

const Version = z.coerce.number().int().min(1).max(100_000);

/** Approval processes that HR defines: drafts, versions that never change once published, and what differs between two of them. */
@ApiTags('approvals')
@Controller('api/approval-definitions')
export class DefinitionsController {
  constructor(private readonly definitions: DefinitionsService) {}

  @Get()
  @Access('approvalDefinitions.list')
  @Answer(DefinitionList)
  async list(): Promise<DefinitionList> {
    return { definitions: await this.definitions.list() };
  }

  /** A new definition, or the next version of one. A definition has one draft at a time. */
  @Post()
  @Access('approvalDefinitions.create')
  @Answer(DefinitionVersionView, 201)
  create(@Body({ schema: CreateDefinitionDraft }) body: CreateDefinitionDraft, @CurrentActor() { employeeId }: Actor): Promise<DefinitionVersionView> {
    return this.definitions.create(body, employeeId);
  }

  /** What is to be said about a document that is not saved. */
  @Post('check')
  @Access('approvalDefinitions.check')
  @Answer(DefinitionFindings)
  async check(@Body({ schema: CheckDefinition }) { document }: CheckDefinition): Promise<DefinitionFindings> {
    return { findings: await this.definitions.check(document) };
  }

  @Put(':definition/draft')
  @Access('approvalDefinitions.save')
  @Answer(DefinitionVersionView)
  save(@Param('definition', { schema: DefinitionId }) id: string, @Body({ schema: SaveDefinitionDraft }) body: SaveDefinitionDraft, @CurrentActor() { employeeId }: Actor): Promise<DefinitionVersionView> {
    return this.definitions.save(id, body, employeeId);
  }

  @Delete(':definition/draft')
  @Access('approvalDefinitions.drop')
  @HttpCode(204)
  drop(@Param('definition', { schema: DefinitionId }) id: string, @CurrentActor() { employeeId }: Actor): Promise<void> {
    return this.definitions.drop(id, employeeId);
  }

  @Get(':definition/differences')
  @Access('approvalDefinitions.read')
  @Answer(DefinitionDifferences)
  differences(@Param('definition', { schema: DefinitionId }) id: string, @Query({ schema: DifferencesQuery }) query: DifferencesQuery): Promise<DefinitionDifferences> {
    return this.definitions.differences(id, query);
  }

  @Get(':definition/versions/:version')
  @Access('approvalDefinitions.read')
  @Answer(DefinitionVersionView)
  read(@Param('definition', { schema: DefinitionId }) id: string, @Param('version', { schema: Version }) version: number): Promise<DefinitionVersionView> {
    return this.definitions.version(id, version);
  }

  @Post(':definition/versions/:version/publish')
  @Access('approvalDefinitions.publish')
  @Answer(DefinitionVersionView)
  publish(@Param('definition', { schema: DefinitionId }) id: string, @Param('version', { schema: Version }) version: number, @CurrentActor() { employeeId }: Actor): Promise<DefinitionVersionView> {
    return this.definitions.publish(id, version, employeeId);
  }

  @Post(':definition/versions/:version/retire')
  @Access('approvalDefinitions.retire')
  @Answer(DefinitionVersionView)
  retire(@Param('definition', { schema: DefinitionId }) id: string, @Param('version', { schema: Version }) version: number, @CurrentActor() { employeeId }: Actor): Promise<DefinitionVersionView> {
    return this.definitions.retire(id, version, employeeId);
  }
}
