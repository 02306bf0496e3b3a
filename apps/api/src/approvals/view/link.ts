import type { ApprovalCase, ApprovalHead } from '@fairmark/persistence/approvals';
import { sql, type Executor } from '@fairmark/persistence/database';
import { processLink } from '@fairmark/persistence/process';

/** Page of the matter itself, inside the application. */
export async function linkOf(read: Executor, { kind, refId, purpose }: ApprovalHead, { scope }: ApprovalCase): Promise<string | null> {
  if (kind !== 'approval') return processLink(kind, refId);
  if (purpose === 'planVersion' && scope.planVersionId) {
    const row = await read.one(sql<{ code: string }>`select p.code from plan_versions v join plans p on p.id = v.plan_id where v.id = ${scope.planVersionId}`);
    return row ? `/plans?plan=${encodeURIComponent(row.code)}` : null;
  }
  return null;
}
