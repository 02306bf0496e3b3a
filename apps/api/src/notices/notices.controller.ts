import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { NoticesPage, NoticesQuery, ReadNotices } from '@fairmark/contracts/inbox';
import { Database } from '@fairmark/persistence/database';
import { noticesPage, readNotices } from '@fairmark/persistence/process';
import type { z } from 'zod';
import { Access, CurrentActor, type Actor } from '../access/index.js';
import { Answer } from '../problems/index.js';

/** Notices in the application; everybody sees the own ones only. */
@ApiTags('notices')
@Controller('api/notices')
export class NoticesController {
  constructor(private readonly database: Database) {}

  @Get()
  @Access('notices.list')
  @Answer(NoticesPage)
  async list(@Query({ schema: NoticesQuery }) query: z.infer<typeof NoticesQuery>, @CurrentActor() actor: Actor): Promise<NoticesPage> {
    return noticesPage(this.database.read, actor.employeeId, { limit: query.pageSize, offset: (query.page - 1) * query.pageSize });
  }

  @Post('read')
  @HttpCode(204)
  @Access('notices.read')
  async read(@Body({ schema: ReadNotices }) body: z.infer<typeof ReadNotices>, @CurrentActor() actor: Actor): Promise<void> {
    await readNotices(this.database.read, actor.employeeId, body.ids);
  }
}
