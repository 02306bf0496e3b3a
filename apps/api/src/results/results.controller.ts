import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Id } from '@fairmark/contracts/common';
import { accessErrors } from '@fairmark/contracts/errors';
import { ResultDetail } from '@fairmark/contracts/results';
import type { Standing } from '@fairmark/persistence/access';
import { Database } from '@fairmark/persistence/database';
import { reviewHead } from '@fairmark/persistence/reviews';
import { Access, CurrentActor, CurrentStanding, type Actor } from '../access/index.js';
import { Answer, ApiError } from '../problems/index.js';
import { resultDetail } from './detail.js';

/** How a result came about, how it is acknowledged, and the interview about it. */
@ApiTags('results')
@Controller('api/reviews')
export class ResultsController {
  constructor(private readonly database: Database) {}

  @Get(':id/result')
  @Access('results.read')
  @Answer(ResultDetail)
  async read(@Param('id', { schema: Id }) id: string, @CurrentActor() { employeeId }: Actor, @CurrentStanding() { relations }: Standing): Promise<ResultDetail> {
    return this.database.transaction(async (tx) => {
      const head = await reviewHead(tx, id);
      if (!head) throw new ApiError(accessErrors.objectNotFound);
      return resultDetail(tx, head, { employeeId, relations }, new Date().toISOString());
    });
  }
}
