import type { MetricBatch } from '@fairmark/contracts/metrics';
import type { ExportedValue } from '@fairmark/domain/metrics';
import { sql, type Executor } from '../database/index.js';

/** Batches, newest first. */
export async function listBatches(tx: Executor): Promise<MetricBatch[]> {
  return tx.all(sql<MetricBatch>`
    select b.id, b.code, b.period, b.source, b.row_count as "rowCount", case when e.id is not null then jsonb_build_object('id', e.id, 'name', e.name, 'nameEn', e.name_en) end as "uploadedBy", b.created_at as "createdAt"
    from metric_batches b left join employees e on e.id = b.uploaded_by order by b.created_at desc, b.id desc limit 500`);
}

/** Current values whose sub-period touches the days, as they can be imported again. */
export async function exportedValues(tx: Executor, from: string, to: string): Promise<ExportedValue[]> {
  return tx.all(sql<ExportedValue>`
    select v.indicator as "indicatorId", c.code as community, e.number as employee, v.sub_period as "subPeriod", trim_scale(v.value)::text as value, trim_scale(v.weight)::text as weight, v.source, b.code as batch
    from metric_values v join metric_batches b on b.id = v.batch_id left join communities c on c.id = v.community_id left join employees e on e.id = v.employee_id
    where v.superseded_by is null and v.ends_on >= ${from}::date and v.starts_on <= ${to}::date order by v.indicator, c.code, e.number, v.starts_on, v.source`);
}
