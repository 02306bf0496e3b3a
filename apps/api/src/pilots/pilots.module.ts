import { Module } from '@nestjs/common';
import { PilotsController } from './pilots.controller.js';

/** Pilots over HTTP. */
@Module({ controllers: [PilotsController] })
export class PilotsModule {}
