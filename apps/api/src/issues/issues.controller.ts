import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Id } from '@fairmark/contracts/common';
import { IssueCode, IssueList, IssueQuery, IssueReported, IssueRollouts, OwnIssue, OwnIssues, ReportIssue } from '@fairmark/contracts/issues';
import { Access, CurrentActor, type Actor } from '../access/index.js';
import { Answer } from '../problems/index.js';
import { IssuesService } from './issues.service.js';

/** Problem reports: made by everybody, answered in the lead's inbox, closed by the weekly review. */
@ApiTags('issues')
@Controller('api')
export class IssuesController {
  constructor(private readonly issues: IssuesService) {}

  @Get('issues/rollouts')
  @Access('issues.rollouts')
  @Answer(IssueRollouts)
  async rollouts(): Promise<IssueRollouts> {
    return this.issues.rollouts();
  }

  @Post('issues')
  @Access('issues.report')
  @Answer(IssueReported, 201)
  async report(@CurrentActor() { employeeId }: Actor, @Body({ schema: ReportIssue }) body: ReportIssue): Promise<IssueReported> {
    return this.issues.report(employeeId, body);
  }

  @Get('issues')
  @Access('issues.mine')
  @Answer(OwnIssues)
  async mine(@CurrentActor() { employeeId }: Actor): Promise<OwnIssues> {
    return this.issues.mine(employeeId);
  }

  /** The answer to an anonymous report. A POST, because addresses are kept in many places. */
  @Post('issues/by-code')
  @HttpCode(200)
  @Access('issues.byCode')
  @Answer(OwnIssue)
  async byCode(@Body({ schema: IssueCode }) { code }: IssueCode): Promise<OwnIssue> {
    return this.issues.byCode(code);
  }

  @Get('rollouts/:id/issues')
  @Access('issues.list')
  @Answer(IssueList)
  async list(@Param('id', { schema: Id }) id: string, @Query({ schema: IssueQuery }) query: IssueQuery): Promise<IssueList> {
    return this.issues.list(id, query);
  }

  @Post('rollouts/:id/issues/:issueId/close')
  @HttpCode(204)
  @Access('issues.close')
  async close(@CurrentActor() { employeeId }: Actor, @Param('id', { schema: Id }) id: string, @Param('issueId', { schema: Id }) issueId: string): Promise<void> {
    await this.issues.close(id, issueId, employeeId);
  }
}
