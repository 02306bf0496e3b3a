import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { ChangeList, ChangeMade, ChangePreview, ChangeQuery, ChangeView, ImportChanges, OrganisationChange, TaskMoveList } from '@fairmark/contracts/changes';
import { Id } from '@fairmark/contracts/common';
import { InboxQuery } from '@fairmark/contracts/inbox';
import { accessErrors } from '@fairmark/contracts/errors';
import { changesOfImport, movesOfChange, movesOfVisit } from '@fairmark/persistence/changes';
import { Database } from '@fairmark/persistence/database';
import { Access, CurrentActor, type Actor } from '../access/index.js';
import { Answer, ApiError } from '../problems/index.js';
import { IdempotencyKey } from '../processes/idempotencyKey.js';
import { ChangesService } from './changes.service.js';

/** Changes in the organisation as events. */
@ApiTags('changes')
@Controller('api')
export class ChangesController {
  constructor(
    private readonly database: Database,
    private readonly changes: ChangesService,
  ) {}

  @Get('changes')
  @Access('changes.list')
  @Answer(ChangeList)
  async list(@CurrentActor() actor: Actor, @Query({ schema: ChangeQuery }) query: ChangeQuery): Promise<ChangeList> {
    return this.changes.list(actor, query);
  }

  /** What it would do: people, open tasks and who does them then. Nothing is written. */
  @Post('changes/preview')
  @Access('changes.preview')
  @Answer(ChangePreview)
  async preview(@CurrentActor() actor: Actor, @Body({ schema: OrganisationChange }) body: OrganisationChange): Promise<ChangePreview> {
    return this.changes.preview(actor, body);
  }

  /** Writes the dated rows and records the event; processes follow when its day comes. The same key again answers the first event. */
  @Post('changes')
  @Access('changes.report')
  @ApiHeader({ name: 'Idempotency-Key', required: true, description: 'UUID of the event, the same for every repetition' })
  @Answer(ChangeMade, 201)
  async report(@CurrentActor() actor: Actor, @IdempotencyKey() key: string, @Body({ schema: OrganisationChange }) body: OrganisationChange): Promise<ChangeMade> {
    return this.changes.report(actor, body, key);
  }

  @Get('changes/:id')
  @Access('changes.read')
  @Answer(ChangeView)
  async read(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<ChangeView> {
    return this.changes.view(actor, id);
  }

  /** Every task that it moved, with why. */
  @Get('changes/:id/moves')
  @Access('changes.read')
  @Answer(TaskMoveList)
  async moves(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string, @Query({ schema: InboxQuery.pick({ page: true, pageSize: true }) }) { page, pageSize }: Pick<InboxQuery, 'page' | 'pageSize'>): Promise<TaskMoveList> {
    await this.changes.view(actor, id);
    return movesOfChange(this.database.read, id, { limit: pageSize, offset: (page - 1) * pageSize });
  }

  /** Why the tasks of a visit are where they are: the rule, the person, the event. */
  @Get('visits/:id/moves')
  @Access('changes.ofVisit')
  @Answer(TaskMoveList)
  async ofVisit(@Param('id', { schema: Id }) id: string): Promise<TaskMoveList> {
    const moves = await movesOfVisit(this.database.read, id);
    return { moves, total: moves.length };
  }

  /** The changes that an import contains, with the people and open tasks that they concern. Null figures before its dry run do not exist: then it is not found. */
  @Get('org/imports/:id/changes')
  @Access('changes.ofImport')
  @Answer(ImportChanges)
  async ofImport(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<ImportChanges> {
    await this.changes.assertWholeCompany(actor);
    const found = await changesOfImport(this.database.read, id);
    if (!found) throw new ApiError(accessErrors.objectNotFound);
    return found;
  }
}
