import { Module } from '@nestjs/common';
import { MetricImportsController } from './imports.controller.js';
import { MetricQualityController } from './quality.controller.js';

/** Indicator values over HTTP. */
@Module({ controllers: [MetricImportsController, MetricQualityController] })
export class MetricsModule {}
