import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { processErrors } from '@fairmark/contracts/errors';
import type { FastifyRequest } from 'fastify';
import { ApiError } from '../problems/index.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The header `Idempotency-Key`, a UUID that the client makes once per decision and repeats when it got no answer. Required. */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const key = context.switchToHttp().getRequest<FastifyRequest>().headers['idempotency-key'];
  if (typeof key !== 'string' || !UUID.test(key)) throw new ApiError(processErrors.keyRequired);
  return key.toLowerCase();
});
