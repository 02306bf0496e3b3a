import { Module } from '@nestjs/common';
import { InboxController } from './inbox.controller.js';

/** Inbox and pages of visits. */
@Module({ controllers: [InboxController] })
export class InboxModule {}
