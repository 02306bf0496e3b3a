import { z } from 'zod';
import { BasisPoints, DepartmentRef, Id, Instant, LocalDate, PersonRef } from '../common/index.js';
import { ProcessKindName } from '../inbox/index.js';
import { ChangeKind, ChangePolicy } from './kinds.js';

/** `scheduled`: its day has not come. `applying`: processes are told, in pages. `applied`: every one of them has taken it in. */
export const ChangeState = z.enum(['scheduled', 'applying', 'applied']).meta({ id: 'ChangeState' });
export type ChangeState = z.infer<typeof ChangeState>;

/** Policy of one kind of process for a kind of change, with what HR may choose. */
export const PolicyView = z
  .object({ process: ProcessKindName, change: ChangeKind, policy: ChangePolicy, isDefault: z.boolean(), allowed: z.array(ChangePolicy), setBy: PersonRef.nullable(), setAt: Instant.nullable() })
  .meta({ id: 'ChangePolicyView' });
export type PolicyView = z.infer<typeof PolicyView>;
export const PolicyList = z.object({ policies: z.array(PolicyView) }).meta({ id: 'ChangePolicyList' });
export type PolicyList = z.infer<typeof PolicyList>;

/** A change and how far it is taken in. */
export const ChangeView = z
  .object({
    id: Id,
    kind: ChangeKind,
    source: z.enum(['hr', 'import']),
    importId: Id.nullable(),
    employee: PersonRef.nullable(),
    department: DepartmentRef.nullable(),
    /** Manager before and after, or the successor of somebody who leaves. */
    from: PersonRef.nullable(),
    to: PersonRef.nullable(),
    toDepartment: DepartmentRef.nullable(),
    effectiveOn: LocalDate,
    until: LocalDate.nullable(),
    reason: z.string().nullable(),
    madeBy: PersonRef.nullable(),
    createdAt: Instant,
    state: ChangeState,
    /** Policies as they were when its day came, by kind of process. Empty before. */
    policies: z.partialRecord(ProcessKindName, ChangePolicy),
    /** Processes that have taken it in, and all that are concerned. Tasks that moved. */
    done: z.int(),
    total: z.int(),
    moved: z.int(),
    appliedAt: Instant.nullable(),
  })
  .meta({ id: 'ChangeView' });
export type ChangeView = z.infer<typeof ChangeView>;
export const ChangeList = z.object({ changes: z.array(ChangeView), total: z.int() }).meta({ id: 'ChangeList' });
export type ChangeList = z.infer<typeof ChangeList>;

/** Why a task is where it is: the rule, the person, the event. `to` is null where nobody takes it over, such as input that stays missing. */
export const TaskMove = z
  .object({
    visitId: Id, process: ProcessKindName, processId: Id, step: z.string(), subject: PersonRef.nullable(), from: PersonRef, to: PersonRef.nullable(), why: z.string(), policy: ChangePolicy, at: Instant,
    change: z.object({ id: Id, kind: ChangeKind, employee: PersonRef.nullable(), effectiveOn: LocalDate }).nullable(),
  })
  .meta({ id: 'TaskMove' });
export type TaskMove = z.infer<typeof TaskMove>;
export const TaskMoveList = z.object({ moves: z.array(TaskMove), total: z.int() }).meta({ id: 'TaskMoveList' });
export type TaskMoveList = z.infer<typeof TaskMoveList>;

/** An open task that a change concerns. `outcome` `moves`: `to` does it; `stays`: the policy leaves it; `ends`: nobody does it any more; `appoints`: HR is asked to name somebody. */
export const ConcernedTask = z
  .object({
    visitId: Id, process: ProcessKindName, processId: Id, step: z.string(), subject: PersonRef.nullable(), from: PersonRef, to: PersonRef.nullable(), why: z.string().nullable(), policy: ChangePolicy,
    outcome: z.enum(['moves', 'stays', 'ends', 'appoints']),
  })
  .meta({ id: 'ConcernedTask' });
export type ConcernedTask = z.infer<typeof ConcernedTask>;

/** A stretch of a review under one manager, and its exact share. Opinions have none. */
export const StretchShare = z.object({ manager: PersonRef.nullable(), from: LocalDate, to: LocalDate, days: z.int(), workingDays: z.int(), kind: z.enum(['segment', 'opinion']), weightBp: BasisPoints }).meta({ id: 'StretchShare' });
export type StretchShare = z.infer<typeof StretchShare>;

/** A review whose stretches change. */
export const ConcernedReview = z.object({ reviewId: Id, subject: PersonRef, step: z.string(), policy: ChangePolicy, before: z.array(StretchShare), after: z.array(StretchShare) }).meta({ id: 'ConcernedReview' });
export type ConcernedReview = z.infer<typeof ConcernedReview>;

/** What a change will do, before it is applied: nothing of it is written. */
export const ChangePreview = z
  .object({ people: z.int(), tasks: z.int(), processes: z.int(), lines: z.array(ConcernedTask), reviews: z.array(ConcernedReview), policies: z.partialRecord(ProcessKindName, ChangePolicy), delegations: z.int(), cyclesToJoin: z.array(z.object({ id: Id, name: z.string() })) })
  .meta({ id: 'ChangePreview' });
export type ChangePreview = z.infer<typeof ChangePreview>;

/** The changes that an import contains, by kind, with the people and open tasks that they concern. */
export const ImportChanges = z
  .object({ changes: z.int(), people: z.int(), tasks: z.int(), byKind: z.partialRecord(ChangeKind, z.int()), lines: z.array(z.object({ kind: ChangeKind, subject: z.string(), from: z.string().nullable(), to: z.string().nullable(), effectiveOn: LocalDate, tasks: z.int() })) })
  .meta({ id: 'ImportChanges' });
export type ImportChanges = z.infer<typeof ImportChanges>;

export const ChangeMade = z.object({ id: Id, state: ChangeState }).meta({ id: 'ChangeMade' });
export type ChangeMade = z.infer<typeof ChangeMade>;
