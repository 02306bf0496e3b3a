import type { BenefitView } from '@fairmark/contracts/benefits';
import { benefitProgress } from '@fairmark/domain/benefits';
import { sql, type Executor } from '../database/index.js';
import { readMeasure } from '../rollouts/index.js';

type Row = Omit<BenefitView, 'achieved' | 'state'>;
const person = (column: string) => sql`(select jsonb_build_object('id', e.id, 'name', e.name, 'nameEn', e.name_en) from employees e where e.id = ${sql.ref(column)})`;

/** Benefits of a rollout by the day of their promise, each with its latest reading: live from its measure, else as somebody entered it. `now`: instant, `today`: the reader's date. */
export async function benefitViews(read: Executor, rolloutId: string, { now, today }: { now: string; today: string }): Promise<BenefitView[]> {
  const rows = await read.all(sql<Row>`
    select b.id, b.title, b.title_en as "titleEn", b.kind, trim_scale(b.change)::text as change, b.promised_on::text as "promisedOn", ${person('b.owner_id')} as owner, b.measure, trim_scale(b.baseline)::text as baseline,
      to_char(b.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt",
      (select jsonb_build_object('value', trim_scale(r.value)::text, 'readOn', r.read_on::text, 'sampleSize', r.sample_size, 'source', r.source, 'enteredBy', ${person('r.entered_by')})
        from benefit_readings r where r.benefit_id = b.id order by r.read_on desc, r.id desc limit 1) as latest
    from benefits b where b.rollout_id = ${rolloutId} order by b.promised_on, b.title`);
  const views: BenefitView[] = [];
  for (const row of rows) {
    const latest = row.measure ? await live(read, rolloutId, row.measure, { now, today }) : row.latest;
    views.push({ ...row, latest, ...benefitProgress({ kind: row.kind, change: row.change, baseline: row.baseline, latest: latest?.value ?? null, promisedOn: row.promisedOn, today }) });
  }
  return views;
}

async function live(read: Executor, rolloutId: string, measure: NonNullable<BenefitView['measure']>, { now, today }: { now: string; today: string }): Promise<BenefitView['latest']> {
  const { value, sampleSize } = await readMeasure(read, measure, { of: 'rollout', rolloutId }, now);
  return value === null ? null : { value, readOn: today, sampleSize, source: null, enteredBy: null };
}
