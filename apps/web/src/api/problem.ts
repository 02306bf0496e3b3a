/** A field that the API refused: its JSON path and a stable code. */
export interface FieldProblem {
  path: string;
  code: string;
  details?: Record<string, unknown>;
}

/** The body of every error answer (`application/problem+json`). */
export interface ProblemBody {
  code: string;
  status: number;
  details?: Record<string, unknown>;
  fields?: FieldProblem[];
  errorId?: string;
}

/** An answer that is an error. The text is made from `code` in the reader's language. */
export class Problem extends Error {
  constructor(readonly body: ProblemBody) {
    super(body.code);
    this.name = 'Problem';
  }

  get code(): string {
    return this.body.code;
  }

  /** Whether the same request, with the same key, may be sent again: nobody knows its outcome. */
  get outcomeUnknown(): boolean {
    return this.code === 'COMMAND.OUTCOME_UNKNOWN' || this.code === 'NETWORK.UNREACHABLE';
  }
}

/** Turns anything thrown into a problem, so that every screen can show it. */
export function asProblem(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem({ code: 'NETWORK.UNREACHABLE', status: 0 });
}
