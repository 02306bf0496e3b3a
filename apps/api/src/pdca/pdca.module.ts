import { Module } from '@nestjs/common';
import { PdcaController } from './pdca.controller.js';

/** Quarters of improvement over HTTP. */
@Module({ controllers: [PdcaController] })
export class PdcaModule {}
