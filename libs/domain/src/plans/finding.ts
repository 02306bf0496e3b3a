import type { PlansError } from '@fairmark/contracts/errors';
import type { PlanFinding } from '@fairmark/contracts/plans';

type Details = Record<string, unknown>;

/** A finding that forbids use. */
export const error = (code: PlansError, path: string, details: Details = {}): PlanFinding => ({ code, severity: 'error', path, details });

/** A finding that forbids use until a reason is recorded. */
export const overridable = (code: PlansError, path: string, details: Details = {}): PlanFinding => ({ code, severity: 'overridable', path, details });

/** A finding that is shown and forbids nothing. */
export const warning = (code: PlansError, path: string, details: Details = {}): PlanFinding => ({ code, severity: 'warning', path, details });

/** Positions of entries whose key came before. */
export function repeats<T>(entries: readonly T[], key: (entry: T) => string): number[] {
  const seen = new Set<string>();
  return entries.flatMap((entry, index) => {
    const known = seen.has(key(entry));
    seen.add(key(entry));
    return known ? [index] : [];
  });
}
