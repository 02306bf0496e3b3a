import { Module } from '@nestjs/common';
import { TrainingController } from './training.controller.js';
import { TrainingService } from './training.service.js';

/** Training over HTTP. */
@Module({ controllers: [TrainingController], providers: [TrainingService] })
export class TrainingModule {}
