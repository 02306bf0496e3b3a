import type { z } from 'zod';
import type { ProcessKind } from '../process/index.js';

/**
 * Bodies of the actions of one step. The key `process` instead of a step names actions on the process as a whole (acts of HR,
 * withdrawal): they name no visit.
 */
export type StepActions = Readonly<Record<string, Readonly<Record<string, z.ZodType>>>>;

/** Step → action → body of the request, by kind of process. Features add theirs in a file of their own. */
export type ActionRegistry = Readonly<Record<ProcessKind, StepActions>>;

/** Joins the features' actions; several features may offer actions in the same step. */
export function joinActions(...parts: readonly StepActions[]): StepActions {
  const joined: Record<string, Record<string, z.ZodType>> = {};
  for (const part of parts) for (const [step, actions] of Object.entries(part)) joined[step] = { ...joined[step], ...actions };
  return joined;
}
