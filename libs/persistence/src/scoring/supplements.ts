import type { ComposedItem } from '@fairmark/contracts/goals';
import type { Supplement, SubPeriodValue } from '@fairmark/contracts/scoring';
import { sql, type Executor } from '../database/index.js';

interface EarlierRow {
  reviewId: string;
  periodStart: string;
  periodEnd: string;
  scoredAt: string;
  items: ComposedItem[];
}

/**
 * Values of the person's earlier cycles that were not due when those were scored, with what has come since. Shown beside the running cycle; a closed
 * result is never reopened for them (rules §2).
 */
export async function supplementsOf(tx: Executor, reviewId: string): Promise<Supplement[]> {
  const earlier = await tx.all(sql<EarlierRow>`
    select p.id as "reviewId", p.period_start as "periodStart", p.period_end as "periodEnd", s.created_at as "scoredAt",
      (select coalesce(jsonb_agg(item), '[]') from jsonb_path_query(s.data, '$.sheet.blocks[*].items[*]') item where s.result->'supplements' ? (item->>'itemId')) as items
    from reviews r join reviews p on p.employee_id = r.employee_id and p.plan_id = r.plan_id and p.period_end < r.period_start
    join lateral (select distinct on (segment_no) created_at, result, data from score_sheets where review_id = p.id order by segment_no, no desc) s on jsonb_array_length(coalesce(s.result->'supplements', '[]')) > 0
    where r.id = ${reviewId} order by p.period_end desc`);
  return Promise.all(earlier.flatMap((row) => row.items.map(async (item) => ({ reviewId: row.reviewId, periodEnd: row.periodEnd, itemId: item.itemId, name: item.name, target: item.target, value: await cameSince(tx, row, item) }))));
}

/** The latest value of the earlier period that was recorded after it was scored. */
async function cameSince(tx: Executor, { periodStart, periodEnd, scoredAt, reviewId }: EarlierRow, { itemId, indicator }: ComposedItem): Promise<SubPeriodValue | null> {
  const block = itemId.slice(0, itemId.lastIndexOf('.'));
  const row = await tx.one(sql<SubPeriodValue>`
    select v.sub_period as "subPeriod", v.starts_on as "startsOn", v.ends_on as "endsOn", trim_scale(v.value)::text as value, trim_scale(v.weight)::text as weight, v.source, b.code as batch
    from metric_values v join metric_batches b on b.id = v.batch_id left join communities c on c.id = v.community_id
    where v.superseded_by is null and v.indicator = ${indicator?.id ?? ''} and v.recorded_at > ${scoredAt} and v.starts_on <= ${periodEnd}::date and v.ends_on >= ${periodStart}::date
      and (c.code = ${block} or v.employee_id = (select employee_id from reviews where id = ${reviewId})) order by v.ends_on desc, v.source limit 1`);
  return row ?? null;
}
