import { Controller, Get, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { Id } from '@fairmark/contracts/common';
import { ExportList, ExportView } from '@fairmark/contracts/exports';
import { Access, CurrentActor, type Actor } from '../access/index.js';
import { Answer } from '../problems/index.js';
import { ExportsService } from './exports.service.js';

/** Files that are built in the background: asked for, listed and taken by the same person. */
@ApiTags('exports')
@Controller('api')
export class ExportsController {
  constructor(private readonly exports: ExportsService) {}

  /** The reader's own exports. */
  @Get('exports')
  @Access('exports.list')
  @Answer(ExportList)
  async list(@CurrentActor() actor: Actor): Promise<ExportList> {
    return { exports: await this.exports.list(actor.employeeId, new Date().toISOString()) };
  }

  /** What the product keeps about the person who asks. */
  @Post('exports/personal')
  @Access('exports.personal')
  @Answer(ExportView, 202)
  personal(@CurrentActor() actor: Actor): Promise<ExportView> {
    return this.exports.request('personal', null, actor.employeeId, new Date().toISOString());
  }

  /** The payroll of a cycle, however many lines it has. */
  @Post('cycles/:id/exports/payroll')
  @Access('exports.payroll')
  @Answer(ExportView, 202)
  payroll(@Param('id', { schema: Id }) id: string, @CurrentActor() actor: Actor): Promise<ExportView> {
    return this.exports.request('payroll', id, actor.employeeId, new Date().toISOString());
  }

  /** The file itself, for who asked, until its time is over. */
  @Get('exports/:id/file')
  @Access('exports.file')
  @ApiProduces('text/csv', 'application/json')
  async file(@Param('id', { schema: Id }) id: string, @CurrentActor() actor: Actor): Promise<StreamableFile> {
    const { bytes, name, type } = await this.exports.file(id, actor.employeeId, new Date().toISOString());
    return new StreamableFile(bytes, { type, disposition: `attachment; filename="${name}"` });
  }
}
