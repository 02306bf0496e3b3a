import { Module } from '@nestjs/common';
import { CyclesController } from './cycles.controller.js';
import { CyclesService } from './cycles.service.js';
import { CycleDeadlinesController } from './deadlines.controller.js';
import { HrActsController } from './hrActs.controller.js';
import { PlanMovesController } from './planMoves.controller.js';

/** Review cycles over HTTP. */
@Module({ controllers: [CyclesController, CycleDeadlinesController, PlanMovesController, HrActsController], providers: [CyclesService] })
export class CyclesModule {}
