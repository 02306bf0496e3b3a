import { Module } from '@nestjs/common';
import { RobotsController } from './robots.controller.js';
import { RobotsService } from './robots.service.js';

/** Robots of group chats over HTTP. */
@Module({ controllers: [RobotsController], providers: [RobotsService] })
export class RobotsModule {}
