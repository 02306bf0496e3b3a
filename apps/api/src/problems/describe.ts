import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import { HttpException } from '@nestjs/common';
import { requestErrors } from '@fairmark/contracts/errors';
import type { Problem } from '@fairmark/contracts/problems';
import { DomainError } from '@fairmark/domain/common';
import { isPassing } from '@fairmark/persistence/database';
import { ApiError } from './apiError.js';
import { statusOf } from './statuses.js';

/** Refusals of the framework itself, which know a status only. */
const codeByStatus: Readonly<Record<number, string>> = {
  400: requestErrors.malformed,
  404: requestErrors.routeNotFound,
  405: requestErrors.methodNotAllowed,
  413: requestErrors.tooLarge,
  415: requestErrors.unsupportedMedia,
  503: requestErrors.unavailable,
};

/**
 * The problem document of anything that was thrown. What is not a known refusal gets an `errorId` and no reason: a 503, which clients repeat, where the
 * database was away for a moment, else a 500.
 */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof ApiError) return problem(thrown.code, thrown.details, thrown.fields ? { fields: [...thrown.fields] } : {});
  if (thrown instanceof DomainError && !thrown.code.startsWith('INTERNAL.')) return problem(thrown.code, thrown.details);
  const code = codeByStatus[statusCode(thrown) ?? 500];
  return code ? problem(code, {}) : problem(isPassing(thrown) ? requestErrors.unavailable : requestErrors.internal, {}, { errorId: randomUUID() });
}

function problem(code: string, details: Readonly<Record<string, unknown>>, more: Pick<Problem, 'fields' | 'errorId'> = {}): Problem {
  const status = statusOf(code);
  return { type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, code, details: { ...details }, ...more };
}

/** Nest's and Fastify's own errors carry a status; everything else is a fault of ours. */
function statusCode(thrown: unknown): number | undefined {
  if (thrown instanceof HttpException) return thrown.getStatus();
  const code = thrown instanceof Error ? (thrown as { statusCode?: unknown }).statusCode : undefined;
  return typeof code === 'number' ? code : undefined;
}
