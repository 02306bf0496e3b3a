import { Module } from '@nestjs/common';
import { RewardsController } from './rewards.controller.js';
import { RewardsService } from './rewards.service.js';

/** Reward bases, budget and payroll. */
@Module({ controllers: [RewardsController], providers: [RewardsService] })
export class RewardsModule {}
