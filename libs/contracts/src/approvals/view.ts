import { z } from 'zod';
import { BilingualText, DepartmentRef, Duration, Id, Instant, PersonRef } from '../common/index.js';
import { ApprovalKind } from './definition.js';
import { ApprovalPurpose } from './purposes.js';
import { DefinitionDocument } from './store.js';

/** `ahead`: not entered. `passed`: a copy was sent, or everybody had approved before. `skipped`: its condition did not hold. */
export const ApprovalNodeState = z.enum(['ahead', 'open', 'approved', 'rejected', 'returned', 'passed', 'skipped', 'ended']).meta({ id: 'ApprovalNodeState' });
export type ApprovalNodeState = z.infer<typeof ApprovalNodeState>;

/** What happens when a deadline passes: the policy of the node, with its length where it has one. */
export const ApprovalAtDeadline = z
  .object({ act: z.enum(['remind', 'escalate', 'handToHr', 'extend', 'default']), every: Duration.optional(), by: Duration.optional(), decision: z.enum(['approve', 'reject']).optional() })
  .meta({ id: 'ApprovalAtDeadline' });

/** One person's part in a node. `why`: code of how they came to it. */
export const ApprovalPart = z
  .object({
    person: PersonRef,
    why: z.string(),
    state: z.enum(['waiting', 'open', 'approved', 'rejected', 'returned', 'byTimeout', 'alreadyApproved', 'notNeeded', 'replaced', 'copied', 'consulted']),
    at: Instant.nullable(),
    readAt: Instant.nullable(),
  })
  .meta({ id: 'ApprovalPart' });
export type ApprovalPart = z.infer<typeof ApprovalPart>;

/** A node of the chart with the people of its last entry; earlier entries stand in the timeline. */
export const ApprovalNodeView = z.object({ nodeId: z.string(), state: ApprovalNodeState, visits: z.int(), people: z.array(ApprovalPart) }).meta({ id: 'ApprovalNodeView' });
export type ApprovalNodeView = z.infer<typeof ApprovalNodeView>;

/** One line of the timeline: who did what for whom, when and why. `actor` is null for a deadline and the organisation. */
export const ApprovalEntry = z
  .object({
    no: z.int(),
    at: Instant,
    /** submitted, approve, reject, return, addBefore, …, timeout, organisationChanged, withdraw, nudge, comment, read. */
    what: z.string(),
    actor: PersonRef.nullable(),
    /** The holder of the task when somebody stood in. */
    onBehalfOf: PersonRef.nullable(),
    nodeId: z.string().nullable(),
    visitId: Id.nullable(),
    /** Whom it concerns: added, transferred to, consulted. */
    people: z.array(PersonRef),
    /** Who has to act from now on because of it, and why. */
    opened: z.array(z.object({ person: PersonRef, nodeId: z.string(), why: z.string() })),
    /** Null: there is none, or the reader may not see it. */
    comment: z.string().nullable(),
    /** Facts of the act: `to`, `then` of a return, the policy of a deadline. */
    details: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'ApprovalEntry' });
export type ApprovalEntry = z.infer<typeof ApprovalEntry>;

/** Somebody for whom it waits now. */
export const ApprovalWaiting = z
  .object({ visitId: Id, nodeId: z.string(), person: PersonRef, why: z.string(), since: Instant, dueAt: Instant.nullable(), zone: z.string().nullable(), remindAt: Instant.nullable(), atDeadline: ApprovalAtDeadline })
  .meta({ id: 'ApprovalWaiting' });
export type ApprovalWaiting = z.infer<typeof ApprovalWaiting>;

/**
 * What the reader is offered in one visit: `operators` are actions of `POST /api/visits/:visitId/:operator`. `onBehalfOf` is set when the task is somebody
 * else's for whom the reader stands in.
 */
export const ApprovalOffer = z
  .object({
    visitId: Id,
    nodeId: z.string(),
    onBehalfOf: PersonRef.nullable(),
    operators: z.array(z.string()),
    /** Nodes to which a return may go, besides the submitter. */
    returnTargets: z.array(z.object({ nodeId: z.string(), title: BilingualText })),
    /** People whom the reader added and may take out again. */
    removable: z.array(PersonRef),
  })
  .meta({ id: 'ApprovalOffer' });
export type ApprovalOffer = z.infer<typeof ApprovalOffer>;

/** What is asked for in an approval of its own, with the reason that the submitter wrote. Only what belongs to its purpose is there. */
export const ApprovalMatter = z
  .object({
    reason: z.string().nullable(),
    /** Step whose deadline moves, and by how much. */
    step: z.string().nullable(),
    by: Duration.nullable(),
    plan: z.object({ code: z.string(), name: z.string(), nameEn: z.string().nullable(), no: z.int() }).nullable(),
    /** Value that is missing or too weak. */
    indicatorId: z.string().nullable(),
    subPeriod: z.string().nullable(),
    department: DepartmentRef.nullable(),
  })
  .meta({ id: 'ApprovalMatter' });
export type ApprovalMatter = z.infer<typeof ApprovalMatter>;

/** One approval with everything that the reader may see of it. */
export const ApprovalView = z
  .object({
    id: Id,
    purpose: ApprovalPurpose.nullable(),
    kind: ApprovalKind,
    title: BilingualText,
    state: z.enum(['running', 'returned', 'approved', 'rejected', 'withdrawn', 'ended']),
    /** The process in which it runs. */
    process: z.object({ kind: z.string(), id: Id }),
    /** Page of the matter itself; null where the reader may not open it. */
    link: z.string().nullable(),
    subject: PersonRef.nullable(),
    submitter: PersonRef.nullable(),
    submittedAt: Instant,
    endedAt: Instant.nullable(),
    definition: z.object({ id: z.string(), version: z.int(), document: DefinitionDocument }),
    /** Null where the case runs inside another process, whose page shows it, and where the reader may not see it. */
    matter: ApprovalMatter.nullable(),
    /** Values of the form; null where the reader may not see them. */
    fields: z.record(z.string(), z.unknown()).nullable(),
    nodes: z.array(ApprovalNodeView),
    timeline: z.array(ApprovalEntry),
    waiting: z.array(ApprovalWaiting),
    offers: z.array(ApprovalOffer),
    /** Acts on the whole case offered to the reader: withdraw, nudge, resubmit, comment. Of a process of its own at `/api/processes/approval/:id/:act`, else on a visit. */
    acts: z.array(z.string()),
  })
  .meta({ id: 'ApprovalView' });
export type ApprovalView = z.infer<typeof ApprovalView>;
