import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { accessErrors } from '@fairmark/contracts/errors';
import { hasRole } from '@fairmark/persistence/identity';
import { Database } from '@fairmark/persistence/database';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Sessions } from '../identity/sessions.js';
import { ApiError } from '../problems/index.js';
import { assertToken } from '../security/csrf.js';
import { Queues } from './queues.js';

export const BOARD_PATH = '/admin/queues';

/** Whether the router matched a route of the board, whatever the address looked like. */
export function isBoardRoute(request: FastifyRequest): boolean {
  const { url } = request.routeOptions;
  return !request.is404 && url !== undefined && (url === BOARD_PATH || url.startsWith(`${BOARD_PATH}/`));
}

/** Puts the board of the queues, a plugin that knows no access rules, at its address. The root hook asks {@link admitToBoard} first. */
export async function addQueueBoard(app: NestFastifyApplication): Promise<void> {
  const adapter = new FastifyAdapter();
  adapter.setBasePath(BOARD_PATH);
  createBullBoard({ queues: app.get(Queues).all.map((queue) => new BullMQAdapter(queue)), serverAdapter: adapter, options: { uiConfig: { boardTitle: 'Fairmark' } } });
  await app.register(adapter.registerPlugin() as never, { prefix: BOARD_PATH } as never);
}

/**
 * Lets administrators of the whole company to the board. Somebody without a session who opened it in a browser is sent to sign in.
 * @throws ApiError SESSION.REQUIRED, ACCESS.DENIED, CSRF.TOKEN_INVALID
 */
export async function admitToBoard(app: NestFastifyApplication, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
  const sessions = app.get(Sessions);
  const actor = await sessions.actorOf(request);
  if (!actor && request.method === 'GET' && request.headers.accept?.includes('text/html')) return reply.redirect(`/sign-in?next=${encodeURIComponent(BOARD_PATH)}`, 303);
  if (!actor) throw new ApiError(accessErrors.signInRequired);
  request.actor = actor;
  if (!(await hasRole(app.get(Database).read, actor.employeeId, 'admin'))) throw new ApiError(accessErrors.denied);
  assertToken(request, sessions);
  return undefined;
}
