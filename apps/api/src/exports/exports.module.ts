import { Module } from '@nestjs/common';
import { ExportsController } from './exports.controller.js';
import { ExportsService } from './exports.service.js';

/** Files that are built in the background, over HTTP. */
@Module({ controllers: [ExportsController], providers: [ExportsService] })
export class ExportsModule {}
