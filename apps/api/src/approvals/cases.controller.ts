import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ApprovalSubmitted, ApprovalView, SubmitApproval } from '@fairmark/contracts/approvals';
import { Id } from '@fairmark/contracts/common';
import { PlanVersionView } from '@fairmark/contracts/plans';
import type { Standing } from '@fairmark/persistence/access';
import { markRead } from '@fairmark/persistence/approvals';
import { Database } from '@fairmark/persistence/database';
import { Access, CurrentActor, CurrentStanding, type Actor } from '../access/index.js';
import { Answer } from '../problems/index.js';
import { CasesService } from './cases.service.js';

/** Cases: what happened and why, what waits until when, what the reader can do. Acts are decisions: `POST /api/visits/:id/:operator`. */
@ApiTags('approvals')
@Controller('api/approvals')
export class CasesController {
  constructor(
    private readonly cases: CasesService,
    private readonly database: Database,
  ) {}

  /** Exceptions that need an approval. */
  @Post()
  @Access('approvals.submit')
  @Answer(ApprovalSubmitted, 202)
  submit(@Body({ schema: SubmitApproval }) body: SubmitApproval, @CurrentActor() { employeeId }: Actor): Promise<ApprovalSubmitted> {
    return this.cases.submit(body, employeeId);
  }

  @Get(':id')
  @Access('approvals.read')
  @Answer(ApprovalView)
  read(@Param('id', { schema: Id }) id: string, @CurrentActor() { employeeId }: Actor, @CurrentStanding() standing: Standing): Promise<ApprovalView> {
    return this.cases.view(id, employeeId, standing.relations);
  }

  /** The plan version that the case is about, to read before deciding and afterwards; no other version, and nothing of the plan's list. */
  @Get(':id/plan')
  @Access('approvals.plan')
  @Answer(PlanVersionView)
  plan(@Param('id', { schema: Id }) id: string): Promise<PlanVersionView> {
    return this.cases.plan(id);
  }

  /** 已阅 of a copy, also after the case has ended. */
  @Post(':id/read')
  @Access('approvals.markRead')
  @HttpCode(204)
  async markRead(@Param('id', { schema: Id }) id: string, @CurrentActor() { employeeId }: Actor): Promise<void> {
    await markRead(this.database.read, id, employeeId, new Date().toISOString());
  }
}
