import { metricsErrors } from '@fairmark/contracts/errors';
import type { AcceptQuality } from '@fairmark/contracts/metrics';
import { DomainError } from '@fairmark/domain/common';
import { appendAudit } from '../audit/index.js';
import { sql, type Executor } from '../database/index.js';
import { hasRole } from '../identity/index.js';
import { departmentHeadOf } from '../org/index.js';
import { METRICS_CHAIN } from './importBatch.js';
import { qualityLimit } from './qualityList.js';

interface Acceptance {
  hrId: string | null;
  headId: string | null;
}

/**
 * One of the two acts that accept low quality for the people of a department: HR in whose scope it is, or its head, and they are two people. A new
 * import leaves the acceptance: the reason was about this indicator and sub-period.
 * @throws DomainError `METRICS.UNKNOWN_QUALITY`, `METRICS.QUALITY_GOOD`, `METRICS.MAY_NOT_ACCEPT`, `METRICS.ALREADY_ACCEPTED`
 */
export async function acceptQuality(tx: Executor, accept: AcceptQuality, actorId: string, now: string): Promise<void> {
  const { indicatorId, subPeriod, departmentId, as, reason } = accept;
  const quality = await tx.one(sql<{ bp: number }>`select quality_bp as bp from metric_quality where indicator = ${indicatorId} and period = ${subPeriod} for update`);
  if (!quality) throw new DomainError(metricsErrors.unknownQuality, { indicatorId, subPeriod });
  const limitBp = await qualityLimit(tx);
  if (quality.bp >= limitBp) throw new DomainError(metricsErrors.qualityGood, { qualityBp: quality.bp, limitBp });
  if (!(await mayAct(tx, accept, actorId, now))) throw new DomainError(metricsErrors.mayNotAccept, { as });
  const known = await tx.one(sql<Acceptance>`select hr_id as "hrId", head_id as "headId" from metric_acceptances where indicator = ${indicatorId} and period = ${subPeriod} and department_id = ${departmentId}`);
  if ((as === 'hr' ? known?.hrId : known?.headId) != null) throw new DomainError(metricsErrors.alreadyAccepted, { as });
  if (known?.hrId === actorId || known?.headId === actorId) throw new DomainError(metricsErrors.mayNotAccept, { as });
  await write(tx, accept, actorId, now);
  await appendAudit(tx, METRICS_CHAIN, { actorId }, now, [
    { action: 'metrics.qualityAccepted', object: `${indicatorId}/${subPeriod}`, before: { qualityBp: quality.bp }, after: { departmentId, as }, texts: { reason: { body: reason, ownerId: actorId } } },
  ]);
}

async function mayAct(tx: Executor, { as, departmentId }: AcceptQuality, actorId: string, now: string): Promise<boolean> {
  if (as === 'hr') return hasRole(tx, actorId, 'hr', departmentId);
  return (await departmentHeadOf(tx, departmentId, now.slice(0, 10))) === actorId;
}

async function write(tx: Executor, { indicatorId, subPeriod, departmentId, as, reason }: AcceptQuality, actorId: string, now: string): Promise<void> {
  if (as === 'hr')
    await tx.run(sql`
      insert into metric_acceptances (indicator, period, department_id, hr_id, hr_reason, hr_at) values (${indicatorId}, ${subPeriod}, ${departmentId}, ${actorId}, ${reason}, ${now})
      on conflict (indicator, period, department_id) do update set hr_id = excluded.hr_id, hr_reason = excluded.hr_reason, hr_at = excluded.hr_at`);
  else
    await tx.run(sql`
      insert into metric_acceptances (indicator, period, department_id, head_id, head_reason, head_at) values (${indicatorId}, ${subPeriod}, ${departmentId}, ${actorId}, ${reason}, ${now})
      on conflict (indicator, period, department_id) do update set head_id = excluded.head_id, head_reason = excluded.head_reason, head_at = excluded.head_at`);
}

/**
 * Both acts at once, after an approval: what one of the two has accepted meanwhile stays theirs. The same person is never both.
 */
export async function acceptTogether(tx: Executor, where: Pick<AcceptQuality, 'indicatorId' | 'subPeriod' | 'departmentId'>, by: { hrId: string; hrReason: string; headId: string | null; headReason: string }, now: string): Promise<void> {
  const headId = by.headId === by.hrId ? null : by.headId;
  await tx.run(sql`
    insert into metric_acceptances as a (indicator, period, department_id, hr_id, hr_reason, hr_at, head_id, head_reason, head_at)
    values (${where.indicatorId}, ${where.subPeriod}, ${where.departmentId}, ${by.hrId}, ${by.hrReason}, ${now}, ${headId}::uuid, ${by.headReason}, ${now})
    on conflict (indicator, period, department_id) do update set
      hr_id = coalesce(a.hr_id, nullif(excluded.hr_id, a.head_id)), hr_reason = coalesce(a.hr_reason, excluded.hr_reason), hr_at = coalesce(a.hr_at, excluded.hr_at),
      head_id = coalesce(a.head_id, nullif(excluded.head_id, a.hr_id)), head_reason = coalesce(a.head_reason, excluded.head_reason), head_at = coalesce(a.head_at, excluded.head_at)`);
}

/** Quality that scoring would refuse, for the first look at a request to take it as it is. @throws DomainError `METRICS.UNKNOWN_QUALITY`, `METRICS.QUALITY_GOOD` */
export async function mustBeLow(read: Executor, indicatorId: string, subPeriod: string): Promise<void> {
  const quality = await read.one(sql<{ bp: number }>`select quality_bp as bp from metric_quality where indicator = ${indicatorId} and period = ${subPeriod}`);
  if (!quality) throw new DomainError(metricsErrors.unknownQuality, { indicatorId, subPeriod });
  const limitBp = await qualityLimit(read);
  if (quality.bp >= limitBp) throw new DomainError(metricsErrors.qualityGood, { qualityBp: quality.bp, limitBp });
}
