import { z } from 'zod';
import { Id } from '../common/index.js';

const IDS = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4,}/gi;

/** Path of the page that a report is about, without ids and queries: the address of somebody's own review would say who reports. */
export const ReportedPage = z
  .string()
  .max(500)
  .transform((path) => (path.split(/[?#]/)[0] ?? '').replaceAll(IDS, '…'));

/** A report about the plan. `anonymous`: nothing about the author is stored, and the answer is read by a code. */
export const ReportIssue = z.object({ rolloutId: Id, page: ReportedPage.default(''), report: z.string().trim().min(1).max(4000), anonymous: z.boolean() }).meta({ id: 'ReportIssue' });
export type ReportIssue = z.infer<typeof ReportIssue>;

/** The lead's answer to a report. */
export const AnswerIssue = z.object({ answer: z.string().trim().min(1).max(4000) }).meta({ id: 'AnswerIssue' });
export type AnswerIssue = z.infer<typeof AnswerIssue>;

/** Code of an anonymous report, as it was shown once. In a body, never in an address. */
export const IssueCode = z.object({ code: z.string().trim().min(8).max(80) }).meta({ id: 'IssueCode' });
export type IssueCode = z.infer<typeof IssueCode>;

/** Which reports of a rollout are listed: `open` until the weekly review has closed them. */
export const IssueQuery = z.object({ state: z.enum(['open', 'all']).default('open'), page: z.coerce.number().int().min(1).max(10_000).default(1), pageSize: z.coerce.number().int().min(1).max(100).default(20) });
export type IssueQuery = z.infer<typeof IssueQuery>;

/** Event to a rollout: a report waits for its lead. */
export const ISSUE_REPORTED = 'issueReported';
