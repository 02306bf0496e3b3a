import type { FieldProblem } from '@fairmark/contracts/problems';

/**
 * A refusal that the client understands. `code` is one of `@fairmark/contracts/errors`, its HTTP status stands in `statuses.ts`;
 * `details` hold ids and figures, never names or texts.
 */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    readonly details: Readonly<Record<string, unknown>> = {},
    readonly fields?: readonly FieldProblem[],
  ) {
    super(code);
    this.name = 'ApiError';
  }
}
