import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Id } from '@fairmark/contracts/common';
import { HistoryQuery, HistoryView } from '@fairmark/contracts/history';
import type { Standing } from '@fairmark/persistence/access';
import { Access, CurrentActor, CurrentStanding, type Actor } from '../access/index.js';
import { Answer } from '../problems/index.js';
import { HistoryService } from './history.service.js';

const instantOf = ({ at }: HistoryQuery): string => new Date(at ?? Date.now()).toISOString();

/** State on a date: who had seen, decided and changed what, and why it stood where it stood. */
@ApiTags('history')
@Controller('api/history')
export class HistoryController {
  constructor(private readonly history: HistoryService) {}

  @Get('review/:id')
  @Access('history.review')
  @Answer(HistoryView)
  review(@Param('id', { schema: Id }) id: string, @Query({ schema: HistoryQuery }) query: HistoryQuery, @CurrentActor() { employeeId }: Actor, @CurrentStanding() { relations }: Standing): Promise<HistoryView> {
    return this.history.view('review', id, { employeeId, relations }, instantOf(query));
  }

  @Get('approval/:id')
  @Access('history.approval')
  @Answer(HistoryView)
  approval(@Param('id', { schema: Id }) id: string, @Query({ schema: HistoryQuery }) query: HistoryQuery, @CurrentActor() { employeeId }: Actor, @CurrentStanding() { relations }: Standing): Promise<HistoryView> {
    return this.history.view('approval', id, { employeeId, relations }, instantOf(query));
  }
}
