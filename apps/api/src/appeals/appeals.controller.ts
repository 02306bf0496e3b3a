import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Appealable, AppealLines, AppealView } from '@fairmark/contracts/appeals';
import { Id } from '@fairmark/contracts/common';
import type { Standing } from '@fairmark/persistence/access';
import { appealLines } from '@fairmark/persistence/appeals';
import { recordAccess } from '@fairmark/persistence/audit';
import { Database } from '@fairmark/persistence/database';
import { departmentsInScope } from '@fairmark/persistence/identity';
import { Access, CurrentActor, CurrentStanding, type Actor } from '../access/index.js';
import { Answer } from '../problems/index.js';
import { appealable } from './appealable.js';
import { appealView } from './view.js';

/** Appeals as each reader may see them. Decisions go to the visits of the case, the filing to the visit in which the result is acknowledged. */
@ApiTags('appeals')
@Controller('api')
export class AppealsController {
  constructor(private readonly database: Database) {}

  @Get('appeals')
  @Access('appeals.list')
  @Answer(AppealLines)
  async list(@CurrentActor() { employeeId }: Actor): Promise<AppealLines> {
    const { read } = this.database;
    return { appeals: await appealLines(read, { employeeId, hrDepartments: await departmentsInScope(read, employeeId, 'hr') }) };
  }

  /** A panel and HR stand outside the person's line: their reading is recorded. */
  @Get('appeals/:id')
  @Access('appeals.read')
  @Answer(AppealView)
  async read(@Param('id', { schema: Id }) id: string, @CurrentActor() { employeeId }: Actor, @CurrentStanding() { relations }: Standing): Promise<AppealView> {
    return this.database.transaction(async (tx) => {
      const view = await appealView(tx, id, { employeeId, relations });
      if (view.reader !== 'employee' && view.reader !== 'manager') await recordAccess(tx, { readerId: employeeId, reviewId: view.reviewId, object: 'appeal', relation: view.reader });
      return view;
    });
  }

  /** What the person can contest now, and the papers that are not handed in yet. */
  @Get('reviews/:id/appealable')
  @Access('appeals.appealable')
  @Answer(Appealable)
  async appealable(@Param('id', { schema: Id }) id: string, @CurrentActor() { employeeId }: Actor): Promise<Appealable> {
    return this.database.transaction((tx) => appealable(tx, id, employeeId, new Date().toISOString()));
  }
}
