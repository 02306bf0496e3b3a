import type { Period } from '@fairmark/contracts/calendar';
import type { ComposedSheet } from '@fairmark/contracts/goals';
import type { Indicator } from '@fairmark/contracts/plans';
import type { SubPeriodValue } from '@fairmark/contracts/scoring';
import { addDays } from '@fairmark/domain/calendar';
import { belongs, type DataQuality, type IndicatorValues } from '@fairmark/domain/scoring';
import { sql, type Executor } from '../database/index.js';

export interface ReviewDataQuery {
  sheet: ComposedSheet;
  employeeId: string;
  /** Of the department that may accept low quality. */
  departmentId: string;
  window: Period;
}

export interface ReviewData {
  values: IndicatorValues[];
  quality: DataQuality[];
}

type ValueRow = SubPeriodValue & { indicatorId: string; community: string | null };
type QualityRow = DataQuality & { startsOn: string; endsOn: string };

/** Everything imported that a sheet is scored with: values up to the window's end, as far back as lagging indicators look, and the quality of the data. */
export async function loadReviewData(tx: Executor, query: ReviewDataQuery): Promise<ReviewData> {
  const indicators = indicatorsOf(query.sheet);
  if (indicators.size === 0) return { values: [], quality: [] };
  const age = Math.max(0, ...[...indicators.values()].map((one) => one.lagging?.maxAgeDays ?? 0));
  const span = { from: addDays(query.window.from, -Math.max(age, 366)), to: query.window.to };
  const values = byBlock(query.sheet, await loadValues(tx, query, [...indicators.keys()], span));
  return { values, quality: relevant(await loadQuality(tx, query, [...indicators.keys()], span), indicators, values, query.window) };
}

function indicatorsOf(sheet: ComposedSheet): Map<string, Indicator> {
  const items = sheet.blocks.flatMap((block) => block.items);
  const all = items.flatMap((item) => [item.indicator, item.counter, ...item.inputs]).filter((one): one is Indicator => one !== null && one.measurement.kind !== 'judged');
  return new Map(all.map((one) => [one.id, one]));
}

/** Where several sources report a value, the first by name counts: they agree within the tolerance, or quality says that they do not. */
async function loadValues(tx: Executor, { sheet, employeeId }: ReviewDataQuery, indicators: readonly string[], span: Period): Promise<ValueRow[]> {
  const communities = sheet.blocks.filter((block) => block.kind === 'community').map((block) => block.code);
  return tx.all(sql<ValueRow>`
    select distinct on (v.indicator, v.community_id, v.employee_id, v.sub_period) v.indicator as "indicatorId", c.code as community, v.sub_period as "subPeriod", v.starts_on as "startsOn", v.ends_on as "endsOn",
      trim_scale(v.value)::text as value, trim_scale(v.weight)::text as weight, v.source, b.code as batch
    from metric_values v join metric_batches b on b.id = v.batch_id left join communities c on c.id = v.community_id
    where v.superseded_by is null and v.indicator in (select jsonb_array_elements_text(${JSON.stringify(indicators)}::jsonb)) and v.ends_on >= ${span.from}::date and v.starts_on <= ${span.to}::date
      and (v.employee_id = ${employeeId} or c.code in (select jsonb_array_elements_text(${JSON.stringify(communities)}::jsonb)))
    order by v.indicator, v.community_id, v.employee_id, v.sub_period, v.source`);
}

function byBlock(sheet: ComposedSheet, rows: readonly ValueRow[]): IndicatorValues[] {
  return sheet.blocks.filter((block) => block.kind !== 'personal').flatMap((block) => {
    const own = rows.filter((row) => row.community === (block.kind === 'community' ? block.code : null));
    const ids = [...new Set(own.map((row) => row.indicatorId))];
    return ids.map((indicatorId) => ({ blockCode: block.code, indicatorId, values: own.filter((row) => row.indicatorId === indicatorId).map(valueOf) }));
  });
}

const valueOf = ({ subPeriod, startsOn, endsOn, value, weight, source, batch }: ValueRow): SubPeriodValue => ({ subPeriod, startsOn, endsOn, value, weight, source, batch });

async function loadQuality(tx: Executor, { departmentId }: ReviewDataQuery, indicators: readonly string[], span: Period): Promise<QualityRow[]> {
  return tx.all(sql<QualityRow>`
    select q.indicator as "indicatorId", q.period as "subPeriod", q.starts_on as "startsOn", q.ends_on as "endsOn", q.quality_bp as "qualityBp", (a.hr_at is not null and a.head_at is not null) as accepted
    from metric_quality q left join metric_acceptances a on a.indicator = q.indicator and a.period = q.period and a.department_id = ${departmentId}
    where q.indicator in (select jsonb_array_elements_text(${JSON.stringify(indicators)}::jsonb)) and q.ends_on >= ${span.from}::date and q.starts_on <= ${span.to}::date
    order by q.indicator, q.starts_on, q.period`);
}

/** Quality of sub-periods that belong to the window; of a lagging indicator only that of the sub-periods whose value could count latest. */
function relevant(rows: readonly QualityRow[], indicators: ReadonlyMap<string, Indicator>, values: readonly IndicatorValues[], window: Period): DataQuality[] {
  const latest = new Set(values.map((one) => {
    const last = one.values.filter((value) => value.endsOn <= window.to).reduce<SubPeriodValue | undefined>((best, value) => (best && best.endsOn >= value.endsOn ? best : value), undefined);
    return `${one.indicatorId} ${last?.subPeriod ?? ''}`;
  }));
  return rows
    .filter((row) => (indicators.get(row.indicatorId)?.lagging ? latest.has(`${row.indicatorId} ${row.subPeriod}`) : belongs({ from: row.startsOn, to: row.endsOn }, window)))
    .map(({ indicatorId, subPeriod, qualityBp, accepted }) => ({ indicatorId, subPeriod, qualityBp, accepted }));
}
