import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ApprovalUses, ClearApprovalUse, SetApprovalUse } from '@fairmark/contracts/approvals';
import { Access, CurrentActor, type Actor } from '../access/index.js';
import { Answer } from '../problems/index.js';
import { UsesService } from './uses.service.js';

/** What each purpose uses: goals, sign-off, appeals, plan versions, exceptions. */
@ApiTags('approvals')
@Controller('api/approval-uses')
export class UsesController {
  constructor(private readonly uses: UsesService) {}

  @Get()
  @Access('approvalUses.list')
  @Answer(ApprovalUses)
  async list(): Promise<ApprovalUses> {
    return { uses: await this.uses.list() };
  }

  @Put()
  @Access('approvalUses.set')
  @Answer(ApprovalUses)
  async set(@Body({ schema: SetApprovalUse }) body: SetApprovalUse, @CurrentActor() { employeeId }: Actor): Promise<ApprovalUses> {
    return { uses: await this.uses.set(body, employeeId) };
  }

  @Post('clear')
  @Access('approvalUses.clear')
  @Answer(ApprovalUses)
  async clear(@Body({ schema: ClearApprovalUse }) body: ClearApprovalUse, @CurrentActor() { employeeId }: Actor): Promise<ApprovalUses> {
    return { uses: await this.uses.clear(body, employeeId) };
  }
}
