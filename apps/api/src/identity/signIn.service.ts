import { Injectable } from '@nestjs/common';
import { identityErrors } from '@fairmark/contracts/errors';
import type { ChangePassword, SessionView, SignIn } from '@fairmark/contracts/identity';
import { Database } from '@fairmark/persistence/database';
import { credentialsOf, hashPassword, passwordHashOf, sessionFacts, setPassword, verifyPassword } from '@fairmark/persistence/identity';
import type { Actor } from '../access/actor.js';
import { ApiError } from '../problems/index.js';
import { addressKey } from './address.js';
import { Attempts } from './attempts.js';
import { Sessions, type StartedSession } from './sessions.js';

/** Signs people in and tells them who they are. */
@Injectable()
export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly attempts: Attempts,
  ) {}

  /**
   * Checks the password and starts a session. Every failure looks the same and takes the same time.
   * @throws ApiError IDENTITY.WRONG_CREDENTIALS, IDENTITY.TOO_MANY_ATTEMPTS
   */
  async signIn({ email, password }: SignIn, ip: string): Promise<StartedSession & { employeeId: string }> {
    const address = addressKey(ip);
    await this.attempts.take('address', address);
    await this.attempts.take('account', email);
    const known = await credentialsOf(this.database.read, email);
    const fits = await verifyPassword(known?.passwordHash ?? null, password);
    if (!known || !fits) throw new ApiError(identityErrors.wrongCredentials);
    await this.attempts.giveBack('address', address);
    await this.attempts.clear('account', email);
    const started = await this.database.transaction((tx) => this.sessions.start(tx, known.employeeId));
    return { ...started, employeeId: known.employeeId };
  }

  /** Who somebody is, with the token that their requests need. */
  async view(employeeId: string, csrfToken: string, reviewId: string | null = null): Promise<SessionView> {
    const facts = await sessionFacts(this.database.read, employeeId);
    if (!facts) throw new ApiError(identityErrors.personInactive);
    const { id, name, nameEn, ...rest } = facts;
    return { person: { id, name, nameEn }, ...rest, csrfToken, reviewId };
  }

  /** @throws ApiError IDENTITY.WRONG_PASSWORD, IDENTITY.TOO_MANY_ATTEMPTS */
  async changePassword(actor: Actor, { current, password }: ChangePassword): Promise<void> {
    await this.attempts.take('account', actor.employeeId);
    if (!(await verifyPassword(await passwordHashOf(this.database.read, actor.employeeId), current))) throw new ApiError(identityErrors.wrongPassword);
    await this.attempts.clear('account', actor.employeeId);
    const hash = await hashPassword(password);
    const act = { by: actor.employeeId, at: new Date().toISOString() };
    await this.database.transaction((tx) => setPassword(tx, actor.employeeId, hash, act, actor.sessionId));
  }
}
