import { Module } from '@nestjs/common';
import { CalibrationController } from './calibration.controller.js';

/** Calibration sessions. */
@Module({ controllers: [CalibrationController] })
export class CalibrationModule {}
