import { Injectable } from '@nestjs/common';
import { accessErrors } from '@fairmark/contracts/errors';
import type { CollaboratorCandidates, FormerGoals, ReviewView } from '@fairmark/contracts/reviews';
import { copyGoals, departmentsAsked } from '@fairmark/domain/goals';
import { isRecordedRead, leadingRelation } from '@fairmark/domain/reviews';
import { recordAccess } from '@fairmark/persistence/audit';
import { Database } from '@fairmark/persistence/database';
import { collaboratorCandidates, developmentActions, evidenceFile, formerReview, ownTasks, reviewHead, type EvidenceFile, type ReviewHead } from '@fairmark/persistence/reviews';
import { ApiError } from '../problems/index.js';
import { reviewPage, sectionsOf, type PageReader } from './page.js';

/** Reads reviews. Decisions about them go through `processes`. */
@Injectable()
export class ReviewsService {
  constructor(private readonly database: Database) {}

  async page(reviewId: string, reader: PageReader): Promise<ReviewView> {
    const head = await this.head(reviewId);
    // One transaction: what was recorded as read is what was read.
    return this.database.transaction((tx) => reviewPage(tx, head, reader, new Date().toISOString()));
  }

  /** A file of the self-review, for whoever reads the self-review. @throws {ApiError} `OBJECT.NOT_FOUND` */
  async evidence(reviewId: string, paperId: string, reader: PageReader): Promise<EvidenceFile> {
    const head = await this.head(reviewId);
    return this.database.transaction(async (tx) => {
      const sections = sectionsOf(head, reader, await ownTasks(tx, head.workflowId, reader.employeeId), new Date().toISOString());
      const file = sections.has('selfReview') ? await evidenceFile(tx, reviewId, paperId) : undefined;
      if (!file) throw new ApiError(accessErrors.objectNotFound);
      if (isRecordedRead(reader.relations, sections)) await recordAccess(tx, { readerId: reader.employeeId, reviewId, object: 'selfReviewEvidence', relation: leadingRelation(reader.relations) });
      return file;
    });
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
