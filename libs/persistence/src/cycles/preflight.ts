import type { Finding } from '@fairmark/contracts/cycles';
import { CycleErrors } from '@fairmark/contracts/errors';
import type { PlanDocument, PlanFinding } from '@fairmark/contracts/plans';
import { createCalendar, localDateOf, type Calendar } from '@fairmark/domain/calendar';
import { DomainError } from '@fairmark/domain/common';
import { actingDay, approversOf, datesOf, factsDay, preflight, type PreflightInput, type PreflightPerson } from '@fairmark/domain/cycles';
import { panelSize, validatePlan } from '@fairmark/domain/plans';
import { sql, type Executor } from '../database/index.js';
import { planOfVersion } from '../plans/index.js';
import { goalDefinitions, planApprovalFindings } from './approvals.js';
import { loadOrganisation, type Organisation } from './organisation.js';
import { panelPool } from './panelPool.js';
import { namedPeople, populationQuery } from './population.js';
import type { CycleRow } from './rows.js';
import { communitiesOf, hasPositionSheet, managersInPeriod } from './work.js';

/** The day of the company, for facts that belong to nobody in particular. */
const COMPANY_ZONE = 'Asia/Shanghai';

export interface PreflightOptions {
  /** Instant of the question. */
  now: string;
  allowSeconds: boolean;
  /** Only these people, such as a late joiner; all of the population otherwise. */
  only?: readonly string[];
}

export interface PreflightResult {
  people: { employeeId: string; departmentId: string }[];
  findings: Finding[];
}

interface Person {
  employeeId: string;
  departmentId: string;
  positionCode: string | null;
}

/** Reads everything the preflight looks at, in a number of queries that does not grow with the population, and runs it. */
export async function runPreflight(read: Executor, cycle: CycleRow, options: PreflightOptions): Promise<PreflightResult> {
  const today = localDateOf(options.now, COMPANY_ZONE);
  const day = factsDay(cycle, today);
  const plan = await planOfVersion(read, cycle.planVersionId);
  if (!plan) throw new DomainError(CycleErrors.unknownPlanVersion, { planVersionId: cycle.planVersionId });
  const people = await read.all(sql<Person>`
    select employee_id as "employeeId", department_id as "departmentId", position_code as "positionCode" from (${options.only ? namedPeople(options.only, day) : populationQuery(cycle.population, day)}) p where why is null order by employee_id`);
  const org = await loadOrganisation(read, day, actingDay(day, today));
  const findings = preflight({
    periodStart: cycle.periodStart,
    periodEnd: cycle.periodEnd,
    staff: org.staff,
    departments: org.departments,
    population: await populationOf(read, cycle, plan.document, people, org, day),
    deadlines: datesOf(cycle.schedule, await calendarsOf(read, people)),
    plan: planFacts(plan.document, validatePlan(plan.document, { overrides: plan.overrides, allowSeconds: options.allowSeconds })),
    panel: { poolIds: await panelPool(read, actingDay(day, today)), size: panelSize(plan.document) },
    calibrators: calibratorsOf(people, org),
    otherReviews: await otherReviews(read, cycle),
  });
  return { people, findings: [...(await planApprovalFindings(read, cycle.planVersionId)), ...findings] };
}

async function populationOf(read: Executor, cycle: CycleRow, plan: PlanDocument, people: readonly Person[], org: Organisation, day: string): Promise<PreflightPerson[]> {
  const communities = await communitiesOf(read, plan, day, cycle.periodStart);
  const managers = await managersInPeriod(read, cycle.periodStart, cycle.periodEnd);
  const definitions = await goalDefinitions(read, people.map((person) => person.departmentId));
  return people.map(({ employeeId, departmentId, positionCode }) => ({
    employeeId,
    communities: communities.get(employeeId) ?? [],
    hasPositionSheet: hasPositionSheet(plan, positionCode),
    approvals: (definitions.get(departmentId) ?? []).flatMap((definition) => approversOf(definition, employeeId, org.approvers)),
    scorerIds: managers.get(employeeId) ?? [],
    inputIds: [],
  }));
}

/** An overridden error is shown as a warning, one that still forbids the use of the plan blocks. */
function planFacts(plan: PlanDocument, findings: readonly PlanFinding[]): PreflightInput['plan'] {
  return {
    bands: plan.bands.map((band) => band.code),
    quotaMode: plan.quotas.mode,
    quotas: plan.quotas.quotas,
    findings: findings.map(({ code, severity, path, details, overrideReason }) => ({
      code, severity: severity === 'warning' || overrideReason !== undefined ? 'warning' as const : 'error' as const, details: { ...details, path },
    })),
  };
}

/** Who will calibrate a department: its head and the managers of its people. */
function calibratorsOf(people: readonly Person[], org: Organisation): PreflightInput['calibrators'] {
  const members = new Map<string, Set<string>>();
  for (const { employeeId, departmentId } of people) {
    const own = members.get(departmentId) ?? new Set<string>();
    const [manager] = org.approvers.managersOf(employeeId);
    const head = org.headOfDepartment(departmentId);
    for (const id of [manager, head]) if (id !== undefined) own.add(id);
    members.set(departmentId, own);
  }
  return [...members].map(([departmentId, ids]) => ({ departmentId, memberIds: [...ids] }));
}

/** Calendars of the countries in which the people of the cycle work, with company days and without anybody's leave. */
async function calendarsOf(read: Executor, people: readonly Person[]): Promise<Map<string, Calendar>> {
  const rows = await read.all(sql<{ country: string; free: string[]; working: string[] }>`
    select c.country, array(select day::text from company_days d where d.country = c.country and not working) as free, array(select day::text from company_days d where d.country = c.country and working) as working
    from (select distinct country from employees where id = any(${people.map((person) => person.employeeId)}::uuid[])) c order by c.country`);
  return new Map(rows.map((row) => [row.country, createCalendar({ country: row.country, freeDays: row.free, workingDays: row.working })]));
}

/** Reviews of the plan line in other cycles, and people of other launches that are still under way. */
async function otherReviews(read: Executor, cycle: CycleRow): Promise<PreflightInput['otherReviews']> {
  return read.all(sql<PreflightInput['otherReviews'][number]>`
    select r.employee_id as "employeeId", r.cycle_id as "cycleId", r.period_start as "periodStart", r.period_end as "periodEnd" from reviews r
    where r.plan_id = ${cycle.planId} and r.cycle_id <> ${cycle.id} and r.state <> 'cancelled' and daterange(r.period_start, r.period_end, '[]') && daterange(${cycle.periodStart}::date, ${cycle.periodEnd}::date, '[]')
    union select p.employee_id, c.id, c.period_start, c.period_end from cycle_people p join cycles c on c.id = p.cycle_id
    where c.plan_id = ${cycle.planId} and c.id <> ${cycle.id} and p.state = 'waiting' and c.state = 'launching'`);
}
