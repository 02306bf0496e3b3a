import { Module } from '@nestjs/common';
import { RisksController } from './risks.controller.js';
import { RisksService } from './risks.service.js';

/** The risk register over HTTP. */
@Module({ controllers: [RisksController], providers: [RisksService] })
export class RisksModule {}
