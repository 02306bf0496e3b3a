import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ISSUE_REPORTED, type IssueList, type IssueQuery, type IssueReported, type IssueRollouts, type OwnIssue, type OwnIssues, type ReportIssue } from '@fairmark/contracts/issues';
import { issueErrors } from '@fairmark/contracts/errors';
import { workflowId } from '@fairmark/contracts/process';
import { appendAudit } from '@fairmark/persistence/audit';
import { Database } from '@fairmark/persistence/database';
import { addIssue, closeIssue, issueByCode, issuePage, issueRollouts, ownIssues } from '@fairmark/persistence/issues';
import { sendEvents } from '@fairmark/persistence/process';
import { ApiError } from '../problems/index.js';

const hashOf = (code: string): string => createHash('sha256').update(code).digest('hex');

/** Takes reports, shows answers, closes what is done. */
@Injectable()
export class IssuesService {
  constructor(private readonly database: Database) {}

  async rollouts(): Promise<IssueRollouts> {
    return { rollouts: await issueRollouts(this.database.read) };
  }

  /** @throws {ApiError} `ISSUE.ROLLOUT_CLOSED`, also when there is no such rollout */
  async report(employeeId: string, { rolloutId, page, report, anonymous }: ReportIssue): Promise<IssueReported> {
    const at = new Date().toISOString();
    const code = anonymous ? randomBytes(16).toString('base64url') : null;
    const given = { rolloutId, page, report, reportedOn: at.slice(0, 10), reporterId: anonymous ? null : employeeId, codeHash: code && hashOf(code) };
    await this.database.transaction(async (tx) => {
      const open = await issueRollouts(tx);
      if (!open.some(({ id }) => id === rolloutId)) throw new ApiError(issueErrors.rolloutClosed);
      const id = await addIssue(tx, given);
      // An anonymous report leaves nothing but its row: no event, no entry of the record, until the next day's delivery.
      if (anonymous) return;
      await sendEvents(tx, [{ workflowId: workflowId.rollout(rolloutId), name: ISSUE_REPORTED, body: { issueId: id } }], null);
      await appendAudit(tx, `issues/${rolloutId}`, { actorId: employeeId }, at, [{ action: 'issue.reported', object: id, texts: { report: { body: report, ownerId: employeeId } } }]);
    });
    return { code };
  }

  async mine(employeeId: string): Promise<OwnIssues> {
    return { issues: await ownIssues(this.database.read, employeeId) };
  }

  /** @throws {ApiError} `ISSUE.UNKNOWN_CODE` */
  async byCode(code: string): Promise<OwnIssue> {
    const issue = await issueByCode(this.database.read, hashOf(code));
    if (!issue) throw new ApiError(issueErrors.unknownCode);
    return issue;
  }

  async list(rolloutId: string, { state, page, pageSize }: IssueQuery): Promise<IssueList> {
    return issuePage(this.database.read, rolloutId, { state, limit: pageSize, offset: (page - 1) * pageSize });
  }

  /** @throws {ApiError} `ISSUE.NOT_ANSWERED` */
  async close(rolloutId: string, issueId: string, by: string): Promise<void> {
    const at = new Date().toISOString();
    await this.database.transaction(async (tx) => {
      if (!(await closeIssue(tx, rolloutId, issueId, { by, at }))) throw new ApiError(issueErrors.notAnswered);
      await appendAudit(tx, `issues/${rolloutId}`, { actorId: by }, at, [{ action: 'issue.closed', object: issueId }]);
    });
  }
}
