/** A decision is refused: nothing changes, the answer is recorded and the same for every repetition. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly details: Record<string, unknown> = {},
  ) {
    super(code);
    this.name = 'Refusal';
  }
}

/** Ends a decision with a stable code; `details` carry ids and figures only. */
export function refuse(code: string, details: Record<string, unknown> = {}): never {
  throw new Refusal(code, details);
}
