import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { BenefitList, BenefitsMade, CreateBenefit, EnterReading, TakeStartSet } from '@fairmark/contracts/benefits';
import { Id } from '@fairmark/contracts/common';
import { accessErrors, caseErrors } from '@fairmark/contracts/errors';
import { benefitStartSet } from '@fairmark/domain/benefits';
import { localDateOf } from '@fairmark/domain/calendar';
import { benefitViews, enterReading, insertBenefit } from '@fairmark/persistence/benefits';
import { calendarOf } from '@fairmark/persistence/calendar';
import { isActivePerson } from '@fairmark/persistence/cases';
import { Database } from '@fairmark/persistence/database';
import { Access, CurrentActor, type Actor } from '../access/index.js';
import { Answer, ApiError } from '../problems/index.js';

/** Expected and measured effects of a rollout, with the day of the promise and who answers for it. */
@ApiTags('benefits')
@Controller('api/rollouts/:id/benefits')
export class BenefitsController {
  constructor(private readonly database: Database) {}

  @Get()
  @Access('benefits.list')
  @Answer(BenefitList)
  list(@Param('id', { schema: Id }) id: string, @CurrentActor() { employeeId }: Actor): Promise<BenefitList> {
    return this.views(id, employeeId);
  }

  @Post()
  @Access('benefits.create')
  @Answer(BenefitsMade, 201)
  create(@Param('id', { schema: Id }) id: string, @Body({ schema: CreateBenefit }) body: CreateBenefit, @CurrentActor() { employeeId }: Actor): Promise<BenefitsMade> {
    return this.promise(id, [body], employeeId);
  }

  /** The reference effects, for one person until a date; what is there already stays as it is. */
  @Post('start-set')
  @Access('benefits.startSet')
  @Answer(BenefitsMade, 201)
  startSet(@Param('id', { schema: Id }) id: string, @Body({ schema: TakeStartSet }) body: TakeStartSet, @CurrentActor() { employeeId }: Actor): Promise<BenefitsMade> {
    return this.promise(id, benefitStartSet.map((start) => ({ ...start, ...body })), employeeId);
  }

  @Post(':benefitId/readings')
  @Access('benefits.read')
  @Answer(BenefitList, 201)
  async reading(@Param('id', { schema: Id }) rolloutId: string, @Param('benefitId', { schema: Id }) benefitId: string, @Body({ schema: EnterReading }) body: EnterReading, @CurrentActor() { employeeId }: Actor): Promise<BenefitList> {
    const found = await this.database.transaction((tx) => enterReading(tx, { rolloutId, benefitId }, body, { by: employeeId, at: new Date().toISOString() }));
    if (!found) throw new ApiError(accessErrors.objectNotFound);
    return this.views(rolloutId, employeeId);
  }

  private async views(rolloutId: string, readerId: string): Promise<BenefitList> {
    const { read } = this.database;
    const now = new Date().toISOString();
    const { zone } = await calendarOf(read, readerId);
    return { benefits: await benefitViews(read, rolloutId, { now, today: localDateOf(now, zone) }) };
  }

  private promise(rolloutId: string, wishes: readonly CreateBenefit[], by: string): Promise<BenefitsMade> {
    const at = new Date().toISOString();
    return this.database.transaction(async (tx) => {
      const ids: string[] = [];
      for (const wish of wishes) {
        if (!(await isActivePerson(tx, wish.ownerId))) throw new ApiError(caseErrors.keeperInactive);
        const id = await insertBenefit(tx, { ...wish, rolloutId }, { by, at });
        if (id) ids.push(id);
      }
      return { ids };
    });
  }
}
