import { Controller, Delete, Get, Param, Post, Req, type StreamableFile } from '@nestjs/common';
import { ApiConsumes, ApiTags } from '@nestjs/swagger';
import { PaperList, PaperView } from '@fairmark/contracts/appeals';
import { Id } from '@fairmark/contracts/common';
import { accessErrors, AppealErrors } from '@fairmark/contracts/errors';
import type { Standing } from '@fairmark/persistence/access';
import { dropPaper, insertPaper, MOST_PAPERS, paperFile, paperView, waitingPapers, type PaperFile } from '@fairmark/persistence/appeals';
import { recordAccess } from '@fairmark/persistence/audit';
import { Database } from '@fairmark/persistence/database';
import type { FastifyRequest } from 'fastify';
import { Access, CurrentActor, CurrentStanding, type Actor } from '../access/index.js';
import { attachment } from '../infrastructure/index.js';
import { Answer, ApiError } from '../problems/index.js';
import { readPaper } from './upload.js';

/**
 * Papers of a review: evidence for a self-review or an appeal. They belong to who uploaded them until they are handed in; from then on the self-review or the case decides
 * who reads them, and nobody changes them.
 */
@ApiTags('appeals')
@Controller('api/reviews/:id/papers')
export class PapersController {
  constructor(private readonly database: Database) {}

  /** One file as a form field: PDF, PNG, JPEG, DOCX, XLSX or PPTX, up to 20 MB. */
  @Post()
  @Access('papers.upload')
  @ApiConsumes('multipart/form-data')
  @Answer(PaperView)
  async upload(@Param('id', { schema: Id }) id: string, @CurrentActor() { employeeId }: Actor, @Req() request: FastifyRequest): Promise<PaperView> {
    const paper = await readPaper(request);
    return this.database.transaction(async (tx) => {
      if ((await waitingPapers(tx, id, employeeId)).length >= MOST_PAPERS) throw new ApiError(AppealErrors.paperLimit, { most: MOST_PAPERS });
      const paperId = await insertPaper(tx, { reviewId: id, uploadedBy: employeeId, ...paper }, new Date().toISOString());
      return (await paperView(tx, paperId)) as PaperView;
    });
  }

  /** The own papers that are not handed in yet. */
  @Get()
  @Access('papers.list')
  @Answer(PaperList)
  async list(@Param('id', { schema: Id }) id: string, @CurrentActor() { employeeId }: Actor): Promise<PaperList> {
    return { papers: await waitingPapers(this.database.read, id, employeeId) };
  }

  @Get(':paperId')
  @Access('papers.read')
  async read(
    @Param('id', { schema: Id }) id: string, @Param('paperId', { schema: Id }) paperId: string, @CurrentActor() { employeeId }: Actor, @CurrentStanding() { relations }: Standing,
  ): Promise<StreamableFile> {
    const file = await this.database.transaction(async (tx) => {
      const found = await paperFile(tx, paperId);
      const reader = found && found.reviewId === id ? readerOf(found, employeeId, relations) : undefined;
      if (!found || !reader) throw new ApiError(accessErrors.objectNotFound);
      if (reader === 'panel') await recordAccess(tx, { readerId: employeeId, reviewId: id, object: 'appealPaper', relation: 'panelMember' });
      return found;
    });
    return attachment(file);
  }

  /** Takes away a paper that was not handed in. */
  @Delete(':paperId')
  @Access('papers.drop')
  @Answer(PaperList)
  async drop(@Param('id', { schema: Id }) id: string, @Param('paperId', { schema: Id }) paperId: string, @CurrentActor() { employeeId }: Actor): Promise<PaperList> {
    return this.database.transaction(async (tx) => {
      const found = await paperFile(tx, paperId);
      if (!found || found.reviewId !== id || found.uploadedBy !== employeeId) throw new ApiError(AppealErrors.paperUnknown);
      if (!(await dropPaper(tx, paperId, employeeId))) throw new ApiError(AppealErrors.paperFrozen);
      return { papers: await waitingPapers(tx, id, employeeId) };
    });
  }
}

/** Who uploaded it always; the sitting panel what was handed in to it. */
function readerOf(file: PaperFile, employeeId: string, relations: Standing['relations']): 'owner' | 'panel' | undefined {
  if (file.uploadedBy === employeeId) return 'owner';
  return file.appealId !== null && relations.has('panelMember') && !relations.has('self') ? 'panel' : undefined;
}
