import { sql, type Executor } from '../database/index.js';

/** A person of a session as the rules need them. */
export interface SessionSubject {
  reviewId: string;
  employeeId: string;
  managerId: string | null;
  departmentId: string;
  /** The reports of one manager are discussed together; people without a manager are the department's own group. */
  groupId: string;
  standing: 'unscored' | 'scored' | 'notRated' | 'deferred';
  shadow: boolean;
  totalCenti: number | null;
  computedBand: string | null;
  /** What holds in this session: the band decided here, else the computed one. */
  band: string | null;
  /** What holds now, after appeals and corrections too. */
  currentBand: string | null;
  deferral: { reason: string; until: string } | null;
  openProposal: boolean;
}

/**
 * Everybody of a session. A review that ended before it was scored counts as not rated; a cancelled one is gone. Bands come from the rating record
 * and the accepted changes, so that nothing computed is ever overwritten.
 */
export async function subjectsOf(read: Executor, sessionId: string): Promise<SessionSubject[]> {
  return read.all(sql<SessionSubject>`
    select cs.review_id as "reviewId", r.employee_id as "employeeId", r.manager_id as "managerId", r.department_id as "departmentId", coalesce(r.manager_id, s.department_id) as "groupId",
      case when cs.state = 'unscored' and r.state = 'closed' then 'notRated' else cs.state end as standing, r.shadow,
      computed.total_centi as "totalCenti", computed.band as "computedBand", coalesce(change.to_band, computed.band) as band, latest.band as "currentBand",
      case when cs.state = 'deferred' then jsonb_build_object('reason', cs.deferred_reason, 'until', cs.deferred_until) end as deferral,
      exists (select from calibration_changes p where p.session_id = s.id and p.review_id = r.id and p.state = 'proposed') as "openProposal"
    from calibration_subjects cs join calibration_sessions s on s.id = cs.session_id join reviews r on r.id = cs.review_id
      left join lateral (select total_centi, band from ratings where review_id = r.id and source = 'computed' order by no desc limit 1) computed on true
      left join lateral (select band from ratings where review_id = r.id order by no desc limit 1) latest on true
      left join lateral (select to_band from calibration_changes a where a.session_id = s.id and a.review_id = r.id and a.kind = 'band' and a.state = 'accepted' order by decided_at desc, id desc limit 1) change on true
    where cs.session_id = ${sessionId} and r.state <> 'cancelled' order by r.department_id, r.manager_id, r.id`);
}
