import type { DatedRange } from '@fairmark/contracts/calendar';
import { addDays, createCalendar, eligibleDays, localDateOf, segments, type Calendar, type DepartmentRow, type ManagerRow, type Segment } from '@fairmark/domain/calendar';
import { rowsUnder, type LineRule } from '@fairmark/domain/changes';
import { actingDay, factsDay, isUnpaidLeave } from '@fairmark/domain/cycles';
import { sql, type Executor } from '../database/index.js';
import type { CycleRow } from './rows.js';

/** What a review takes from the organisation when it is made, and again when the period has ended. */
export interface ReviewFacts {
  employeeId: string;
  departmentId: string;
  managerId: string | null;
  nextManagerId: string | null;
  positionCode: string | null;
  eligibleDays: number;
  periodDays: number;
  /** Cycles of this plan line that the person completed before. */
  cyclesBefore: number;
  segments: Segment[];
}

interface FactRow {
  employeeId: string;
  hiredOn: string;
  leftOn: string | null;
  zone: string;
  country: string;
  free: string[];
  working: string[];
  departmentId: string | null;
  positionCode: string | null;
  managers: ManagerRow[];
  departments: DepartmentRow[];
  leaves: (DatedRange & { kind: string })[];
  line: string[] | null;
  rules: LineRule[];
  staysWith: string | null;
  cyclesBefore: number;
}

type Period = Pick<CycleRow, 'id' | 'planId' | 'periodStart' | 'periodEnd'>;

const COMPANY_ZONE = 'Asia/Shanghai';

/**
 * Facts of some people for one cycle as of now, in one query. The department is that of the day that counts, of somebody who left by then the last one; who never
 * had one is left out.
 */
export async function reviewFacts(tx: Executor, cycle: Period, employeeIds: readonly string[], now: string): Promise<ReviewFacts[]> {
  const today = localDateOf(now, COMPANY_ZONE);
  const day = factsDay(cycle, today);
  const rows = await tx.all(factsQuery(cycle, employeeIds, day, actingDay(day, today)));
  const calendars = new Map<string, Calendar>();
  return rows.flatMap((row) => {
    const calendar = calendars.get(row.country) ?? createCalendar({ country: row.country, freeDays: row.free, workingDays: row.working });
    calendars.set(row.country, calendar);
    return row.departmentId === null ? [] : [factsOf(cycle, row, row.departmentId, calendar)];
  });
}

function factsOf({ periodStart: from, periodEnd: to }: Period, row: FactRow, departmentId: string, calendar: Calendar): ReviewFacts {
  const employed: DatedRange = { validFrom: row.hiredOn, validTo: row.leftOn === null ? null : addDays(row.leftOn, 1) };
  const [managerId = null, nextManagerId = null] = row.line ?? [];
  return {
    employeeId: row.employeeId, departmentId, managerId: row.staysWith ?? managerId, nextManagerId, positionCode: row.positionCode, cyclesBefore: row.cyclesBefore,
    ...eligibleDays({ from, to }, [employed], row.leaves.filter((leave) => isUnpaidLeave(leave.kind))),
    segments: segments({ period: { from, to }, managers: rowsUnder(row.managers, row.rules, 'managerId'), departments: rowsUnder(row.departments, row.rules, 'departmentId'), calendar }),
  };
}

function factsQuery({ id, planId, periodStart, periodEnd }: Period, employeeIds: readonly string[], day: string, acting: string) {
  const within = sql`daterange(valid_from, valid_to) && daterange(${periodStart}::date, ${periodEnd}::date, '[]')`;
  const stretch = sql`'validFrom', valid_from, 'validTo', valid_to`;
  return sql<FactRow>`
    with recursive people as (
      select p.id, r.id as review_id, r.stays_with, coalesce(r.line_as_of, ${day}::date) as day from unnest(${[...employeeIds]}::uuid[]) as p(id) left join reviews r on r.cycle_id = ${id} and r.employee_id = p.id),
    line as (
      select p.id as root, p.day, m.manager_id, 1 as level, array[p.id] as seen from people p join employee_managers m on m.employee_id = p.id and daterange(m.valid_from, m.valid_to) @> p.day
      union all select l.root, l.day, m.manager_id, l.level + 1, l.seen || m.employee_id from line l join employee_managers m on m.employee_id = l.manager_id and daterange(m.valid_from, m.valid_to) @> l.day
      where not m.manager_id = any(l.seen) and l.level < 30),
    acting as (
      select l.root, array_agg(l.manager_id order by l.level) as line from line l join employees e on e.id = l.manager_id left join accounts a on a.employee_id = e.id
      where e.hired_on <= ${acting}::date and (e.left_on is null or e.left_on >= ${acting}::date) and a.disabled_at is null group by l.root)
    select e.id as "employeeId", e.hired_on as "hiredOn", e.left_on as "leftOn", e.zone, e.country, d.department_id as "departmentId", p.code as "positionCode", acting.line, people.stays_with as "staysWith",
      (select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'policy', policy, 'effectiveOn', effective_on, 'endsOn', ends_on, 'fromManagerId', from_manager_id, 'toManagerId', to_manager_id,
        'fromDepartmentId', from_department_id, 'toDepartmentId', to_department_id) order by effective_on, recorded_at), '[]') from review_line_rules where review_id = people.review_id) as rules,
      array(select c.day::text from company_days c where c.country = e.country and not c.working) as free, array(select c.day::text from company_days c where c.country = e.country and c.working) as working,
      (select coalesce(jsonb_agg(jsonb_build_object('managerId', manager_id, ${stretch})), '[]') from employee_managers where employee_id = e.id and ${within}) as managers,
      (select coalesce(jsonb_agg(jsonb_build_object('departmentId', department_id, ${stretch})), '[]') from employee_departments where employee_id = e.id and ${within}) as departments,
      (select coalesce(jsonb_agg(jsonb_build_object('kind', kind, ${stretch})), '[]') from employee_leaves where employee_id = e.id and ${within}) as leaves,
      (select count(*)::integer from reviews r where r.employee_id = e.id and r.plan_id = ${planId} and r.cycle_id <> ${id} and r.state <> 'cancelled' and r.period_start < ${periodStart}::date)
        + coalesce((select x.cycles from plan_experience x where x.plan_id = ${planId} and x.employee_id = e.id), 0) as "cyclesBefore"
    from people join employees e on e.id = people.id left join acting on acting.root = e.id
    left join lateral (select x.department_id from employee_departments x where x.employee_id = e.id and x.valid_from <= ${day}::date order by x.valid_from desc limit 1) d on true
    left join employee_positions ep on ep.employee_id = e.id and daterange(ep.valid_from, ep.valid_to) @> ${day}::date left join positions p on p.id = ep.position_id
    order by e.id`;
}
