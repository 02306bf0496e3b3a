import { Module } from '@nestjs/common';
import { RolloutsController } from './rollouts.controller.js';
import { RolloutsService } from './rollouts.service.js';

/** Rollouts over HTTP. Acts are decisions: `POST /api/processes/rollout/:id/:action` and `POST /api/visits/:id/:action`. */
@Module({ controllers: [RolloutsController], providers: [RolloutsService] })
export class RolloutsModule {}
