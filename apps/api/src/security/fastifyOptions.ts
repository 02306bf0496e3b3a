import { randomUUID } from 'node:crypto';
import type { Config } from '@fairmark/runtime/config';
import type { FastifyServerOptions } from 'fastify';

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
    routerOptions: { caseSensitive: true, ignoreTrailingSlash: false, ignoreDuplicateSlashes: false },
  };
}
