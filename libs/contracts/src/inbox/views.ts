import { z } from 'zod';
import { DeadlineChange } from '../calendar/index.js';
import { Id, Instant, PersonRef } from '../common/index.js';

export const ProcessKindName = z.enum(['review', 'cycle', 'calibration', 'appeal', 'approval', 'rollout', 'pilot', 'wave', 'pdcaQuarter']).meta({ id: 'ProcessKind' });

/** Cycle that a matter belongs to. */
export const CycleRef = z.object({ id: Id, name: z.string(), nameEn: z.string().nullable() }).meta({ id: 'CycleRef' });
export type CycleRef = z.infer<typeof CycleRef>;

/**
 * What happens when the deadline passes and nobody acts. `none`, `remind`: it goes on waiting, with reminders. `escalate`: the next manager is asked.
 * `handToHr`: HR is asked to appoint somebody. `moveOn`: the step ends by itself and is recorded so.
 */
export const AtDeadline = z.enum(['none', 'remind', 'escalate', 'handToHr', 'moveOn']).meta({ id: 'AtDeadline' });

/** What every matter that waits says about itself. */
const Matter = z.object({
  kind: ProcessKindName,
  /** Id of the review, cycle, session, appeal or approval. */
  processId: Id,
  step: z.string(),
  /** The person whom it is about; null where it is about many. */
  subject: PersonRef.nullable(),
  cycle: CycleRef.nullable(),
  /** Since when it waits. */
  since: Instant,
  dueAt: Instant.nullable(),
  /** Zone in which the deadline was computed. */
  zone: z.string().nullable(),
  /** The deadline rests on days of a year whose official days are not announced yet. */
  provisional: z.boolean(),
  atDeadline: AtDeadline,
  /** People it waits for. Empty when it waits for a date or another process, or where names would tell too much. */
  waitingFor: z.array(PersonRef),
  /** Path inside the application. */
  link: z.string(),
});

/** One line of an inbox. */
export const InboxItem = Matter.extend({
  /** Unique inside its box. */
  id: z.string(),
  visitId: Id.nullable(),
  /** Why it is mine: code of the assignment. Null for what I started. */
  why: z.string().nullable(),
  /** Whose task it is, where I stand in for somebody. */
  onBehalfOf: PersonRef.nullable(),
  /** In `waiting`: who may do it for me. */
  standIns: z.array(PersonRef),
  /** In `done`: who decided it for me as my substitute. */
  decidedBy: PersonRef.nullable(),
  /** In the box `done`: what I decided, and when. */
  decision: z.string().nullable(),
  decidedAt: Instant.nullable(),
}).meta({ id: 'InboxItem' });
export type InboxItem = z.infer<typeof InboxItem>;

/** `copied` 抄送: cases of which somebody was sent a copy; `decision` is how they stand, `decidedAt` when the copy was read. */
export const InboxBox = z.enum(['waiting', 'started', 'done', 'copied']);
export type InboxBox = z.infer<typeof InboxBox>;

export const InboxQuery = z.object({ box: InboxBox.default('waiting'), page: z.coerce.number().int().min(1).max(10_000).default(1), pageSize: z.coerce.number().int().min(1).max(100).default(20) });
export type InboxQuery = z.infer<typeof InboxQuery>;

/** One page of a box, and how many lines each box has. */
export const InboxPage = z.object({ items: z.array(InboxItem), counts: z.object({ waiting: z.int(), started: z.int(), done: z.int(), copied: z.int() }) }).meta({ id: 'InboxPage' });
export type InboxPage = z.infer<typeof InboxPage>;

/** How a visit ended. `by` is null when a deadline or another process ended it; `byTimeout` tells the two apart. */
export const VisitDecision = z.object({ by: PersonRef.nullable(), onBehalfOf: PersonRef.nullable(), byTimeout: z.boolean(), at: Instant, outcome: z.string() }).meta({ id: 'VisitDecision' });

/** The page of one visit: what it waits for, why whom, until when, what then, and what went before. */
export const VisitView = Matter.extend({
  id: Id,
  no: z.int(),
  state: z.enum(['open', 'closed']),
  /** People who are waited for, with the reason why each of them; `by` is who decided for them as their substitute. */
  people: z.array(z.object({ person: PersonRef, why: z.string(), state: z.enum(['open', 'done', 'notNeeded', 'moved']), by: PersonRef.nullable() })),
  /** The next reminder, when one is ahead. */
  remindAt: Instant.nullable(),
  /** Working time that was given back because nobody could act. */
  downtimeSeconds: z.int(),
  /** Every move of the deadline with its reason, oldest first. */
  deadlineChanges: z.array(DeadlineChange),
  /** The case to which the visit belongs. */
  approvalId: Id.nullable(),
  /** Ids of what the visit is about. */
  payload: z.record(z.string(), z.unknown()),
  /** How it ended; the page says "already decided by …". */
  decided: VisitDecision.nullable(),
  /** The open visit of the same step, when this one has ended. */
  successorId: Id.nullable(),
  /** Earlier visits of the step, newest first. */
  history: z.array(z.object({ id: Id, no: z.int(), openedAt: Instant, decided: VisitDecision.nullable() })),
  /** For whom the reader would act here as a substitute. */
  onBehalfOf: PersonRef.nullable(),
  /** Who may act here for the reader. */
  standIns: z.array(PersonRef),
  /** Actions that this person is offered here, and on the process as a whole. */
  actions: z.array(z.string()),
  processActions: z.array(z.string()),
}).meta({ id: 'VisitView' });
export type VisitView = z.infer<typeof VisitView>;

/** A notice in the application; its text belongs to the client, by `kind`. */
export const NoticeView = z
  .object({ id: Id, kind: z.string(), link: z.string(), params: z.record(z.string(), z.unknown()), createdAt: Instant, readAt: Instant.nullable() })
  .meta({ id: 'NoticeView' });
export type NoticeView = z.infer<typeof NoticeView>;

export const NoticesPage = z.object({ items: z.array(NoticeView), unread: z.int() }).meta({ id: 'NoticesPage' });
export type NoticesPage = z.infer<typeof NoticesPage>;

export const NoticesQuery = z.object({ page: z.coerce.number().int().min(1).max(10_000).default(1), pageSize: z.coerce.number().int().min(1).max(100).default(20) });

/** Notices to mark as read: these, or all of mine. */
export const ReadNotices = z.object({ ids: z.array(Id).min(1).max(200).optional() });

/** A live event: something about this object changed, or a notice came. Ids only; the client fetches what it shows. */
export const LiveEvent = z.object({ kind: z.enum([...ProcessKindName.options, 'notice']), id: Id.nullable() }).meta({ id: 'LiveEvent' });
export type LiveEvent = z.infer<typeof LiveEvent>;
