import { type ArgumentsHost, Catch, type ExceptionFilter, Inject } from '@nestjs/common';
import type { Logger } from '@fairmark/runtime/logging';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LOGGER } from '../infrastructure/index.js';
import { problemOf } from './describe.js';

/** Turns whatever a route throws into problem+json. A 500 is logged with the `errorId` that the person sees. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = problemOf(thrown);
    if (problem.errorId) this.logger.error({ err: thrown, errorId: problem.errorId, requestId: request.id, route: request.routeOptions.url }, 'request failed');
    // Headers that the handler set describe an answer that is not sent; a file's type or name must not stick to the error.
    for (const name of ['content-disposition', 'cache-control']) void reply.removeHeader(name);
    const retry = problem.details['retryAfterSeconds'];
    if (typeof retry === 'number') void reply.header('retry-after', String(retry));
    void reply.status(problem.status).header('content-type', 'application/problem+json; charset=utf-8').send(JSON.stringify(problem));
  }
}
