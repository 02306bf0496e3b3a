import { PlanDocument, type PlanFinding, type PlanOverride, type PlanVersionSummary, type PlanVersionView, type PlanView } from '@fairmark/contracts/plans';
import { blockingFindings } from '@fairmark/domain/plans';
import { sql, type Executor } from '../database/index.js';

type SummaryRow = Omit<PlanVersionSummary, 'usable' | 'findings'> & { planId: string; findings: PlanFinding[] };
type PlanRow = Omit<PlanView, 'versions'>;

const summaryColumns = sql`v.id, v.plan_id as "planId", v.no, v.state, v.document_hash as "documentHash", v.findings, v.created_at as "createdAt", v.frozen_at as "frozenAt",
  v.approval_state as "approvalState", v.revision, coalesce(v.changed_at, v.created_at) as "changedAt",
  (select jsonb_build_object('id', e.id, 'name', e.name, 'nameEn', e.name_en) from employees e where e.id = coalesce(v.changed_by, v.created_by)) as "changedBy", (select r.id from approval_requests r where r.purpose = 'planVersion' and r.about ->> 'planVersionId' = v.id::text order by r.created_at desc limit 1) as "approvalId",
  (select count(*)::integer from cycles c where c.plan_version_id = v.id and c.state <> 'draft') as cycles`;
const planColumns = sql`p.id, p.code, p.name, p.name_en as "nameEn"`;

const summaryOf = ({ findings, planId: _planId, ...row }: SummaryRow): PlanVersionSummary => ({ ...row, usable: blockingFindings(findings).length === 0, findings: findings.length });

/** All plans by code, or the one with this code, with their versions, newest first. */
export async function plansWithVersions(read: Executor, code: string | null = null): Promise<PlanView[]> {
  const plans = await read.all(sql<PlanRow>`select ${planColumns} from plans p where ${code}::text is null or p.code = ${code} order by p.code`);
  const versions = await read.all(sql<SummaryRow>`select ${summaryColumns} from plan_versions v join plans p on p.id = v.plan_id where ${code}::text is null or p.code = ${code} order by v.no desc`);
  return plans.map((plan) => ({ ...plan, versions: versions.filter((version) => version.planId === plan.id).map(summaryOf) }));
}

/** One version with its document; undefined when there is none. */
export async function planVersion(read: Executor, code: string, no: number): Promise<PlanVersionView | undefined> {
  const row = await read.one(sql<SummaryRow & { plan: PlanRow; document: unknown; overrides: PlanOverride[] }>`
    select ${summaryColumns}, v.document, v.overrides, jsonb_build_object('id', p.id, 'code', p.code, 'name', p.name, 'nameEn', p.name_en) as plan
    from plan_versions v join plans p on p.id = v.plan_id where p.code = ${code} and v.no = ${no}`);
  if (!row) return undefined;
  const { document, overrides, plan, ...summary } = row;
  return { ...summaryOf(summary), findings: summary.findings, plan, document: PlanDocument.parse(document), overrides };
}

/** Document and overrides of a version by its id, for the rules of a cycle. */
export async function planOfVersion(read: Executor, versionId: string): Promise<{ planId: string; document: PlanDocument; overrides: PlanOverride[] } | undefined> {
  return read.one(sql<{ planId: string; document: PlanDocument; overrides: PlanOverride[] }>`select plan_id as "planId", document, overrides from plan_versions where id = ${versionId}`);
}
