import { z } from 'zod';
import { Id, Instant, PersonRef } from '../common/index.js';
import { ProcessKindName } from '../inbox/index.js';

/** `ended`: before its time; `over`: its time is up. */
export const DelegationState = z.enum(['upcoming', 'running', 'over', 'ended']).meta({ id: 'DelegationState' });
export type DelegationState = z.infer<typeof DelegationState>;

/** One delegation: who stands in for whom, in which kinds of process, from when to when. */
export const DelegationView = z
  .object({
    id: Id,
    delegator: PersonRef,
    delegate: PersonRef,
    kinds: z.array(ProcessKindName),
    from: Instant,
    to: Instant,
    /** Zone of the delegator, in which the screen shows both ends. */
    zone: z.string(),
    reason: z.string(),
    madeBy: PersonRef,
    /** Made by HR, not by the person. */
    byHr: z.boolean(),
    createdAt: Instant,
    state: DelegationState,
    endedAt: Instant.nullable(),
    endedBy: PersonRef.nullable(),
    endReason: z.string().nullable(),
    /** Tasks that the delegate may do now for the delegator: own cases, personal steps and cases that come back to the subject are left out. */
    openTasks: z.int(),
    /** Whether the reader may end it now. */
    mayEnd: z.boolean(),
  })
  .meta({ id: 'DelegationView' });
export type DelegationView = z.infer<typeof DelegationView>;

/** What I gave to others and what others gave to me, newest first. */
export const MyDelegations = z.object({ given: z.array(DelegationView), received: z.array(DelegationView) }).meta({ id: 'MyDelegations' });
export type MyDelegations = z.infer<typeof MyDelegations>;

/** Delegations of a scope, a page at a time. */
export const DelegationList = z.object({ delegations: z.array(DelegationView), total: z.int() }).meta({ id: 'DelegationList' });
export type DelegationList = z.infer<typeof DelegationList>;

export const DelegationMade = z.object({ id: Id }).meta({ id: 'DelegationMade' });
export type DelegationMade = z.infer<typeof DelegationMade>;
