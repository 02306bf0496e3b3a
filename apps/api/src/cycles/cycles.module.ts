import { Module } from '@nestjs/common';
import { CyclesController } from './cycles.controller.js';
import { CyclesService } from './cycles.service.js';
import { HrActsController } from './hrActs.controller.js';

/** Review cycles over HTTP. */
@Module({ controllers: [CyclesController, HrActsController], providers: [CyclesService] })
export class CyclesModule {}
