import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CaseList, CaseView, SearchCases, SimilarTo, WriteCase } from '@fairmark/contracts/cases';
import { Id } from '@fairmark/contracts/common';
import { searchCases, similarCases } from '@fairmark/persistence/cases';
import { Database } from '@fairmark/persistence/database';
import { scopeOf } from '@fairmark/persistence/org';
import { Access, CurrentActor, type Actor } from '../access/index.js';
import { Answer } from '../problems/index.js';
import { LibraryService } from './library.service.js';

/** The case library 案例库: everybody may read, HR, leads and sponsors write. */
@ApiTags('cases')
@Controller('api/cases')
export class CaseLibraryController {
  constructor(
    private readonly database: Database,
    private readonly library: LibraryService,
  ) {}

  @Post('search')
  @HttpCode(200)
  @Access('cases.search')
  @Answer(CaseList)
  search(@Body({ schema: SearchCases }) query: SearchCases): Promise<CaseList> {
    return searchCases(this.database.read, query);
  }

  /** What was decided before about something like this. */
  @Post('similar')
  @HttpCode(200)
  @Access('cases.similar')
  @Answer(CaseList)
  async similar(@Body({ schema: SimilarTo }) { text }: SimilarTo): Promise<CaseList> {
    const cases = await similarCases(this.database.read, text);
    return { cases, total: cases.length };
  }

  @Get(':id')
  @Access('cases.read')
  @Answer(CaseView)
  read(@Param('id', { schema: Id }) id: string): Promise<CaseView> {
    return this.library.read(id);
  }

  @Post()
  @Access('cases.create')
  @Answer(CaseView, 201)
  async create(@Body({ schema: WriteCase }) body: WriteCase, @CurrentActor() actor: Actor): Promise<CaseView> {
    return this.library.create(body, await this.writer(actor));
  }

  @Put(':id')
  @Access('cases.update')
  @Answer(CaseView)
  async update(@Param('id', { schema: Id }) id: string, @Body({ schema: WriteCase }) body: WriteCase, @CurrentActor() actor: Actor): Promise<CaseView> {
    return this.library.update(id, body, await this.writer(actor));
  }

  @Post(':id/archive')
  @HttpCode(200)
  @Access('cases.archive')
  @Answer(CaseView)
  archive(@Param('id', { schema: Id }) id: string, @CurrentActor() { employeeId }: Actor): Promise<CaseView> {
    return this.library.archive(id, employeeId);
  }

  private async writer({ employeeId }: Actor): Promise<{ id: string; isHr: boolean }> {
    const scope = await scopeOf(this.database.read, employeeId, ['hr']);
    return { id: employeeId, isHr: scope === 'all' || scope.length > 0 };
  }
}
