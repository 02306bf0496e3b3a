import type { ApprovalMatter } from '@fairmark/contracts/approvals';
import { Duration, type DepartmentRef } from '@fairmark/contracts/common';
import { loadRequest } from '@fairmark/persistence/approvals';
import { sql, type Executor } from '@fairmark/persistence/database';

const textIn = (about: Record<string, unknown>, key: string): string | null => (typeof about[key] === 'string' ? about[key] : null);

/** What is asked for in an approval that is a process of its own: whoever decides has to know it, and has no other page that says it. */
export async function matterOf(read: Executor, id: string): Promise<ApprovalMatter> {
  const { about, departmentId, reason } = await loadRequest(read, id);
  const by = Duration.safeParse(about['by']);
  const visitId = textIn(about, 'visitId');
  const visit = visitId ? await read.one(sql<{ step: string }>`select step from visits where id = ${visitId}`) : undefined;
  const planVersionId = textIn(about, 'planVersionId');
  const plan = planVersionId
    ? await read.one(sql<NonNullable<ApprovalMatter['plan']>>`select p.code, p.name, p.name_en as "nameEn", v.no from plan_versions v join plans p on p.id = v.plan_id where v.id = ${planVersionId}`)
    : undefined;
  const department = departmentId ? await read.one(sql<DepartmentRef>`select id, name, name_en as "nameEn" from departments where id = ${departmentId}`) : undefined;
  return { reason, step: visit?.step ?? null, by: by.success ? by.data : null, plan: plan ?? null, indicatorId: textIn(about, 'indicatorId'), subPeriod: textIn(about, 'subPeriod'), department: department ?? null };
}
