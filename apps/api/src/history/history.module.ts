import { Module } from '@nestjs/common';
import { HistoryController } from './history.controller.js';
import { HistoryService } from './history.service.js';

/** State of reviews and approvals on a date. */
@Module({ controllers: [HistoryController], providers: [HistoryService] })
export class HistoryModule {}
