import { z } from 'zod';
import { Id, Instant } from '../common/index.js';
import { ProcessKindName } from '../inbox/index.js';

/** Kinds of process that a delegation covers; at least one, each once. */
export const DelegationKinds = z
  .array(ProcessKindName)
  .min(1)
  .max(ProcessKindName.options.length)
  .transform((kinds) => [...new Set(kinds)].sort());

/** A standing substitute (委托): `[from, to)`, both instants; a decision counts by the instant at which the API received it. */
export const CreateDelegation = z
  .object({ delegateId: Id, from: Instant, to: Instant, kinds: DelegationKinds, reason: z.string().trim().min(1).max(500) })
  .meta({ id: 'CreateDelegation' });
export type CreateDelegation = z.infer<typeof CreateDelegation>;

/** Ends a delegation before its time, or takes back one that has not begun. */
export const EndDelegation = z.object({ reason: z.string().trim().max(500).default('') }).meta({ id: 'EndDelegation' });
export type EndDelegation = z.infer<typeof EndDelegation>;

/** Which delegations HR lists. */
export const DelegationQuery = z.object({ state: z.enum(['current', 'all']).default('current'), page: z.coerce.number().int().min(1).max(10_000).default(1), pageSize: z.coerce.number().int().min(1).max(100).default(20) });
export type DelegationQuery = z.infer<typeof DelegationQuery>;
