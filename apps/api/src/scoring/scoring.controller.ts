import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Id } from '@fairmark/contracts/common';
import { accessErrors } from '@fairmark/contracts/errors';
import type { ReviewSection } from '@fairmark/contracts/reviews';
import { ProgressView, ScoreView, ScoringGrid, ScoringGridQuery } from '@fairmark/contracts/scoring';
import type { Standing } from '@fairmark/persistence/access';
import { Database, type Executor } from '@fairmark/persistence/database';
import { reviewHead, type ReviewHead } from '@fairmark/persistence/reviews';
import { Access, CurrentActor, CurrentStanding, type Actor } from '../access/index.js';
import { Answer, ApiError } from '../problems/index.js';
import { scoringGrid } from './grid.js';
import { progressView } from './progress.js';
import { scoreView } from './score.js';
import { onlySegmentOf, sectionsFor, type ScoreReader } from './sections.js';

/** Indicator values as they build up, how a score came about, and the scorer's grid. Points are handed in through the visit. */
@ApiTags('scoring')
@Controller('api')
export class ScoringController {
  constructor(private readonly database: Database) {}

  @Get('reviews/:id/progress')
  @Access('scoring.progress')
  @Answer(ProgressView)
  progress(@Param('id', { schema: Id }) id: string, @CurrentActor() { employeeId }: Actor, @CurrentStanding() { relations }: Standing): Promise<ProgressView> {
    return this.visible(id, { employeeId, relations }, ['progress', 'scores'], async (tx, head, sections, now) => {
      if (!sections.has('progress')) throw new ApiError(accessErrors.denied);
      return progressView(tx, head, { all: sections.has('scores'), self: relations.has('self'), segmentNo: await onlySegmentOf(tx, id, { employeeId, relations }) }, now);
    });
  }

  @Get('reviews/:id/score')
  @Access('scoring.score')
  @Answer(ScoreView)
  score(@Param('id', { schema: Id }) id: string, @CurrentActor() { employeeId }: Actor, @CurrentStanding() { relations }: Standing): Promise<ScoreView> {
    return this.visible(id, { employeeId, relations }, ['progress', 'scores', 'result'], async (tx, head, sections) => {
      if (sections.size === 0) throw new ApiError(accessErrors.denied);
      return scoreView(tx, head, sections, await onlySegmentOf(tx, id, { employeeId, relations }));
    });
  }

  /** The reader's own reports of a cycle, and whoever else the reader was asked to score. */
  @Get('scoring/grid')
  @Access('scoring.grid')
  @Answer(ScoringGrid)
  grid(@Query({ schema: ScoringGridQuery }) { cycleId }: ScoringGridQuery, @CurrentActor() { employeeId }: Actor): Promise<ScoringGrid> {
    return scoringGrid(this.database.read, cycleId, employeeId);
  }

  /** One transaction: what was recorded as read is what was read. */
  private visible<T>(id: string, reader: ScoreReader, wanted: readonly ReviewSection[], view: (tx: Executor, head: ReviewHead, sections: Set<ReviewSection>, now: string) => Promise<T>): Promise<T> {
    return this.database.transaction(async (tx) => {
      const head = await reviewHead(tx, id);
      if (!head) throw new ApiError(accessErrors.objectNotFound);
      const now = new Date().toISOString();
      return view(tx, head, await sectionsFor(tx, head, reader, wanted, now), now);
    });
  }
}
