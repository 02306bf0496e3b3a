import { checkQuality, type CheckedValue, type QualityReport } from '@fairmark/domain/metrics';
import { sql, type Executor } from '../database/index.js';
import { loadIndicators } from './names.js';

/** An indicator in a sub-period, of which the quality is one row. */
export interface QualityKey {
  indicatorId: string;
  subPeriod: string;
  startsOn: string;
  endsOn: string;
}

export type CheckedQuality = QualityKey & QualityReport;

type Keyed<T> = T & { indicatorId: string; subPeriod: string };

/** Runs the three checks on what is stored now and records the result beside the values. */
export async function refreshQuality(tx: Executor, keys: readonly QualityKey[], now: string): Promise<CheckedQuality[]> {
  if (keys.length === 0) return [];
  const list = JSON.stringify(keys);
  const [values, expected, samples, indicators] = [await loadValues(tx, list), await loadExpected(tx, list), await loadSamples(tx, list), await loadIndicators(tx)];
  const of = <T>(rows: readonly Keyed<T>[], key: QualityKey) => rows.filter((row) => row.indicatorId === key.indicatorId && row.subPeriod === key.subPeriod);
  const checked = keys.map((key) => ({
    ...key,
    ...checkQuality({ values: of(values, key), expectedSubjects: of(expected, key).map((row) => row.subject), validity: indicators.get(key.indicatorId)?.validity ?? null, sample: of(samples, key)[0] ?? null }),
  }));
  for (const { indicatorId, subPeriod, startsOn, endsOn, qualityBp, checks } of checked)
    await tx.run(sql`
      insert into metric_quality (indicator, period, starts_on, ends_on, quality_bp, checks, updated_at) values (${indicatorId}, ${subPeriod}, ${startsOn}, ${endsOn}, ${qualityBp}, ${JSON.stringify(checks)}, ${now})
      on conflict (indicator, period) do update set starts_on = excluded.starts_on, ends_on = excluded.ends_on, quality_bp = excluded.quality_bp, checks = excluded.checks, updated_at = excluded.updated_at`);
  return checked;
}

async function loadValues(tx: Executor, keys: string): Promise<Keyed<CheckedValue>[]> {
  return tx.all(sql<Keyed<CheckedValue>>`
    select v.id, v.indicator as "indicatorId", v.sub_period as "subPeriod", coalesce(c.code, e.number) as subject, v.source, trim_scale(v.value)::text as value,
      (select coalesce(jsonb_agg(trim_scale(h.value)::text order by h.ends_on desc), '[]') from (
        select x.value, x.ends_on from metric_values x where x.superseded_by is null and x.indicator = v.indicator and x.source = v.source and x.ends_on < v.ends_on
          and (x.community_id = v.community_id or x.employee_id = v.employee_id) order by x.ends_on desc limit 6) h) as history
    from jsonb_to_recordset(${keys}::jsonb) as k("indicatorId" text, "subPeriod" text)
    join metric_values v on v.indicator = k."indicatorId" and v.sub_period = k."subPeriod" and v.superseded_by is null
    left join communities c on c.id = v.community_id left join employees e on e.id = v.employee_id order by v.id`);
}

/**
 * Communities and people on whose agreed sheets the indicator stands in an open review whose period holds the middle of the sub-period.
 * Lagging indicators have no value in each sub-period and are not expected.
 */
async function loadExpected(tx: Executor, keys: string): Promise<Keyed<{ subject: string }>[]> {
  return tx.all(sql<Keyed<{ subject: string }>>`
    with needed as (
      select distinct i.id as indicator, case when b->>'kind' = 'community' then b->>'code' else e.number end as subject, r.period_start, r.period_end
      from reviews r join employees e on e.id = r.employee_id cross join lateral jsonb_array_elements(r.sheet->'blocks') b cross join lateral jsonb_array_elements(b->'items') item
      cross join lateral (select x->>'id' as id from jsonb_array_elements((item->'inputs') || jsonb_build_array(item->'indicator')) x where x->'measurement'->>'kind' = 'computed' and x->'lagging' is null) i
      where r.state = 'open' and r.sheet is not null and b->>'kind' <> 'personal')
    select distinct k."indicatorId", k."subPeriod", n.subject from jsonb_to_recordset(${keys}::jsonb) as k("indicatorId" text, "subPeriod" text, "startsOn" date, "endsOn" date)
    join needed n on n.indicator = k."indicatorId" and k."startsOn" + (k."endsOn" - k."startsOn") / 2 between n.period_start and n.period_end`);
}

async function loadSamples(tx: Executor, keys: string): Promise<Keyed<{ checked: number; refuted: number }>[]> {
  return tx.all(sql<Keyed<{ checked: number; refuted: number }>>`
    select s.indicator as "indicatorId", s.period as "subPeriod", s.checked, s.refuted from metric_samples s
    join jsonb_to_recordset(${keys}::jsonb) as k("indicatorId" text, "subPeriod" text) on s.indicator = k."indicatorId" and s.period = k."subPeriod"`);
}
