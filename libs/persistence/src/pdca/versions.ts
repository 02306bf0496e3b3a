import type { AdoptedVersion, ItemChange } from '@fairmark/domain/pdca';
import { sql, type Executor } from '../database/index.js';

/** A version that a quarter brought. */
export interface VersionRow extends AdoptedVersion {
  planVersionId: string;
  basedOnId: string;
}

const rows = (where: ReturnType<typeof sql>) => sql<VersionRow>`
  select q.quarter, v.source, v.changes, v.plan_version_id as "planVersionId", v.based_on_id as "basedOnId" from pdca_versions v join pdca_quarters q on q.id = v.quarter_id where ${where} order by v.adopted_at, v.id`;

/** Everything that quarters of a rollout have brought, oldest first. */
export const adoptedVersions = (read: Executor, rolloutId: string): Promise<VersionRow[]> => read.all(rows(sql`v.rollout_id = ${rolloutId}`));

/** What one quarter has brought, oldest first. */
export const versionsOfQuarter = (read: Executor, quarterId: string): Promise<VersionRow[]> => read.all(rows(sql`v.quarter_id = ${quarterId}`));

interface NewVersion {
  rolloutId: string;
  quarterId: string;
  planVersionId: string;
  basedOnId: string;
  source: AdoptedVersion['source'];
  changes: readonly ItemChange[];
  by: string;
  now: string;
}

/** Writes a version down and makes it the one that the rollout works on: the next cycle that opens takes it, running ones keep theirs. */
export async function writeVersion(tx: Executor, { rolloutId, quarterId, planVersionId, basedOnId, source, changes, by, now }: NewVersion): Promise<void> {
  await tx.run(sql`
    insert into pdca_versions (rollout_id, quarter_id, plan_version_id, based_on_id, source, changes, adopted_by, adopted_at)
    values (${rolloutId}, ${quarterId}, ${planVersionId}, ${basedOnId}, ${source}, ${JSON.stringify(changes)}::jsonb, ${by}, ${now})`);
  await tx.run(sql`update rollouts set plan_version_id = ${planVersionId} where id = ${rolloutId}`);
}
