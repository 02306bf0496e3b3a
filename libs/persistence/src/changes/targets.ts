import { assertNever } from '@fairmark/domain/common';
import { sql, type Executor } from '../database/index.js';
import { cyclesToJoin } from './joining.js';
import { subjectsOf, type ChangeRow } from './rows.js';

const none = sql`select null::text as workflow_id where false`;
const openTaskOf = (person: string) => sql`select v.workflow_id from tasks t join visits v on v.id = t.visit_id and v.state = 'open' where t.assignee_id = ${person} and t.state = 'open'`;
const reviewsOf = (people: readonly string[]) => sql`select r.workflow_id from reviews r where r.employee_id = any(${[...people]}::uuid[]) and r.state = 'open'`;
/** Approvals about somebody outside their review: exceptions, plan versions. */
const approvalsAbout = (people: readonly string[]) => sql`
  select v.workflow_id from visits v join processes p on p.workflow_id = v.workflow_id and p.kind = 'approval' where v.state = 'open' and v.subject_id = any(${[...people]}::uuid[])`;
const reviewsLedBy = (person: string, day: string) => sql`
  select r.workflow_id from employee_managers m join reviews r on r.employee_id = m.employee_id and r.state = 'open' where m.manager_id = ${person} and daterange(m.valid_from, m.valid_to) @> ${day}::date`;
const seatsOf = (person: string) => sql`
  select s.workflow_id from calibration_members m join calibration_sessions s on s.id = m.session_id and s.state <> 'signedOff' where m.employee_id = ${person} and m.left_at is null
  union select a.workflow_id from appeal_seats x join appeals a on a.id = x.appeal_id and a.closed_at is null where x.employee_id = ${person} and x.state in ('active', 'waiting')`;

/** Workflow ids of open processes that a change concerns under its policies, as a query. */
export function targetsOf(change: ChangeRow) {
  const { kind, employeeId, effectiveOn } = change;
  const people = subjectsOf(change);
  switch (kind) {
    case 'managerChanged': case 'transferred': case 'departmentMerged': case 'departmentSplit':
      return sql`${reviewsOf(people)} union ${approvalsAbout(people)}`;
    case 'left':
      return employeeId ? sql`${openTaskOf(employeeId)} union ${seatsOf(employeeId)} union ${reviewsOf([employeeId])}` : none;
    case 'onLeave':
      return employeeId && change.policies.review === 'followNew' ? sql`${openTaskOf(employeeId)} union ${reviewsLedBy(employeeId, effectiveOn)}` : none;
    case 'returned':
      return employeeId ? sql`select r.workflow_id from review_line_rules l join reviews r on r.id = l.review_id and r.state = 'open' where l.kind = 'onLeave' and l.from_manager_id = ${employeeId} and (l.ends_on is null or l.ends_on > ${effectiveOn}::date)` : none;
    case 'joinedLate': case 'departmentRenamed':
      return none;
    default:
      return assertNever(kind);
  }
}

/** Fixes which processes a change concerns and what it means for the line of each review. Both are written once, with the policies of this moment. */
export async function fixTargets(tx: Executor, change: ChangeRow, now: string): Promise<void> {
  await tx.run(sql`
    insert into org_change_targets (change_id, workflow_id) select ${change.id}::uuid, p.workflow_id from (${targetsOf(change)}) t join processes p on p.workflow_id = t.workflow_id and p.state = 'open' order by p.workflow_id on conflict do nothing`);
  const joins = (await cyclesToJoin(tx, change)).map((cycle) => cycle.workflowId);
  if (joins.length > 0) await tx.run(sql`insert into org_change_targets (change_id, workflow_id) select ${change.id}::uuid, p.workflow_id from processes p where p.workflow_id = any(${joins}::text[]) and p.state = 'open' on conflict do nothing`);
  if (change.kind === 'returned')
    await tx.run(sql`
      update review_line_rules set ends_on = greatest(${change.effectiveOn}::date, effective_on) where kind = 'onLeave' and from_manager_id = ${change.employeeId} and (ends_on is null or ends_on > ${change.effectiveOn}::date)`);
  if (!['managerChanged', 'transferred', 'departmentMerged', 'departmentSplit', 'onLeave'].includes(change.kind)) return;
  const absent = change.kind === 'onLeave' ? change.employeeId : null;
  await tx.run(sql`
    insert into review_line_rules (review_id, change_id, kind, policy, effective_on, ends_on, from_manager_id, to_manager_id, from_department_id, to_department_id, recorded_at)
    select r.id, ${change.id}::uuid, ${change.kind}, ${change.policies.review ?? 'followNew'}, ${change.effectiveOn}::date, ${change.endsOn}::date, coalesce(${absent}::uuid, ${change.fromManagerId}::uuid), ${change.toManagerId}::uuid,
      ${change.fromDepartmentId}::uuid, ${change.toDepartmentId}::uuid, ${now}::timestamptz
    from org_change_targets t join reviews r on r.workflow_id = t.workflow_id where t.change_id = ${change.id} on conflict do nothing`);
}
