import { z } from 'zod';
import { Id, Instant, LocalDate } from '../common/index.js';

export * from './collaborators.js';
export * from './selfReview.js';
export * from './views.js';

const Text = z.string().trim().min(1).max(10_000);

/** Body of `POST /reviews/:id/acceptance`: accepting takes two confirmations; `revoke` takes either back until the window ends. */
export const AcceptResult = z
  .discriminatedUnion('act', [
    z.object({ act: z.literal('seen') }),
    z.object({ act: z.literal('accept'), confirmation: z.union([z.literal(1), z.literal(2)]) }),
    z.object({ act: z.literal('revoke') }),
  ])
  .meta({ id: 'AcceptResult' });
export type AcceptResult = z.infer<typeof AcceptResult>;

/** What was agreed in the interview; it comes up again in the next interview and goal setting. */
export const DevelopmentAction = z.object({ text: Text, ownerId: Id, dueOn: LocalDate }).meta({ id: 'DevelopmentAction' });
export type DevelopmentAction = z.infer<typeof DevelopmentAction>;

/** Body of `POST /reviews/:id/interview`: the manager's record, with at least one development action. */
export const RecordInterview = z
  .object({ heldOn: LocalDate, text: Text, actions: z.array(DevelopmentAction).min(1).max(20) })
  .meta({ id: 'RecordInterview' });
export type RecordInterview = z.infer<typeof RecordInterview>;

/** Body of `POST /reviews/:id/interview/confirmation`: the employee confirms that it was held, and may comment. */
export const ConfirmInterview = z.object({ comment: z.string().max(10_000).default('') }).meta({ id: 'ConfirmInterview' });
export type ConfirmInterview = z.infer<typeof ConfirmInterview>;

/** Body of `POST /reviews/:id/interview/waiver`: HR lets the window run without an interview, with a reason both can read. */
export const WaiveInterview = z.object({ reason: Text }).meta({ id: 'WaiveInterview' });
export type WaiveInterview = z.infer<typeof WaiveInterview>;

/** How a result ended up acknowledged. */
export const AcceptanceRecord = z.enum(['accepted', 'deemedAccepted', 'decidedOnAppeal']).meta({ id: 'AcceptanceRecord' });
export type AcceptanceRecord = z.infer<typeof AcceptanceRecord>;

/** What the person may do now, as the page shows it. `endsAt` null: the window waits for the interview. */
export const AcceptanceView = z
  .object({
    status: z.enum(['unpublished', 'open', 'acceptedOnce', 'accepted', 'appealed', 'final']),
    seenAt: Instant.nullable(),
    earliestEndAt: Instant.nullable(),
    endsAt: Instant.nullable(),
    willBeRecordedAs: AcceptanceRecord.nullable(),
    recordedAs: AcceptanceRecord.nullable(),
    finalAt: Instant.nullable(),
    interviewRecordedAt: Instant.nullable(),
    escalateInterviewAt: Instant.nullable(),
    nextActs: z.array(z.enum(['seen', 'accept1', 'accept2', 'revoke', 'appeal'])),
  })
  .meta({ id: 'AcceptanceView' });
export type AcceptanceView = z.infer<typeof AcceptanceView>;
