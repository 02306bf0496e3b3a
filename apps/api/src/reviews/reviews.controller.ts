import { Controller, Get, Param, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Id } from '@fairmark/contracts/common';
import { CollaboratorCandidates, FormerGoals, ReviewLines, ReviewView } from '@fairmark/contracts/reviews';
import type { Standing } from '@fairmark/persistence/access';
import { Database } from '@fairmark/persistence/database';
import { ownReviews, teamReviews } from '@fairmark/persistence/reviews';
import { Access, CurrentActor, CurrentStanding, type Actor } from '../access/index.js';
import { attachment } from '../infrastructure/index.js';
import { Answer } from '../problems/index.js';
import { ReviewsService } from './reviews.service.js';

/** Reviews: the one page of a person's review, the own ones, and those of the team. */
@ApiTags('reviews')
@Controller('api')
export class ReviewsController {
  constructor(
    private readonly database: Database,
    private readonly reviews: ReviewsService,
  ) {}

  @Get('reviews/mine')
  @Access('reviews.mine')
  @Answer(ReviewLines)
  async mine(@CurrentActor() actor: Actor): Promise<ReviewLines> {
    return { reviews: await ownReviews(this.database.read, actor.employeeId) };
  }

  /** Reports of today with where their reviews stand and for whom they wait. */
  @Get('team')
  @Access('reviews.team')
  @Answer(ReviewLines)
  async team(@CurrentActor() actor: Actor): Promise<ReviewLines> {
    return { reviews: await teamReviews(this.database.read, actor.employeeId) };
  }

  @Get('reviews/:id')
  @Access('reviews.read')
  @Answer(ReviewView)
  read(@Param('id', { schema: Id }) id: string, @CurrentActor() { employeeId }: Actor, @CurrentStanding() { relations }: Standing): Promise<ReviewView> {
    return this.reviews.page(id, { employeeId, relations });
  }

  /** A file that was handed in with the self-review. */
  @Get('reviews/:id/evidence/:paperId')
  @Access('reviews.evidence')
  async evidence(@Param('id', { schema: Id }) id: string, @Param('paperId', { schema: Id }) paperId: string, @CurrentActor() { employeeId }: Actor, @CurrentStanding() { relations }: Standing): Promise<StreamableFile> {
    return attachment(await this.reviews.evidence(id, paperId, { employeeId, relations }));
  }

  @Get('reviews/:id/former-goals')
  @Access('reviews.formerGoals')
  @Answer(FormerGoals)
  formerGoals(@Param('id', { schema: Id }) id: string): Promise<FormerGoals> {
    return this.reviews.formerGoals(id);
  }

  @Get('reviews/:id/collaborator-candidates')
  @Access('reviews.collaboratorCandidates')
  @Answer(CollaboratorCandidates)
  candidates(@Param('id', { schema: Id }) id: string): Promise<CollaboratorCandidates> {
    return this.reviews.candidates(id);
  }
}
