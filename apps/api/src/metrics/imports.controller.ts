import { Controller, Get, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiTags } from '@nestjs/swagger';
import { metricsErrors } from '@fairmark/contracts/errors';
import { MetricBatches, MetricExportQuery, MetricImportQuery, MetricImportResult, MetricTemplateQuery } from '@fairmark/contracts/metrics';
import { exportMetrics, metricTemplate, readMetricFile } from '@fairmark/domain/metrics';
import { Database } from '@fairmark/persistence/database';
import { exportedValues, importMetrics, listBatches, loadMetricNames, tryMetrics } from '@fairmark/persistence/metrics';
import type { FastifyRequest } from 'fastify';
import { Access, CurrentActor, type Actor } from '../access/index.js';
import { Answer, ApiError } from '../problems/index.js';

const csv = (bytes: Uint8Array, name: string): StreamableFile => new StreamableFile(bytes, { type: 'text/csv; charset=utf-8', disposition: `attachment; filename="${name}"` });

/** Values of indicators as CSV files. A refused file is answered with every reason by row and column, and nothing of it is kept. */
@ApiTags('metrics')
@Controller('api/metrics')
export class MetricImportsController {
  constructor(private readonly database: Database) {}

  @Post('imports')
  @Access('metrics.import')
  @Answer(MetricImportResult)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] } })
  async import(@Query({ schema: MetricImportQuery }) { dryRun, batch, source }: MetricImportQuery, @CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<MetricImportResult> {
    const file = readMetricFile(await uploaded(request), await loadMetricNames(this.database.read), { batch, source });
    const job = { file, uploadedBy: actor.employeeId, now: new Date().toISOString() };
    return dryRun === 'true' ? tryMetrics(this.database, job) : this.database.transaction((tx) => importMetrics(tx, job));
  }

  @Get('imports')
  @Access('metrics.list')
  @Answer(MetricBatches)
  async list(): Promise<MetricBatches> {
    return { batches: await listBatches(this.database.read) };
  }

  /** The empty file with its header and one example row. */
  @Get('template')
  @Access('metrics.template')
  @ApiProduces('text/csv')
  template(@Query({ schema: MetricTemplateQuery }) { locale }: MetricTemplateQuery, @CurrentActor() actor: Actor): StreamableFile {
    return csv(metricTemplate(locale ?? actor.locale), 'indicator-values.csv');
  }

  /** Current values whose sub-period touches the days, as they can be imported again. */
  @Get('export')
  @Access('metrics.export')
  @ApiProduces('text/csv')
  async export(@Query({ schema: MetricExportQuery }) { from, to, locale }: MetricExportQuery, @CurrentActor() actor: Actor): Promise<StreamableFile> {
    return csv(exportMetrics(await exportedValues(this.database.read, from, to), locale ?? actor.locale), `indicator-values-${from}-${to}.csv`);
  }
}

async function uploaded(request: FastifyRequest): Promise<Uint8Array> {
  const file = request.isMultipart() ? await request.file() : undefined;
  if (!file) throw new ApiError(metricsErrors.noFile);
  return file.toBuffer();
}
