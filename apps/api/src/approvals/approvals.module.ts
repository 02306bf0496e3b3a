import { Module } from '@nestjs/common';
import { ProcessesModule } from '../processes/processes.module.js';
import { BulkController } from './bulk.controller.js';
import { CasesController } from './cases.controller.js';
import { CasesService } from './cases.service.js';
import { DefinitionsController } from './definitions.controller.js';
import { DefinitionsService } from './definitions.service.js';
import { PlanSubmissionController } from './planSubmission.controller.js';
import { RehearsalController } from './rehearsal.controller.js';
import { UsesController } from './uses.controller.js';
import { UsesService } from './uses.service.js';

/** Approvals over HTTP: definitions and their uses, rehearsal, cases, decisions about many at once. */
@Module({ imports: [ProcessesModule], controllers: [RehearsalController, DefinitionsController, UsesController, CasesController, PlanSubmissionController, BulkController], providers: [DefinitionsService, UsesService, CasesService] })
export class ApprovalsModule {}
