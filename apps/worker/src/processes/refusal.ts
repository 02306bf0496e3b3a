import type { CommandAnswer } from '@fairmark/contracts/process';
import { DomainError } from '@fairmark/domain/common';
import type { Refused } from '@fairmark/persistence/process';

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

/** Ends a decision with a refusal that somebody else found. */
export function refuseAs({ code, details }: Refused): never {
  refuse(code, details);
}

/** The answer that a refusal gives; undefined for faults, which are repeated instead of answered. */
export function refusalOf(error: unknown): CommandAnswer | undefined {
  if (error instanceof Refusal || error instanceof DomainError) return { status: 'refused', code: error.code, details: { ...error.details } };
  return undefined;
}
