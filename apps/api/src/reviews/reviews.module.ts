import { Module } from '@nestjs/common';
import { DraftsController } from './drafts.controller.js';
import { ReviewsController } from './reviews.controller.js';
import { ReviewsService } from './reviews.service.js';

/** Reviews and drafts over HTTP. */
@Module({ controllers: [ReviewsController, DraftsController], providers: [ReviewsService] })
export class ReviewsModule {}
