import { randomUUID } from 'node:crypto';
import { requestErrors } from '@fairmark/contracts/errors';
import type { Config } from '@fairmark/runtime/config';
import type { FastifyReply, FastifyServerOptions } from 'fastify';
import { ApiError, problemOf } from '../problems/index.js';
import { setSecurityHeaders } from './headers.js';

/** Plan documents are the largest JSON bodies. */
const MAX_JSON_BYTES = 4 * 1024 * 1024;

/** Settings of the HTTP server. Request ids are ours: a client's own could carry anything into the log. */
export function fastifyOptions(config: Config): FastifyServerOptions {
  return {
    logger: false,
    trustProxy: config.http.trustProxy,
    bodyLimit: MAX_JSON_BYTES,
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
    frameworkErrors: (_error, _request, reply) => void refuseAddress(reply as unknown as FastifyReply, config),
    routerOptions: { caseSensitive: true, ignoreTrailingSlash: false, ignoreDuplicateSlashes: false },
  };
}

/** Addresses that cannot be decoded are refused before any hook or route sees them. */
function refuseAddress(reply: FastifyReply, config: Config): FastifyReply {
  const problem = problemOf(new ApiError(requestErrors.malformed));
  setSecurityHeaders(reply, config.http.secureCookies);
  return reply.status(problem.status).header('content-type', 'application/problem+json; charset=utf-8').send(JSON.stringify(problem));
}
