import { createHash } from 'node:crypto';
import type { BulkDecisionAnswer } from '@fairmark/contracts/approvals';
import { accessErrors, ApprovalStoreErrors, processErrors } from '@fairmark/contracts/errors';
import { accessTable, mayAccess } from '@fairmark/domain/access';
import { relationsTo } from '@fairmark/persistence/access';
import { sql, type Executor } from '@fairmark/persistence/database';
import { ApiError } from '../problems/index.js';
import type { CommandsService } from '../processes/commands.service.js';
import { bodyOf, visitTarget } from '../processes/targets.js';

export type OneResult = BulkDecisionAnswer['results'][number];

interface One {
  visitId: string;
  action: string;
  body: Record<string, unknown>;
  key: string;
  actorId: string;
}

/** One of many: allowed and checked as if it had been sent alone. A refusal is a result and stops nothing. */
export async function decideOne(read: Executor, commands: CommandsService, one: One): Promise<OneResult> {
  const { visitId, action, actorId } = one;
  try {
    const standing = await relationsTo(read, actorId, 'visit', visitId);
    if (!standing.found) throw new ApiError(processErrors.unknownVisit);
    if (!mayAccess(accessTable['processes.visitAction'], standing.relations, standing.step)) throw new ApiError(accessErrors.denied);
    const target = await visitTarget(read, visitId);
    const checked = await bodyOf(target, action, one.body);
    if (action === 'approve' && (await wantsALook(read, visitId))) return { visitId, status: 'skipped', outcome: null, code: ApprovalStoreErrors.lookFirst };
    const { outcome } = await commands.execute({ workflowId: target.workflowId, visitId, actorId, action, key: keyOf(one), body: checked });
    return { visitId, status: 'applied', outcome, code: null };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { visitId, status: error.code === processErrors.outcomeUnknown ? 'unknown' : 'refused', outcome: null, code: error.code };
  }
}

/** Goals with a target outside the realism band are looked at one by one. */
async function wantsALook(read: Executor, visitId: string): Promise<boolean> {
  const row = await read.one(sql`
    select 1 from visits v join reviews r on r.workflow_id = v.workflow_id join goal_sheets g on g.review_id = r.id and g.state = 'submitted'
    where v.id = ${visitId} and v.step in ('goalApproval', 'goalChangeApproval') and jsonb_array_length(g.flags) > 0 limit 1`);
  return row !== undefined;
}

/** A key of its own for each visit, the same for every repetition of the request. */
function keyOf({ key, visitId }: One): string {
  const hash = createHash('sha256').update(`${key}/${visitId}`).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
