import { metricsErrors } from '@fairmark/contracts/errors';
import type { RecordSample } from '@fairmark/contracts/metrics';
import { DomainError } from '@fairmark/domain/common';
import { appendAudit } from '../audit/index.js';
import { sql, type Executor } from '../database/index.js';
import { METRICS_CHAIN } from './importBatch.js';
import { refreshQuality, type QualityKey } from './refreshQuality.js';

/** The data owner looked at a sample: what was refuted lowers the accuracy. A later sample replaces the earlier one. @throws DomainError `METRICS.UNKNOWN_QUALITY` */
export async function recordSample(tx: Executor, { indicatorId, subPeriod, checked, refuted, note }: RecordSample, actorId: string, now: string): Promise<void> {
  const key = await tx.one(sql<QualityKey>`
    select indicator as "indicatorId", period as "subPeriod", starts_on as "startsOn", ends_on as "endsOn" from metric_quality where indicator = ${indicatorId} and period = ${subPeriod} for update`);
  if (!key) throw new DomainError(metricsErrors.unknownQuality, { indicatorId, subPeriod });
  await tx.run(sql`
    insert into metric_samples (indicator, period, checked, refuted, note, confirmed_by, at) values (${indicatorId}, ${subPeriod}, ${checked}, ${refuted}, ${note}, ${actorId}, ${now})
    on conflict (indicator, period) do update set checked = excluded.checked, refuted = excluded.refuted, note = excluded.note, confirmed_by = excluded.confirmed_by, at = excluded.at`);
  await refreshQuality(tx, [key], now);
  await appendAudit(tx, METRICS_CHAIN, { actorId }, now, [{ action: 'metrics.sampleRecorded', object: `${indicatorId}/${subPeriod}`, after: { checked, refuted } }]);
}
