import type { DepartmentRef, PersonRef } from '@fairmark/contracts/common';
import { publicationState, type PublicationState } from '@fairmark/domain/publications';
import { sql, type Executor } from '../database/index.js';

/** How far a department of a cycle is. */
export interface DepartmentLine {
  department: DepartmentRef;
  people: number;
  waiting: number;
  onTheirWay: number;
  sessions: number;
  signedOffSessions: number;
  managersSeeAt: string | null;
  publishAt: string | null;
  requestedBy: PersonRef | null;
  state: PublicationState;
}

/** Every department with people in the cycle; `departmentId` narrows to one. */
export async function departmentLines(read: Executor, cycleId: string, now: string, departmentId: string | null = null): Promise<DepartmentLine[]> {
  const rows = await read.all(sql<Omit<DepartmentLine, 'state'>>`
    select jsonb_build_object('id', d.id, 'name', d.name, 'nameEn', d.name_en) as department, count(r.id)::int as people,
      count(r.id) filter (where r.step = 'publication' and r.managers_see_at is null)::int as waiting, count(r.id) filter (where r.step = 'calibration' and settled.yes)::int as "onTheirWay",
      coalesce(s.sessions, 0) as sessions, coalesce(s.signed_off, 0) as "signedOffSessions", p.managers_see_at as "managersSeeAt", p.publish_at as "publishAt",
      case when e.id is not null then jsonb_build_object('id', e.id, 'name', e.name, 'nameEn', e.name_en) end as "requestedBy"
    from reviews r join departments d on d.id = r.department_id
      left join lateral (select count(*)::int as sessions, count(*) filter (where state = 'signedOff')::int as signed_off from calibration_sessions c where c.cycle_id = r.cycle_id and c.department_id = d.id) s on true
      left join lateral (select exists (select from calibration_subjects cs join calibration_sessions c on c.id = cs.session_id where cs.review_id = r.id and c.state = 'signedOff' and cs.state <> 'deferred') as yes) settled on true
      left join publications p on p.cycle_id = r.cycle_id and p.department_id = d.id left join employees e on e.id = p.requested_by
    where r.cycle_id = ${cycleId} and r.state <> 'cancelled' and (${departmentId}::uuid is null or d.id = ${departmentId}::uuid)
    group by d.id, s.sessions, s.signed_off, p.id, e.id order by d.code`);
  return rows.map((row) => ({ ...row, state: publicationState(row, now) }));
}
