import { Module } from '@nestjs/common';
import { BenefitsController } from './benefits.controller.js';

/** Promised and measured effects over HTTP. */
@Module({ controllers: [BenefitsController] })
export class BenefitsModule {}
