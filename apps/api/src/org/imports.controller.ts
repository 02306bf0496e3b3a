import { Controller, Get, Param, Post, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { Id } from '@fairmark/contracts/common';
import { OrgFileKind, OrgFileQuery, OrgImportList, OrgImportStarted, OrgImportView } from '@fairmark/contracts/org';
import { Database } from '@fairmark/persistence/database';
import { listImports } from '@fairmark/persistence/org';
import type { FastifyRequest } from 'fastify';
import { Access, CurrentActor, type Actor } from '../access/index.js';
import { Answer } from '../problems/index.js';
import { download } from './download.js';
import { ImportsService } from './imports.service.js';
import { readUploads } from './uploads.js';
import { WholeCompany } from './wholeCompany.js';

/** Imports of the organisation: upload, dry run, preview, apply. They touch everybody, so they need a role in the whole company. */
@ApiTags('organisation')
@Controller('api/org/imports')
export class ImportsController {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportsService,
    private readonly wholeCompany: WholeCompany,
  ) {}

  @Get()
  @Access('org.importRead')
  @Answer(OrgImportList)
  async list(@CurrentActor() actor: Actor): Promise<OrgImportList> {
    await this.wholeCompany.assert(actor, 'hr', 'admin');
    return { imports: await listImports(this.database.read) };
  }

  @Post()
  @Access('org.import')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', additionalProperties: { type: 'string', format: 'binary' } } })
  @Answer(OrgImportStarted, 202)
  async upload(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<OrgImportStarted> {
    await this.wholeCompany.assert(actor, 'hr', 'admin');
    return { id: await this.imports.upload(actor, await readUploads(request)) };
  }

  @Get(':id')
  @Access('org.importRead')
  @Answer(OrgImportView)
  async read(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<OrgImportView> {
    await this.wholeCompany.assert(actor, 'hr', 'admin');
    return this.imports.view(id);
  }

  @Post(':id/check')
  @Access('org.import')
  @Answer(OrgImportStarted, 202)
  async check(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<OrgImportStarted> {
    await this.wholeCompany.assert(actor, 'hr', 'admin');
    await this.imports.check(actor, id);
    return { id };
  }

  @Post(':id/apply')
  @Access('org.import')
  @Answer(OrgImportStarted, 202)
  async apply(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<OrgImportStarted> {
    await this.wholeCompany.assert(actor, 'hr', 'admin');
    await this.imports.apply(actor, id);
    return { id };
  }

  /** The uploaded file of a kind with an error column, to be corrected and uploaded again. */
  @Get(':id/files/:kind')
  @Access('org.importRead')
  async file(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string, @Param('kind', { schema: OrgFileKind }) kind: OrgFileKind, @Query({ schema: OrgFileQuery }) query: OrgFileQuery): Promise<StreamableFile> {
    await this.wholeCompany.assert(actor, 'hr', 'admin');
    return download(`${kind}-errors.csv`, await this.imports.fileWithErrors(id, kind, query.locale ?? actor.locale));
  }
}
