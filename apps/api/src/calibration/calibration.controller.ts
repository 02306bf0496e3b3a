import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CalibrationList, CalibrationQuery, CalibrationSelfReview, CalibrationView } from '@fairmark/contracts/calibration';
import { Id } from '@fairmark/contracts/common';
import { CalibrationErrors } from '@fairmark/contracts/errors';
import { workflowId as ids } from '@fairmark/contracts/process';
import type { Standing } from '@fairmark/persistence/access';
import { recordAccess } from '@fairmark/persistence/audit';
import { selfReviewText, sessionList } from '@fairmark/persistence/calibration';
import { Database, type Executor } from '@fairmark/persistence/database';
import { holderInProcess } from '@fairmark/persistence/delegations';
import { departmentsInScope } from '@fairmark/persistence/identity';
import { Access, CurrentActor, CurrentStanding, type Actor } from '../access/index.js';
import { Answer, ApiError } from '../problems/index.js';
import { calibrationView, seenBy, type SessionViewer } from './view.js';

/** Calibration sessions as their members see them. Decisions go to the session's open visit. */
@ApiTags('calibration')
@Controller('api/calibration')
export class CalibrationController {
  constructor(private readonly database: Database) {}

  @Get()
  @Access('calibration.list')
  @Answer(CalibrationList)
  async list(@Query({ schema: CalibrationQuery }) query: CalibrationQuery, @CurrentActor() { employeeId }: Actor): Promise<CalibrationList> {
    const { read } = this.database;
    return { sessions: await sessionList(read, { employeeId, hrDepartments: await departmentsInScope(read, employeeId, 'hr') }, query.cycleId ?? null) };
  }

  @Get(':id')
  @Access('calibration.read')
  @Answer(CalibrationView)
  async read(@Param('id', { schema: Id }) id: string, @CurrentActor() { employeeId }: Actor, @CurrentStanding() { relations }: Standing): Promise<CalibrationView> {
    return this.database.transaction(async (tx) => calibrationView(tx, id, await viewerOf(tx, id, employeeId, relations), new Date().toISOString()));
  }

  /** Opening the words of somebody's self-review is recorded, in the own line too. */
  @Get(':id/reviews/:reviewId/self-review')
  @Access('calibration.selfReview')
  @Answer(CalibrationSelfReview)
  async selfReview(
    @Param('id', { schema: Id }) id: string, @Param('reviewId', { schema: Id }) reviewId: string, @CurrentActor() { employeeId }: Actor, @CurrentStanding() { relations }: Standing,
  ): Promise<CalibrationSelfReview> {
    return this.database.transaction(async (tx) => {
      const { subjects } = await seenBy(tx, id, { employeeId, readerId: employeeId, hr: relations.has('hr') });
      if (!subjects.some((subject) => subject.reviewId === reviewId)) throw new ApiError(CalibrationErrors.subjectUnknown);
      await recordAccess(tx, { readerId: employeeId, reviewId, object: 'selfReview', relation: relations.has('calibrationMember') ? 'calibrationMember' : 'hr' });
      const { state, body } = await selfReviewText(tx, reviewId);
      return { reviewId, state, items: (body?.items ?? []).map(({ key, text }) => ({ key, text })), summary: body?.summary ?? '' };
    });
  }
}

/** Whoever signs the session off for somebody else sees it as that person does, and nothing more. */
async function viewerOf(tx: Executor, sessionId: string, readerId: string, relations: Standing['relations']): Promise<SessionViewer> {
  const inside = (['calibrationMember', 'calibrationChair', 'hr'] as const).some((relation) => relations.has(relation));
  const holderId = inside ? undefined : await holderInProcess(tx, readerId, ids.calibration(sessionId));
  return { employeeId: holderId ?? readerId, readerId, hr: relations.has('hr') };
}
