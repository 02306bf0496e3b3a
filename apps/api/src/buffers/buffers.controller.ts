import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { BufferView } from '@fairmark/contracts/buffers';
import { Id } from '@fairmark/contracts/common';
import { accessErrors } from '@fairmark/contracts/errors';
import type { Standing } from '@fairmark/persistence/access';
import { recordAccess } from '@fairmark/persistence/audit';
import { bufferView } from '@fairmark/persistence/buffers';
import { Database } from '@fairmark/persistence/database';
import { Access, CurrentActor, CurrentStanding, type Actor } from '../access/index.js';
import { Answer, ApiError } from '../problems/index.js';

/** The buffer period 缓冲期 of a review. */
@ApiTags('buffers')
@Controller('api/reviews')
export class BuffersController {
  constructor(private readonly database: Database) {}

  @Get(':id/buffer')
  @Access('buffers.read')
  @Answer(BufferView)
  async read(@Param('id', { schema: Id }) id: string, @CurrentActor() { employeeId }: Actor, @CurrentStanding() { relations }: Standing): Promise<BufferView> {
    return this.database.transaction(async (tx) => {
      const view = await bufferView(tx, id, new Date().toISOString(), relations.has('self'));
      if (!view) throw new ApiError(accessErrors.objectNotFound);
      const outside = (['hr', 'panelMember', 'delegate'] as const).find((relation) => relations.has(relation));
      const inLine = (['self', 'manager', 'skipLevel'] as const).some((relation) => relations.has(relation));
      if (outside && !inLine) await recordAccess(tx, { readerId: employeeId, reviewId: id, object: 'buffer', relation: outside });
      return view;
    });
  }
}
