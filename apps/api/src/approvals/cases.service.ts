import { Injectable } from '@nestjs/common';
import type { ApprovalSubmitted, ApprovalView, SubmitApproval } from '@fairmark/contracts/approvals';
import { accessErrors } from '@fairmark/contracts/errors';
import type { PlanVersionView } from '@fairmark/contracts/plans';
import type { Relation } from '@fairmark/domain/access';
import { approvalHead } from '@fairmark/persistence/approvals';
import { Database } from '@fairmark/persistence/database';
import { holderInProcess } from '@fairmark/persistence/delegations';
import { planOfApproval, planVersion } from '@fairmark/persistence/plans';
import { ApiError } from '../problems/index.js';
import { extensionRequest } from './requests/extension.js';
import { missingValueRequest } from './requests/missingValue.js';
import { submitCase } from './requests/submitCase.js';
import { approvalView } from './view/approvalView.js';

/** Cases as people see them, and those that they start. */
@Injectable()
export class CasesService {
  constructor(private readonly database: Database) {}

  async view(id: string, readerId: string, relations: ReadonlySet<Relation>): Promise<ApprovalView> {
    const { read } = this.database;
    const head = await approvalHead(read, id);
    const holder = head ? await holderInProcess(read, readerId, head.workflowId) : undefined;
    return approvalView(read, id, { id: readerId, relations, standsInFor: holder ? [holder] : [] });
  }

  /** @throws {ApiError} `OBJECT.NOT_FOUND` when the case is about something else than a plan version */
  async plan(id: string): Promise<PlanVersionView> {
    const { read } = this.database;
    const about = await planOfApproval(read, id);
    const version = about && (await planVersion(read, about.code, about.no));
    if (!version) throw new ApiError(accessErrors.objectNotFound);
    return version;
  }

  submit(body: SubmitApproval, actorId: string): Promise<ApprovalSubmitted> {
    return this.database.transaction(async (tx) => {
      const request = body.purpose === 'deadlineExtension' ? await extensionRequest(tx, body, actorId) : await missingValueRequest(tx, body, actorId);
      return { approvalId: await submitCase(tx, request) };
    });
  }
}
