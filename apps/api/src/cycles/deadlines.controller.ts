import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Id } from '@fairmark/contracts/common';
import { DeadlineMoveItems, DeadlineMoveItemsQuery, DeadlineMoveList, DeadlineMovePreview, PreviewDeadlineMove } from '@fairmark/contracts/cycles';
import { ALONE_UP_TO } from '@fairmark/domain/cycles';
import { deadlineTargets } from '@fairmark/persistence/cycles';
import { Database } from '@fairmark/persistence/database';
import { deadlineMoveItems, deadlineMoves, previewMove } from '@fairmark/persistence/deadlines';
import { Access, CurrentActor, type Actor } from '../access/index.js';
import { rehearse } from '../infrastructure/rehearse.js';
import { Answer } from '../problems/index.js';

/** Moves of many deadlines of a cycle. The move itself is the act `extend`: `POST /api/processes/cycle/:id/extend`. */
@ApiTags('cycles')
@Controller('api/cycles/:id')
export class CycleDeadlinesController {
  constructor(private readonly database: Database) {}

  /** What a move would do to each deadline. The move is made, looked at, and undone. */
  @Post('deadlines/preview')
  @HttpCode(200)
  @Access('cycles.previewDeadlines')
  @Answer(DeadlineMovePreview)
  async preview(@Param('id', { schema: Id }) id: string, @CurrentActor() { employeeId }: Actor, @Body({ schema: PreviewDeadlineMove }) { step, target, ...wish }: PreviewDeadlineMove): Promise<DeadlineMovePreview> {
    const now = new Date().toISOString();
    const found = await rehearse(this.database, async (tx) => previewMove(tx, await deadlineTargets(tx, { cycleId: id, actorId: employeeId, step: step ?? null, target }), wish, now, employeeId));
    return { ...found, secondPersonNeeded: found.people > ALONE_UP_TO };
  }

  @Get('deadline-moves')
  @Access('cycles.deadlineMoves')
  @Answer(DeadlineMoveList)
  async moves(@Param('id', { schema: Id }) id: string): Promise<DeadlineMoveList> {
    return { moves: await deadlineMoves(this.database.read, id) };
  }

  /** The result for each deadline. */
  @Get('deadline-moves/:moveId')
  @Access('cycles.deadlineMoves')
  @Answer(DeadlineMoveItems)
  async items(@Param('id', { schema: Id }) id: string, @Param('moveId', { schema: Id }) moveId: string, @CurrentActor() { employeeId }: Actor, @Query({ schema: DeadlineMoveItemsQuery }) { page, pageSize }: DeadlineMoveItemsQuery): Promise<DeadlineMoveItems> {
    return deadlineMoveItems(this.database.read, id, moveId, employeeId, { limit: pageSize, offset: (page - 1) * pageSize });
  }
}
