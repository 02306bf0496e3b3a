import { timingSafeEqual } from 'node:crypto';
import { accessErrors } from '@fairmark/contracts/errors';
import type { FastifyRequest } from 'fastify';
import type { Sessions } from '../identity/sessions.js';
import { ApiError } from '../problems/index.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
const isUnsafe = (request: FastifyRequest): boolean => !SAFE.has(request.method);

/** Refuses an unsafe request that a page of another origin sent, also without a session: nobody is signed in as somebody else. */
export function assertOwnOrigin(request: FastifyRequest, publicUrl: string): void {
  if (!isUnsafe(request)) return;
  const { origin, host } = request.headers;
  if (request.headers['sec-fetch-site'] === 'cross-site') throw new ApiError(accessErrors.foreignOrigin);
  if (origin === undefined || origin === new URL(publicUrl).origin) return;
  if (!URL.canParse(origin) || new URL(origin).host !== host) throw new ApiError(accessErrors.foreignOrigin);
}

/** Refuses an unsafe request of a session without that session's token in a header, which a foreign page cannot read. */
export function assertToken(request: FastifyRequest, sessions: Sessions): void {
  if (!isUnsafe(request)) return;
  const given = request.headers['x-csrf-token'] ?? request.headers['x-xsrf-token'];
  const expected = sessions.csrfTokenOf(sessions.secretOf(request) ?? '');
  if (typeof given !== 'string' || !sameText(given, expected)) throw new ApiError(accessErrors.csrf);
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
