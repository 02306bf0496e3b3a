import { Module } from '@nestjs/common';
import { NoticesController } from './notices.controller.js';

/** Notices of the signed-in person. */
@Module({ controllers: [NoticesController] })
export class NoticesModule {}
