import { Inject, Injectable } from '@nestjs/common';
import { identityErrors } from '@fairmark/contracts/errors';
import { Database, type Executor } from '@fairmark/persistence/database';
import { leaverLink, leaverReview, sendLeaverLink, takeLink } from '@fairmark/persistence/identity';
import type { Config } from '@fairmark/runtime/config';
import { sealText } from '@fairmark/runtime/temporal';
import { CONFIG } from '../infrastructure/index.js';
import { ApiError } from '../problems/index.js';
import { Attempts } from './attempts.js';
import { Sessions, type StartedSession } from './sessions.js';

/** One-time links of people who left. */
@Injectable()
export class LeaverService {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly attempts: Attempts,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws ApiError IDENTITY.LINK_INVALID for one that is unknown, used or expired, or whose review asks nothing any more */
  async open(token: string): Promise<StartedSession & { employeeId: string; reviewId: string }> {
    return this.database.transaction(async (tx) => {
      const link = await takeLink(tx, token, ['leaver']);
      if (!link?.employeeId || !link.reviewId || !(await leaverReview(tx, link.reviewId))) throw new ApiError(identityErrors.linkInvalid);
      return { ...(await this.sessions.start(tx, link.employeeId, link.reviewId)), employeeId: link.employeeId, reviewId: link.reviewId };
    });
  }

  async renew(token: string): Promise<void> {
    const link = await leaverLink(this.database.read, token);
    if (!link) return;
    await this.attempts.take('resetAccount', `leaver/${link.reviewId}`);
    await this.database.transaction(async (tx) => {
      const review = await leaverReview(tx, link.reviewId);
      if (review?.address) await this.write(tx, review, null);
    });
  }

  /** @throws ApiError IDENTITY.NOT_A_LEAVER, IDENTITY.NO_PRIVATE_ADDRESS */
  async send(reviewId: string, by: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const review = await leaverReview(tx, reviewId);
      if (!review) throw new ApiError(identityErrors.notALeaver);
      if (!review.address) throw new ApiError(identityErrors.noPrivateAddress);
      await this.write(tx, review, by);
    });
  }

  private write(tx: Executor, review: { reviewId: string; employeeId: string; workflowId: string }, by: string | null): Promise<void> {
    return sendLeaverLink(tx, { ...review, by, at: new Date().toISOString() }, (token) => sealText(this.config.codecKeys, token));
  }
}
