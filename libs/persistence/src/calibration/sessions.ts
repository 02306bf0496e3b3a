import type { CycleSchedule } from '@fairmark/contracts/cycles';
import type { PlanDocument } from '@fairmark/contracts/plans';
import { sql, type Executor } from '../database/index.js';

/** A session with the plan and schedule of its cycle. */
export interface CalibrationSession {
  id: string;
  cycleId: string;
  departmentId: string;
  chairId: string;
  workflowId: string;
  state: 'scheduled' | 'open' | 'signedOff';
  supplementaryOf: string | null;
  /** Date of a supplementary session. */
  supplementaryOn: string | null;
  discussedGroupId: string | null;
  explanation: string | null;
  openedAt: string | null;
  signedOffAt: string | null;
  plan: PlanDocument;
  schedule: CycleSchedule;
}

const columns = sql`
  s.id, s.cycle_id as "cycleId", s.department_id as "departmentId", s.chair_id as "chairId", s.workflow_id as "workflowId", s.state, s.supplementary_of as "supplementaryOf",
  s.supplementary_on as "supplementaryOn", s.discussed_group_id as "discussedGroupId", s.quota_explanation as explanation, s.opened_at as "openedAt", s.signed_off_at as "signedOffAt",
  v.document as plan, c.schedule
  from calibration_sessions s join cycles c on c.id = s.cycle_id join plan_versions v on v.id = c.plan_version_id`;

/** The session for reading; undefined when the id is unknown. */
export async function findSession(read: Executor, id: string): Promise<CalibrationSession | undefined> {
  return read.one(sql<CalibrationSession>`select ${columns} where s.id = ${id}`);
}

/**
 * The session, locked: arrivals of people, band decisions and the sign-off follow each other here.
 * @throws when the row is missing: every process of kind `calibration` has one
 */
export async function lockSession(tx: Executor, id: string): Promise<CalibrationSession> {
  const row = await tx.one(sql<CalibrationSession>`select ${columns} where s.id = ${id} for update of s`);
  if (!row) throw new Error(`No calibration session ${id}`);
  return row;
}

export interface CalibrationMember {
  employeeId: string;
  role: 'chair' | 'manager' | 'hr';
}

/** Who takes part at the moment, in the order of joining. */
export async function membersOf(read: Executor, sessionId: string): Promise<CalibrationMember[]> {
  return read.all(sql<CalibrationMember>`
    select employee_id as "employeeId", role from calibration_members where session_id = ${sessionId} and left_at is null order by joined_at, employee_id`);
}
