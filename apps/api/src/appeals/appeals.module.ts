import { Module } from '@nestjs/common';
import { AppealsController } from './appeals.controller.js';
import { PapersController } from './papers.controller.js';

/** Appeals and their papers. */
@Module({ controllers: [AppealsController, PapersController] })
export class AppealsModule {}
