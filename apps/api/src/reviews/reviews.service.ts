import { Injectable } from '@nestjs/common';
import { accessErrors } from '@fairmark/contracts/errors';
import type { CollaboratorCandidates, FormerGoals, ReviewView } from '@fairmark/contracts/reviews';
import { copyGoals, departmentsAsked } from '@fairmark/domain/goals';
import { Database } from '@fairmark/persistence/database';
import { collaboratorCandidates, developmentActions, formerReview, reviewHead, type ReviewHead } from '@fairmark/persistence/reviews';
import { ApiError } from '../problems/index.js';
import { reviewPage, type PageReader } from './page.js';

/** Reads reviews. Decisions about them go through `processes`. */
@Injectable()
export class ReviewsService {
  constructor(private readonly database: Database) {}

  async page(reviewId: string, reader: PageReader): Promise<ReviewView> {
    const head = await this.head(reviewId);
    // One transaction: what was recorded as read is what was read.
    return this.database.transaction((tx) => reviewPage(tx, head, reader, new Date().toISOString()));
  }

  /** Goals of the last cycle as a start, cut to what the new sheet can take. */
  async formerGoals(reviewId: string): Promise<FormerGoals> {
    const head = await this.head(reviewId);
    const former = await formerReview(this.database.read, head, head.employee.id);
    if (!former || !head.sheet) return { reviewId: null, periodEnd: null, items: [], personalGoals: [], developmentActions: [] };
    const goals = copyGoals(former.sheet, head.sheet, { start: head.periodStart, end: head.periodEnd });
    return { reviewId: former.reviewId, periodEnd: former.periodEnd, ...goals, developmentActions: await developmentActions(this.database.read, former.reviewId) };
  }

  async candidates(reviewId: string): Promise<CollaboratorCandidates> {
    const { sheet, employee } = await this.head(reviewId);
    const today = new Date().toISOString().slice(0, 10);
    return { people: sheet?.collaboration ? await collaboratorCandidates(this.database.read, employee.id, departmentsAsked(sheet), today) : [] };
  }

  /** @throws {ApiError} `OBJECT.NOT_FOUND` */
  private async head(reviewId: string): Promise<ReviewHead> {
    const head = await reviewHead(this.database.read, reviewId);
    if (!head) throw new ApiError(accessErrors.objectNotFound);
    return head;
  }
}
