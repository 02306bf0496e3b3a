import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { identityErrors } from '@fairmark/contracts/errors';
import { Database } from '@fairmark/persistence/database';
import { type AttemptLimit, clearAttempts, returnAttempt, takeAttempt } from '@fairmark/persistence/identity';
import type { Config } from '@fairmark/runtime/config';
import { CONFIG } from '../infrastructure/index.js';
import { ApiError } from '../problems/index.js';

const MINUTES = 60;
/** Failed sign-ins. Many people share the address of an office, so it has room for more than one account. */
const limits = {
  account: { attempts: 10, windowSeconds: 15 * MINUTES },
  address: { attempts: 100, windowSeconds: 15 * MINUTES },
  /** Mails that somebody asked for to an address. */
  resetAccount: { attempts: 3, windowSeconds: 60 * MINUTES },
  resetAddress: { attempts: 30, windowSeconds: 60 * MINUTES },
  /** Tokens tried from an address. They cannot be guessed; this keeps the noise down. */
  link: { attempts: 60, windowSeconds: 15 * MINUTES },
} satisfies Record<string, AttemptLimit>;
export type AttemptKind = keyof typeof limits;

/** Slows guessing down, per account and per address, in PostgreSQL: all API processes count together. */
@Injectable()
export class Attempts {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Counts an attempt before it is made. @throws ApiError IDENTITY.TOO_MANY_ATTEMPTS */
  async take(kind: AttemptKind, subject: string): Promise<void> {
    const retryAfterSeconds = await takeAttempt(this.database.read, this.key(kind, subject), limits[kind]);
    if (retryAfterSeconds > 0) throw new ApiError(identityErrors.tooManyAttempts, { retryAfterSeconds });
  }

  async giveBack(kind: AttemptKind, subject: string): Promise<void> {
    await returnAttempt(this.database.read, this.key(kind, subject));
  }

  async clear(kind: AttemptKind, subject: string): Promise<void> {
    await clearAttempts(this.database.read, this.key(kind, subject));
  }

  private key(kind: AttemptKind, subject: string): string {
    return `${kind}/${createHmac('sha256', this.config.sessionSecret).update(subject.trim().toLowerCase()).digest('base64url')}`;
  }
}
