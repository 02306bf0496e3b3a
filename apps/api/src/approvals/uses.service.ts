import { Injectable } from '@nestjs/common';
import { ApprovalDefinition, type ApprovalPurpose, type ApprovalUse, type ClearApprovalUse, type SetApprovalUse } from '@fairmark/contracts/approvals';
import { ApprovalStoreErrors } from '@fairmark/contracts/errors';
import { approvalPurposes, purposeRefusal } from '@fairmark/domain/approval';
import { clearUse, expandStored, newestPublished, setUse, usesOf } from '@fairmark/persistence/approvals';
import { appendAudit } from '@fairmark/persistence/audit';
import { Database } from '@fairmark/persistence/database';
import { ApiError } from '../problems/index.js';
import { mustKeepUses } from './keepers.js';

const CHAIN = 'approval-uses';

/** Which definition each purpose uses, in the company and in departments that have their own. */
@Injectable()
export class UsesService {
  constructor(private readonly database: Database) {}

  async list(): Promise<ApprovalUse[]> {
    const { read } = this.database;
    const named = await usesOf(read);
    const shipped = Object.entries(approvalPurposes).filter(([purpose]) => !named.some((use) => use.purpose === purpose && use.department === null));
    const rows = [...shipped.map(([purpose, info]) => ({ purpose: purpose as ApprovalPurpose, department: null, definitionId: info.shipped.id, setBy: null, setAt: null })), ...named];
    return Promise.all(rows.map(async (row) => ({ ...row, version: (await newestPublished(read, row.definitionId))?.version ?? 1, shipped: row.setAt === null })));
  }

  async set({ purpose, departmentId, definitionId }: SetApprovalUse, actorId: string): Promise<ApprovalUse[]> {
    const { read } = this.database;
    await mustKeepUses(read, actorId, departmentId);
    const published = await newestPublished(read, definitionId);
    if (!published) throw new ApiError(ApprovalStoreErrors.notPublished, { id: definitionId });
    const whole = await expandStored(read, ApprovalDefinition.parse(published.document));
    const refusal = whole ? purposeRefusal(purpose, whole) : ApprovalStoreErrors.notPublished;
    if (refusal) throw new ApiError(refusal, { id: definitionId, purpose });
    await this.write(actorId, 'approvalUse.set', { purpose, departmentId, definitionId }, (tx) => setUse(tx, { purpose, departmentId, definitionId }, actorId));
    return this.list();
  }

  async clear({ purpose, departmentId }: ClearApprovalUse, actorId: string): Promise<ApprovalUse[]> {
    await mustKeepUses(this.database.read, actorId, departmentId);
    await this.write(actorId, 'approvalUse.cleared', { purpose, departmentId }, (tx) => clearUse(tx, purpose, departmentId));
    return this.list();
  }

  private async write(actorId: string, action: string, after: Record<string, unknown>, work: (tx: Parameters<Parameters<Database['transaction']>[0]>[0]) => Promise<unknown>): Promise<void> {
    await this.database.transaction(async (tx) => {
      await work(tx);
      await appendAudit(tx, CHAIN, { actorId }, new Date().toISOString(), [{ action, object: String(after['purpose']), after }]);
    });
  }
}
