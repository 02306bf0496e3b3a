import { sql, type Executor } from '../database/index.js';
import { departmentHeadOf } from '../org/index.js';

const REVIEWER = 'planReviewer.';

/** People whom a role means in a rollout; undefined for a role that is no part of one. */
export async function rolloutParty(tx: Executor, role: string, rolloutId: string, asOf: string): Promise<string[] | undefined> {
  if (role === 'rolloutSponsor') return ids(await tx.all(sql<{ id: string }>`select sponsor_id as id from rollouts where id = ${rolloutId}`));
  if (role.startsWith(REVIEWER))
    return ids(await tx.all(sql<{ id: string }>`
      select review ->> 'reviewerId' as id from rollouts, jsonb_array_elements(settings -> 'planReviews') review where id = ${rolloutId} and review ->> 'key' = ${role.slice(REVIEWER.length)} and review ->> 'reviewerId' is not null`));
  if (role !== 'departmentsConcerned') return undefined;
  const departments = ids(await tx.all(sql<{ id: string }>`select unnest(department_ids) as id from rollouts where id = ${rolloutId}`));
  const heads: string[] = [];
  for (const department of departments) {
    const head = await departmentHeadOf(tx, department, asOf);
    if (head) heads.push(head);
  }
  return [...new Set(heads)];
}

const ids = (rows: readonly { id: string }[]): string[] => rows.map((row) => row.id);
