import type { CycleSummary, CycleView, DepartmentProgress, StepCount } from '@fairmark/contracts/cycles';
import { sql, type Executor } from '../database/index.js';
import type { CycleRow } from './rows.js';

const summary = sql`c.id, c.name, c.name_en as "nameEn", c.state, c.period_start as "periodStart", c.period_end as "periodEnd", c.review_count as people, c.started_count as started, c.open_count as open,
  c.created_at as "createdAt", c.launched_at as "launchedAt", c.closed_at as "closedAt", jsonb_build_object('id', e.id, 'name', e.name, 'nameEn', e.name_en) as "createdBy",
  jsonb_build_object('id', p.id, 'code', p.code, 'name', p.name, 'nameEn', p.name_en, 'versionId', v.id, 'no', v.no) as plan`;
const from = sql`from cycles c join plans p on p.id = c.plan_id join plan_versions v on v.id = c.plan_version_id join employees e on e.id = c.created_by`;

/** All cycles, newest first. */
export async function listCycles(read: Executor): Promise<CycleSummary[]> {
  return read.all(sql<CycleSummary>`select ${summary} ${from} order by c.created_at desc, c.id desc`);
}

interface CountRow {
  department: DepartmentProgress['department'];
  step: string;
  people: number;
  overdue: number;
}

/** A cycle with where its reviews stand at an instant, counted from the rows. */
export async function cycleView(read: Executor, id: string, now: string): Promise<CycleView | undefined> {
  const row = await read.one(sql<CycleSummary & Pick<CycleRow, 'population' | 'schedule'>>`select ${summary}, c.population, c.schedule ${from} where c.id = ${id}`);
  if (!row) return undefined;
  const counts = await read.all(sql<CountRow>`
    select jsonb_build_object('id', d.id, 'name', d.name, 'nameEn', d.name_en) as department, r.step, count(*)::integer as people, (count(*) filter (where late.due))::integer as overdue
    from reviews r join departments d on d.id = r.department_id
    left join lateral (select true as due from visits v where v.workflow_id = r.workflow_id and v.state = 'open' and v.due_at < ${now}::timestamptz limit 1) late on true
    where r.cycle_id = ${id} group by d.id, r.step order by d.code, r.step`);
  const departments = departmentsOf(counts);
  return { ...row, overdue: sumOf(counts, (count) => count.overdue), steps: stepsOf(counts), departments };
}

const sumOf = <T>(rows: readonly T[], value: (row: T) => number): number => rows.reduce((sum, row) => sum + value(row), 0);

function stepsOf(counts: readonly CountRow[]): StepCount[] {
  return [...new Set(counts.map((count) => count.step))].map((step) => {
    const own = counts.filter((count) => count.step === step);
    return { step, people: sumOf(own, (count) => count.people), overdue: sumOf(own, (count) => count.overdue) };
  });
}

function departmentsOf(counts: readonly CountRow[]): DepartmentProgress[] {
  const ids = [...new Set(counts.map((count) => count.department.id))];
  return ids.flatMap((id) => {
    const own = counts.filter((count) => count.department.id === id);
    const [first] = own;
    const open = own.filter((count) => count.step !== 'closed');
    return first ? [{ department: first.department, people: sumOf(own, (count) => count.people), open: sumOf(open, (count) => count.people), overdue: sumOf(own, (count) => count.overdue), steps: stepsOf(own) }] : [];
  });
}
