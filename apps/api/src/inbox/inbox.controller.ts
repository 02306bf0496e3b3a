import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Id } from '@fairmark/contracts/common';
import { InboxPage, InboxQuery, VisitView } from '@fairmark/contracts/inbox';
import type { Standing } from '@fairmark/persistence/access';
import { Database } from '@fairmark/persistence/database';
import { inboxPage } from '@fairmark/persistence/process';
import { Access, CurrentActor, CurrentStanding, type Actor } from '../access/index.js';
import { Answer } from '../problems/index.js';
import { visitView } from './visitView.js';

/** What waits for somebody, what they started, what they did; and the page of one visit. */
@ApiTags('inbox')
@Controller('api')
export class InboxController {
  constructor(private readonly database: Database) {}

  @Get('inbox')
  @Access('inbox.list')
  @Answer(InboxPage)
  async list(@Query({ schema: InboxQuery }) query: InboxQuery, @CurrentActor() actor: Actor): Promise<InboxPage> {
    return inboxPage(this.database.read, actor.employeeId, query.box, { limit: query.pageSize, offset: (query.page - 1) * query.pageSize });
  }

  @Get('visits/:id')
  @Access('visits.read')
  @Answer(VisitView)
  async visit(@Param('id', { schema: Id }) id: string, @CurrentActor() actor: Actor, @CurrentStanding() standing: Standing): Promise<VisitView> {
    return visitView(this.database.read, id, actor.employeeId, standing.relations);
  }
}
