import { Module } from '@nestjs/common';
import { ResultsController } from './results.controller.js';

/** Results, their acknowledgement and interview. */
@Module({ controllers: [ResultsController] })
export class ResultsModule {}
