import { quotaGroups, type CalibrationPerson, type GroupDepartment } from '@fairmark/domain/calibration';
import { sql, type Executor } from '../database/index.js';
import type { CalibrationSession } from './sessions.js';
import type { SessionSubject } from './subjects.js';

export interface QuotaScope {
  /** Quota groups in which people of the session are counted. `complete`: every other department in it has signed off. */
  groups: { departmentId: string; memberIds: readonly string[]; complete: boolean }[];
  /** People of other sessions in those groups. */
  others: CalibrationPerson[];
}

type CyclePerson = CalibrationPerson & { departmentId: string };

/**
 * Where the session's people count for quotas. A small department rolls up to the next one that reaches the smallest size; the quota of such a group is
 * settled by the session that signs off last, because only then everybody in it has a band.
 */
export async function quotaScope(read: Executor, session: CalibrationSession, subjects: readonly SessionSubject[]): Promise<QuotaScope> {
  if (session.plan.quotas.mode === 'off' || session.plan.quotas.quotas.length === 0) return { groups: [], others: [] };
  const own = new Set(subjects.map((subject) => subject.employeeId));
  const others = (await otherPeople(read, session)).filter((person) => !own.has(person.employeeId));
  const departments = await read.all(sql<GroupDepartment>`select id as "departmentId", parent_id as "parentId" from departments`);
  const settled = await settledDepartments(read, session.cycleId);
  const rated = [...subjects, ...others].filter((person) => person.standing === 'scored' && !person.shadow);
  const groups = quotaGroups(departments, rated, session.plan.quotas.smallestGroup).filter((group) => group.memberIds.some((id) => own.has(id)));
  return {
    groups: groups.map(({ departmentId, memberIds, fromDepartmentIds }) => ({
      departmentId, memberIds, complete: fromDepartmentIds.every((id) => id === session.departmentId || settled.has(id)),
    })),
    others,
  };
}

/** Bands of the rest of the cycle, as its sessions have them now. */
async function otherPeople(read: Executor, session: CalibrationSession): Promise<CyclePerson[]> {
  return read.all(sql<CyclePerson>`
    select r.employee_id as "employeeId", r.department_id as "departmentId", r.shadow, cs.state as standing, coalesce(change.to_band, computed.band) as band
    from calibration_sessions s join calibration_subjects cs on cs.session_id = s.id join reviews r on r.id = cs.review_id
      left join lateral (select band from ratings where review_id = r.id and source = 'computed' order by no desc limit 1) computed on true
      left join lateral (select to_band from calibration_changes a where a.session_id = s.id and a.review_id = r.id and a.kind = 'band' and a.state = 'accepted' order by decided_at desc, id desc limit 1) change on true
    where s.cycle_id = ${session.cycleId} and s.id <> ${session.id} and r.state <> 'cancelled' and cs.state <> 'deferred'`);
}

/** Departments of which every person has been signed off or deferred. */
async function settledDepartments(read: Executor, cycleId: string): Promise<Set<string>> {
  const rows = await read.all(sql<{ id: string }>`
    select department_id as id from calibration_sessions where cycle_id = ${cycleId} and supplementary_of is null and state = 'signedOff'`);
  return new Set(rows.map((row) => row.id));
}
