import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Id } from '@fairmark/contracts/common';
import { accessErrors } from '@fairmark/contracts/errors';
import { AcceptQuality, AnswerValueReport, MetricRecorded, QualityList, RecordSample, ReportValue, ValueReports } from '@fairmark/contracts/metrics';
import { Database } from '@fairmark/persistence/database';
import { departmentsInScope, hasRole } from '@fairmark/persistence/identity';
import { acceptQuality, answerReport, qualityList, recordSample, reportsInScope, reportValue } from '@fairmark/persistence/metrics';
import { Access, CurrentActor, type Actor } from '../access/index.js';
import { Answer, ApiError } from '../problems/index.js';

const now = (): string => new Date().toISOString();
const recorded: MetricRecorded = { recorded: true };

/** Quality of indicator data, its acceptance by two people, and values that somebody holds for wrong. */
@ApiTags('metrics')
@Controller('api')
export class MetricQualityController {
  constructor(private readonly database: Database) {}

  /** For HR, and for heads of departments with open reviews. */
  @Get('metrics/quality')
  @Access('metrics.quality')
  @Answer(QualityList)
  async quality(@CurrentActor() { employeeId }: Actor): Promise<QualityList> {
    const list = await qualityList(this.database.read, employeeId);
    if (list.acceptFor.length === 0 && !(await hasRole(this.database.read, employeeId, 'hr'))) throw new ApiError(accessErrors.denied);
    return list;
  }

  @Post('metrics/acceptances')
  @Access('metrics.accept')
  @Answer(MetricRecorded)
  async accept(@Body({ schema: AcceptQuality }) body: AcceptQuality, @CurrentActor() { employeeId }: Actor): Promise<MetricRecorded> {
    await this.database.transaction((tx) => acceptQuality(tx, body, employeeId, now()));
    return recorded;
  }

  @Post('metrics/samples')
  @Access('metrics.sample')
  @Answer(MetricRecorded)
  async sample(@Body({ schema: RecordSample }) body: RecordSample, @CurrentActor() { employeeId }: Actor): Promise<MetricRecorded> {
    await this.database.transaction((tx) => recordSample(tx, body, employeeId, now()));
    return recorded;
  }

  @Get('metrics/reports')
  @Access('metrics.reports')
  @Answer(ValueReports)
  async reports(@CurrentActor() { employeeId }: Actor): Promise<ValueReports> {
    return { reports: await reportsInScope(this.database.read, await departmentsInScope(this.database.read, employeeId, 'hr')) };
  }

  @Post('metrics/reports/:reportId/answer')
  @Access('metrics.answer')
  @Answer(MetricRecorded)
  async answer(@Param('reportId', { schema: Id }) reportId: string, @Body({ schema: AnswerValueReport }) body: AnswerValueReport, @CurrentActor() { employeeId }: Actor): Promise<MetricRecorded> {
    const departmentIds = await departmentsInScope(this.database.read, employeeId, 'hr');
    await this.database.transaction((tx) => answerReport(tx, reportId, body.answer, { id: employeeId, departmentIds }, now()));
    return recorded;
  }

  /** Until the sheet is scored; afterwards there is the appeal. */
  @Post('reviews/:id/value-reports')
  @Access('metrics.report')
  @Answer(MetricRecorded, 201)
  async report(@Param('id', { schema: Id }) id: string, @Body({ schema: ReportValue }) body: ReportValue, @CurrentActor() { employeeId }: Actor): Promise<MetricRecorded> {
    await this.database.transaction((tx) => reportValue(tx, id, body, employeeId, now()));
    return recorded;
  }
}
