import { Module } from '@nestjs/common';
import { ScoringController } from './scoring.controller.js';

/** Scoring over HTTP. */
@Module({ controllers: [ScoringController] })
export class ScoringModule {}
