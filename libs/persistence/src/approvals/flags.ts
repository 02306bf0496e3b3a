import { sql, type Executor } from '../database/index.js';
import type { NewApprovalRequest } from './requests.js';

/** What the matter itself says about the way of its case. */
export async function requestFlags(read: Executor, { purpose, about }: Pick<NewApprovalRequest, 'purpose' | 'about'>): Promise<Record<string, boolean>> {
  if (purpose !== 'planVersion') return {};
  const row = await read.one(sql`
    select 1 from plan_versions v, jsonb_array_elements(v.document -> 'sheets') s where v.id = ${String(about['planVersionId'])}::uuid and jsonb_array_length(coalesce(s -> 'dependsOnDepartments', '[]')) > 0 limit 1`);
  return { dependsOnDepartments: row !== undefined };
}
