import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { requestErrors } from '@fairmark/contracts/errors';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { routesOf } from '../access/index.js';
import type { Infrastructure } from '../infrastructure/index.js';
import { admitToBoard, isBoardRoute } from '../queues/queueBoard.js';
import { ApiError, problemOf } from '../problems/index.js';
import { assertOwnOrigin } from './csrf.js';
import { setSecurityHeaders } from './headers.js';
import type { WebApp } from './webApp.js';

/**
 * The first thing that sees a request, before any plugin: Nest's guard sees Nest's routes only, and path middleware can be bypassed. It looks
 * at the route that the router *matched*, not at the address, and lets pass what is a route of a controller (the guard decides there), a file
 * of the web app, or the queue board for an administrator. Everything else is not found, whatever a plugin registered.
 */
export function guardRoot(app: NestFastifyApplication, { config, logger }: Infrastructure, webApp: WebApp): void {
  const fastify = app.getHttpAdapter().getInstance();
  let known: ReadonlySet<string> | undefined;
  fastify.addHook('onRequest', async (request, reply) => {
    setSecurityHeaders(reply, config.http.secureCookies);
    void reply.header('x-request-id', request.id);
    try {
      assertOwnOrigin(request, config.http.publicUrl);
      known ??= new Set(routesOf(app).map((route) => `${route.method} ${route.path}`));
      if (isController(request, known)) return void reply.header('cache-control', 'no-store');
      if (isBoardRoute(request)) return await admitToBoard(app, request, reply);
      if (webApp.assets.has(request.routeOptions.url ?? '')) return undefined;
      if (webApp.page !== undefined && isPage(request)) return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(webApp.page);
      throw new ApiError(requestErrors.routeNotFound);
    } catch (refusal) {
      const problem = problemOf(refusal);
      if (problem.errorId) logger.error({ err: refusal, errorId: problem.errorId, requestId: request.id }, 'request failed');
      return reply.status(problem.status).header('content-type', 'application/problem+json; charset=utf-8').send(JSON.stringify(problem));
    }
  });
  fastify.addHook('onResponse', async (request: FastifyRequest, reply: FastifyReply) => {
    // Probes come every few seconds and say themselves what is missing.
    if (request.routeOptions.url?.startsWith('/api/health/')) return;
    const line = { requestId: request.id, method: request.method, route: request.routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime), employeeId: request.actor?.employeeId };
    logger[reply.statusCode >= 500 ? 'warn' : 'debug'](line, 'request');
  });
}

function isController(request: FastifyRequest, known: ReadonlySet<string>): boolean {
  const { url } = request.routeOptions;
  if (request.is404 || url === undefined) return false;
  return known.has(`${request.method} ${url}`) || (request.method === 'HEAD' && known.has(`GET ${url}`));
}

/** Addresses of screens belong to the web app; a missing file, or whatever could be meant for the API or the board, never answers with a page. */
function isPage(request: FastifyRequest): boolean {
  if (!request.is404 || (request.method !== 'GET' && request.method !== 'HEAD') || !request.headers.accept?.includes('text/html')) return false;
  const path = request.url.split(/[?#]/)[0] ?? '';
  const first = path.split('/').find(Boolean)?.toLowerCase() ?? '';
  return !path.includes('.') && !first.includes('%') && first !== 'api' && first !== 'admin';
}
