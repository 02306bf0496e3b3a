import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Id } from '@fairmark/contracts/common';
import { PlanMoveItems, PlanMoveItemsQuery, PlanMoveList, PlanMovePreview, PreviewPlanMove } from '@fairmark/contracts/planMoves';
import { Database } from '@fairmark/persistence/database';
import { planMoveItems, planMoves } from '@fairmark/persistence/planMoves';
import { Access, CurrentActor, type Actor } from '../access/index.js';
import { Answer } from '../problems/index.js';
import { previewPlanMove } from './planMovePreview.js';

/** Moves of running reviews to another plan version. The move itself is an act on the cycle: `POST /api/processes/cycle/:id/movePlan`, and `revertPlanMove` takes it back. */
@ApiTags('cycles')
@Controller('api/cycles/:id/plan-moves')
export class PlanMovesController {
  constructor(private readonly database: Database) {}

  /** Who would move, what would differ for each, and why some would not. Changes nothing. */
  @Post('preview')
  @HttpCode(200)
  @Access('cycles.previewPlanMove')
  @Answer(PlanMovePreview)
  preview(@Param('id', { schema: Id }) id: string, @CurrentActor() { employeeId }: Actor, @Body({ schema: PreviewPlanMove }) body: PreviewPlanMove): Promise<PlanMovePreview> {
    return previewPlanMove(this.database.read, id, employeeId, body);
  }

  @Get()
  @Access('cycles.planMoves')
  @Answer(PlanMoveList)
  async moves(@Param('id', { schema: Id }) id: string): Promise<PlanMoveList> {
    return { moves: await planMoves(this.database.read, id) };
  }

  /** The result for each review. */
  @Get(':moveId')
  @Access('cycles.planMoves')
  @Answer(PlanMoveItems)
  async items(@Param('id', { schema: Id }) id: string, @Param('moveId', { schema: Id }) moveId: string, @CurrentActor() { employeeId }: Actor, @Query({ schema: PlanMoveItemsQuery }) { page, pageSize }: PlanMoveItemsQuery): Promise<PlanMoveItems> {
    return planMoveItems(this.database.read, id, moveId, employeeId, { limit: pageSize, offset: (page - 1) * pageSize });
  }
}
