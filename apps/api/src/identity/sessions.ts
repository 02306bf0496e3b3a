import { createHash, createHmac, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Database, type Executor } from '@fairmark/persistence/database';
import { sessionPerson, SESSION_MAX_DAYS, startSession } from '@fairmark/persistence/identity';
import type { Config } from '@fairmark/runtime/config';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../access/actor.js';
import { CONFIG } from '../infrastructure/index.js';

export const SESSION_COOKIE = 'fairmark_session';
/** Readable by scripts of our own pages: they send it back as a header. The queue board's own client knows this name. */
export const CSRF_COOKIE = 'XSRF-TOKEN';

/** Secret and token of a session that was just started. */
export interface StartedSession {
  secret: string;
  csrfToken: string;
}

/** Server-side sessions. The cookie carries a random secret, the table its hash. */
@Injectable()
export class Sessions {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The signed-in person of a request, asked anew each time: a person who was disabled a moment ago is out. */
  async actorOf(request: FastifyRequest): Promise<Actor | undefined> {
    const secret = this.secretOf(request);
    if (!secret) return undefined;
    const sessionId = hash(secret);
    const person = await sessionPerson(this.database.read, sessionId);
    return person && { ...person, sessionId };
  }

  /** The cookie's value, read from the header itself: the root hook runs before any plugin has parsed it. */
  secretOf(request: FastifyRequest): string | undefined {
    return new RegExp(`(?:^|;\\s*)${SESSION_COOKIE}=([\\w-]+)`).exec(request.headers.cookie ?? '')?.[1];
  }

  /** Starts a session inside the caller's transaction, for somebody who left for one review; `setCookies` hands it to the browser after the commit. */
  async start(tx: Executor, employeeId: string, reviewId: string | null = null): Promise<StartedSession> {
    const secret = randomBytes(32).toString('base64url');
    await startSession(tx, hash(secret), employeeId, reviewId);
    return { secret, csrfToken: this.csrfTokenOf(secret) };
  }

  /** Follows from the session's secret, so that it needs no storage and ends with it. */
  csrfTokenOf(secret: string): string {
    return createHmac('sha256', this.config.sessionSecret).update(`csrf\n${secret}`).digest('base64url');
  }

  setCookies(reply: FastifyReply, session: StartedSession): void {
    this.writeCookies(reply, session.secret, session.csrfToken, SESSION_MAX_DAYS * 86_400);
  }

  clearCookies(reply: FastifyReply): void {
    this.writeCookies(reply, '', '', 0);
  }

  /** Values are base64url and need no quoting. */
  private writeCookies(reply: FastifyReply, secret: string, csrfToken: string, maxAgeSeconds: number): void {
    const attributes = `Path=/; SameSite=Strict; Max-Age=${maxAgeSeconds}${this.config.http.secureCookies ? '; Secure' : ''}`;
    void reply.header('set-cookie', [`${SESSION_COOKIE}=${secret}; HttpOnly; ${attributes}`, `${CSRF_COOKIE}=${csrfToken}; ${attributes}`]);
  }
}

const hash = (secret: string): string => createHash('sha256').update(secret).digest('hex');
