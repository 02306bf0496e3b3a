import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Id } from '@fairmark/contracts/common';
import { DraftView, SaveDraft } from '@fairmark/contracts/reviews';
import { Database } from '@fairmark/persistence/database';
import { draftOf, saveDraft } from '@fairmark/persistence/reviews';
import { z } from 'zod';
import { Access, CurrentActor, type Actor } from '../access/index.js';
import { Answer } from '../problems/index.js';

/** What a draft belongs to: `visit` for the form of a task, else the name of a form on the thing that the id names. */
const Kind = z.string().regex(/^[a-z][A-Za-z]{1,29}$/);

/** What was typed and not sent. Everybody has drafts of their own; nobody reads another's, so any id may be named. */
@ApiTags('drafts')
@Controller('api/drafts')
export class DraftsController {
  constructor(private readonly database: Database) {}

  @Get(':kind/:id')
  @Access('drafts.read')
  @Answer(DraftView)
  async read(@Param('kind', { schema: Kind }) kind: string, @Param('id', { schema: Id }) id: string, @CurrentActor() actor: Actor): Promise<DraftView> {
    const draft = await draftOf(this.database.read, actor.employeeId, `${kind}/${id}`);
    return draft ?? { body: null, savedAt: null };
  }

  @Put(':kind/:id')
  @Access('drafts.save')
  @Answer(DraftView)
  async save(@Param('kind', { schema: Kind }) kind: string, @Param('id', { schema: Id }) id: string, @Body({ schema: SaveDraft }) { body }: SaveDraft, @CurrentActor() actor: Actor): Promise<DraftView> {
    return { body, savedAt: await saveDraft(this.database.read, actor.employeeId, `${kind}/${id}`, body) };
  }
}
