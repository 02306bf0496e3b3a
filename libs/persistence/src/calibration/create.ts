import { workflowId } from '@fairmark/contracts/process';
import { localDateOf } from '@fairmark/domain/calendar';
import { calendarOf } from '../calendar/index.js';
import { sql, type Executor } from '../database/index.js';
import { departmentHeadOf, hrFor, managersUpwards } from '../org/index.js';
import type { CalibrationMember } from './sessions.js';

export interface NewSession {
  cycleId: string;
  departmentId: string;
  /** People of a supplementary session; the first session of a department takes everybody of the department. */
  supplementary?: { of: string; on: string; reviewIds: readonly string[] };
}

export interface SessionKey {
  id: string;
  workflowId: string;
}

/**
 * Creates a session with its people and chair; undefined when the department has its session already. The caller starts the process in the same transaction.
 */
export async function createSession(tx: Executor, session: NewSession, now: string): Promise<SessionKey | undefined> {
  const { cycleId, departmentId, supplementary } = session;
  const people = supplementary?.reviewIds ?? (await departmentReviews(tx, cycleId, departmentId));
  const chair = await chairFor(tx, departmentId, people, now);
  const { id } = (await tx.one(sql<{ id: string }>`select uuidv7() as id`)) as { id: string };
  const inserted = await tx.run(sql`
    insert into calibration_sessions (id, cycle_id, department_id, chair_id, workflow_id, supplementary_of, supplementary_on)
    values (${id}, ${cycleId}, ${departmentId}, ${chair.employeeId}, ${workflowId.calibration(id)}, ${supplementary?.of ?? null}::uuid, ${supplementary?.on ?? null}::date) on conflict do nothing`);
  if (inserted === 0) return undefined;
  await tx.run(sql`
    insert into calibration_subjects (session_id, review_id, state) select ${id}, r.id, ${standingNow} from reviews r where r.id = any(${[...people]}::uuid[])`);
  await tx.run(sql`insert into calibration_members (session_id, employee_id, role) values (${id}, ${chair.employeeId}, ${chair.role})`);
  return { id, workflowId: workflowId.calibration(id) };
}

/** How the review `r` stands when it joins a session: its rating is written when it is scored. */
const standingNow = sql`coalesce((select case when band is null then 'notRated' else 'scored' end from ratings where review_id = r.id order by no desc limit 1), 'unscored')`;

async function departmentReviews(tx: Executor, cycleId: string, departmentId: string): Promise<string[]> {
  const rows = await tx.all(sql<{ id: string }>`
    select r.id from reviews r where r.cycle_id = ${cycleId} and r.department_id = ${departmentId} and r.state in ('pending', 'open')
      and not exists (select from calibration_subjects cs where cs.review_id = r.id)`);
  return rows.map((row) => row.id);
}

/**
 * The chair is the department's head, never somebody the session talks about: then the head above, then a manager above the people, and last somebody of HR, who decides
 * nothing and hands the chair over.
 */
export async function chairFor(tx: Executor, departmentId: string, reviewIds: readonly string[], now: string): Promise<CalibrationMember> {
  const asOf = localDateOf(now, (await calendarOf(tx, null)).zone);
  const rows = await tx.all(sql<{ id: string }>`select employee_id as id from reviews where id = any(${[...reviewIds]}::uuid[]) order by id`);
  const subjects = rows.map((row) => row.id);
  const free = (id: string | undefined): id is string => id !== undefined && !subjects.includes(id);
  for (let at: string | null = departmentId; at !== null; at = await parentOf(tx, at)) {
    const head = await departmentHeadOf(tx, at, asOf);
    if (free(head)) return { employeeId: head, role: 'chair' };
  }
  for (const subject of subjects) {
    const above = (await managersUpwards(tx, subject, asOf)).find((manager) => manager.active && free(manager.personId));
    if (above) return { employeeId: above.personId, role: 'chair' };
  }
  const hr = (await hrFor(tx, departmentId, null, asOf)).find(free);
  if (!hr) throw new Error(`Nobody can chair the calibration of department ${departmentId}`);
  return { employeeId: hr, role: 'hr' };
}

async function parentOf(tx: Executor, departmentId: string): Promise<string | null> {
  return (await tx.one(sql<{ id: string | null }>`select parent_id as id from departments where id = ${departmentId}`))?.id ?? null;
}
