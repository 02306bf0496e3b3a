import { appendAudit } from '../audit/index.js';
import { sql, type Executor } from '../database/index.js';

/** From now on the version never changes; a trigger of the database sees to it. Freezing it again changes nothing. */
export async function freezeVersion(tx: Executor, versionId: string, actorId: string, now: string): Promise<void> {
  const frozen = await tx.one(sql<{ planId: string; documentHash: string }>`
    update plan_versions set state = 'inUse', frozen_at = ${now} where id = ${versionId} and state = 'draft' returning plan_id as "planId", document_hash as "documentHash"`);
  if (frozen) await appendAudit(tx, `plan/${frozen.planId}`, { actorId }, now, [{ action: 'plan.frozen', object: versionId, after: { documentHash: frozen.documentHash } }]);
}
