/** A rule refused something. `code` is stable (`AREA.REASON`); `details` carry ids and figures, never names or texts. */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
    this.name = 'DomainError';
  }
}

/** Ends an exhaustive switch: the compiler refuses a case that was forgotten. */
export function assertNever(value: never): never {
  throw new DomainError('INTERNAL.UNREACHABLE', { value: String(value) });
}
