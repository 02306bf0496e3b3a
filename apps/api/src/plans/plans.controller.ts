import { Body, Controller, Get, Header, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { BeginPlanDraft, PlanCheck, PlanDifferencesQuery, PlanDifferencesView, PlanDocument, PlanDraftBegun, PlanDraftSaved, PlanExperience, PlanExperienceRecorded, PlanList, PlanPeople, PlanPeopleQuery, PlanUploaded, PlanUsage, PlanVersionView, PlanView, RetirePlanVersion, RewardPreviewQuery, RewardPreviewView, SavePlanDraft, UploadPlanVersion } from '@fairmark/contracts/plans';
import { referencePlan, rewardPreview } from '@fairmark/domain/plans';
import { z } from 'zod';
import { Access, CurrentActor, type Actor } from '../access/index.js';
import { Answer } from '../problems/index.js';
import { PlansService } from './plans.service.js';

const Code = z.string().max(60);
const No = z.coerce.number().int().min(1).max(100_000);

/** Performance plans: upload as JSON, read, download. A document of the wrong shape is refused field by field. */
@ApiTags('plans')
@Controller('api/plans')
export class PlansController {
  constructor(private readonly plans: PlansService) {}

  @Get()
  @Access('plans.list')
  @Answer(PlanList)
  async list(): Promise<PlanList> {
    return { plans: await this.plans.list() };
  }

  /** The plan that ships with the product, to start from. */
  @Get('reference')
  @Access('plans.reference')
  @Answer(PlanDocument)
  reference(): PlanDocument {
    return referencePlan;
  }

  @Post('check')
  @Access('plans.check')
  @Answer(PlanCheck)
  check(@Body({ schema: UploadPlanVersion }) body: UploadPlanVersion): PlanCheck {
    return this.plans.check(body);
  }

  /** What each band would pay for a base, whole days: shown while the rules are edited. */
  @Post('reward-preview')
  @HttpCode(200)
  @Access('plans.rewardPreview')
  @Answer(RewardPreviewView)
  rewardPreview(@Body({ schema: RewardPreviewQuery }) { baseCents, ...plan }: RewardPreviewQuery): RewardPreviewView {
    return { lines: rewardPreview(plan, baseCents, { eligibleDays: 1, periodDays: 1 }) };
  }

  @Post()
  @Access('plans.upload')
  @Answer(PlanUploaded, 201)
  create(@Body({ schema: UploadPlanVersion }) body: UploadPlanVersion, @CurrentActor() actor: Actor): Promise<PlanUploaded> {
    return this.plans.upload(body, actor.employeeId);
  }

  @Get(':code')
  @Access('plans.read')
  @Answer(PlanView)
  read(@Param('code', { schema: Code }) code: string): Promise<PlanView> {
    return this.plans.read(code);
  }

  @Post(':code/versions')
  @Access('plans.upload')
  @Answer(PlanUploaded, 201)
  addVersion(@Param('code', { schema: Code }) code: string, @Body({ schema: UploadPlanVersion }) body: UploadPlanVersion, @CurrentActor() actor: Actor): Promise<PlanUploaded> {
    return this.plans.upload(body, actor.employeeId, code);
  }

  @Get(':code/versions/:no')
  @Access('plans.read')
  @Answer(PlanVersionView)
  version(@Param('code', { schema: Code }) code: string, @Param('no', { schema: No }) no: number): Promise<PlanVersionView> {
    return this.plans.version(code, no);
  }

  @Get(':code/versions/:no/differences')
  @Access('plans.read')
  @Answer(PlanDifferencesView)
  differences(@Param('code', { schema: Code }) code: string, @Param('no', { schema: No }) no: number, @Query({ schema: PlanDifferencesQuery }) { against }: PlanDifferencesQuery): Promise<PlanDifferencesView> {
    return this.plans.differences(code, no, against);
  }

  /** How many people of which cycle are under the version. */
  @Get(':code/versions/:no/usage')
  @Access('plans.usage')
  @Answer(PlanUsage)
  usage(@Param('code', { schema: Code }) code: string, @Param('no', { schema: No }) no: number): Promise<PlanUsage> {
    return this.plans.usage(code, no);
  }

  @Get(':code/versions/:no/people')
  @Access('plans.people')
  @Answer(PlanPeople)
  people(@Param('code', { schema: Code }) code: string, @Param('no', { schema: No }) no: number, @Query({ schema: PlanPeopleQuery }) query: PlanPeopleQuery): Promise<PlanPeople> {
    return this.plans.people(code, no, query);
  }

  /** The document as a file, as it was uploaded. */
  @Get(':code/versions/:no/document')
  @Access('plans.read')
  @Answer(PlanDocument)
  @Header('content-disposition', 'attachment; filename="plan.json"')
  async download(@Param('code', { schema: Code }) code: string, @Param('no', { schema: No }) no: number): Promise<PlanDocument> {
    return (await this.plans.version(code, no)).document;
  }

  @Post(':code/drafts')
  @Access('plans.draft')
  @Answer(PlanDraftBegun, 201)
  beginDraft(@Param('code', { schema: Code }) code: string, @Body({ schema: BeginPlanDraft }) { from }: BeginPlanDraft, @CurrentActor() actor: Actor): Promise<PlanDraftBegun> {
    return this.plans.beginDraft(code, from, actor.employeeId);
  }

  @Put(':code/versions/:no')
  @Access('plans.draft')
  @Answer(PlanDraftSaved)
  saveDraft(@Param('code', { schema: Code }) code: string, @Param('no', { schema: No }) no: number, @Body({ schema: SavePlanDraft }) body: SavePlanDraft, @CurrentActor() actor: Actor): Promise<PlanDraftSaved> {
    return this.plans.saveDraft(code, no, body, actor.employeeId);
  }

  @Post(':code/versions/:no/retire')
  @Access('plans.retire')
  @Answer(PlanVersionView)
  async retire(@Param('code', { schema: Code }) code: string, @Param('no', { schema: No }) no: number, @Body({ schema: RetirePlanVersion }) { reason }: RetirePlanVersion, @CurrentActor() actor: Actor): Promise<PlanVersionView> {
    await this.plans.retire(code, no, reason, actor.employeeId);
    return this.plans.version(code, no);
  }

  @Put(':code/experience')
  @Access('plans.experience')
  @Answer(PlanExperienceRecorded)
  async experience(@Param('code', { schema: Code }) code: string, @Body({ schema: PlanExperience }) body: PlanExperience, @CurrentActor() actor: Actor): Promise<PlanExperienceRecorded> {
    return { people: await this.plans.recordExperience(code, body, actor.employeeId) };
  }
}
