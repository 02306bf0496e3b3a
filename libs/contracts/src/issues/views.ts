import { z } from 'zod';
import { Id, Instant, PersonRef } from '../common/index.js';

/** `reported`: waits to be handed over with the other anonymous reports of its day. `delivered`: the lead is asked. `answered`: waits for the weekly review. */
export const IssueState = z.enum(['reported', 'delivered', 'answered', 'closed']).meta({ id: 'IssueState' });
export type IssueState = z.infer<typeof IssueState>;

/** A report as its author reads it. Days are calendar days in UTC; a time of day is kept of no report. */
export const OwnIssue = z
  .object({ id: Id, rollout: z.string(), rolloutEn: z.string().nullable(), page: z.string(), report: z.string(), reportedOn: z.string(), state: IssueState, answer: z.string().nullable(), answeredAt: Instant.nullable() })
  .meta({ id: 'OwnIssue' });
export type OwnIssue = z.infer<typeof OwnIssue>;

/** A report as the people of the rollout read it. `reporter` is null where it is anonymous; `dueAt` and `visitId` are those of the answer, null once given. */
export const IssueView = z
  .object({
    id: Id, page: z.string(), report: z.string(), reportedOn: z.string(), state: IssueState, reporter: PersonRef.nullable(), answer: z.string().nullable(), answeredAt: Instant.nullable(), answeredBy: PersonRef.nullable(),
    dueAt: Instant.nullable(), visitId: Id.nullable(), closedAt: Instant.nullable(),
  })
  .meta({ id: 'IssueView' });
export type IssueView = z.infer<typeof IssueView>;

/** Reports of a rollout, oldest first: what has waited longest is looked at first. */
export const IssueList = z.object({ issues: z.array(IssueView), total: z.int() }).meta({ id: 'IssueList' });
export type IssueList = z.infer<typeof IssueList>;

/** Own reports that are not anonymous, newest first. */
export const OwnIssues = z.object({ issues: z.array(OwnIssue) }).meta({ id: 'OwnIssues' });
export type OwnIssues = z.infer<typeof OwnIssues>;

/** Rollouts that a report can be about: those that have not ended. */
export const IssueRollouts = z.object({ rollouts: z.array(z.object({ id: Id, name: z.string(), nameEn: z.string().nullable() })) }).meta({ id: 'IssueRollouts' });
export type IssueRollouts = z.infer<typeof IssueRollouts>;

/** `code` only for an anonymous report, and only here: it is stored as a hash. */
export const IssueReported = z.object({ code: z.string().nullable() }).meta({ id: 'IssueReported' });
export type IssueReported = z.infer<typeof IssueReported>;
