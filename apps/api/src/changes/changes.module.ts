import { Module } from '@nestjs/common';
import { WholeCompany } from '../org/wholeCompany.js';
import { ChangesController } from './changes.controller.js';
import { ChangesService } from './changes.service.js';
import { PoliciesController } from './policies.controller.js';

/** Changes in the organisation over HTTP: preview, report, progress, and what each kind of process does with them. */
@Module({ controllers: [ChangesController, PoliciesController], providers: [ChangesService, WholeCompany] })
export class ChangesModule {}
