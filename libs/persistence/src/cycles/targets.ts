import type { CycleTarget, ExtendStep } from '@fairmark/contracts/cycles';
import { stepsOfPeople } from '@fairmark/domain/cycles';
import { sql, type Executor } from '../database/index.js';
import { tellRelay } from '../process/index.js';

/** Open visits that an act of HR on a cycle would touch. */
export interface TargetVisit {
  visitId: string;
  workflowId: string;
  /** The review, or the session, that it belongs to. */
  reviewId: string;
}

export interface TargetQuestion {
  cycleId: string;
  /** The HR person who acts: only people of their scope are concerned, never themselves. */
  actorId: string;
  steps: readonly string[];
  target: CycleTarget;
}

/** Departments of which somebody is HR, as a condition on a department. */
const inScope = (department: ReturnType<typeof sql>, actorId: string) => sql`exists (
  with recursive up as (select id, parent_id from departments where id = ${department} union all select d.id, d.parent_id from up join departments d on d.id = up.parent_id)
  select from role_grants g where g.employee_id = ${actorId} and g.role = 'hr' and g.revoked_at is null and (g.department_id is null or g.department_id in (select id from up)))`;

function matches(target: CycleTarget) {
  switch (target.kind) {
    case 'all':
      return sql`true`;
    case 'department':
      return sql`r.department_id in (
        with recursive below as (select id from departments where id = ${target.departmentId} union select c.id from below join departments c on c.parent_id = below.id) select id from below)`;
    case 'people':
      return sql`r.employee_id = any(${target.employeeIds}::uuid[])`;
  }
}

/** Open visits in some steps for which people of the target are waited for. */
export async function targetVisits(tx: Executor, { cycleId, actorId, steps, target }: TargetQuestion): Promise<TargetVisit[]> {
  return tx.all(sql<TargetVisit>`
    select v.id as "visitId", r.workflow_id as "workflowId", r.id as "reviewId" from reviews r join visits v on v.workflow_id = r.workflow_id and v.state = 'open'
    where r.cycle_id = ${cycleId} and r.state = 'open' and r.employee_id <> ${actorId} and v.step = any(${[...steps]}::text[]) and ${matches(target)} and ${inScope(sql`r.department_id`, actorId)} order by r.id, v.id`);
}

/** Open reviews of people of the target, in the scope of the HR person who acts and never their own. */
export async function targetReviews(tx: Executor, { cycleId, actorId, target }: Omit<TargetQuestion, 'steps'>): Promise<Omit<TargetVisit, 'visitId'>[]> {
  return tx.all(sql<Omit<TargetVisit, 'visitId'>>`
    select r.id as "reviewId", r.workflow_id as "workflowId" from reviews r
    where r.cycle_id = ${cycleId} and r.state = 'open' and r.employee_id <> ${actorId} and ${matches(target)} and ${inScope(sql`r.department_id`, actorId)} order by r.id`);
}

/**
 * Open visits whose deadlines a move in a cycle names: those of one step, or of all steps in which people are waited for, and then for everybody the sessions of the
 * cycle too.
 */
export async function deadlineTargets(tx: Executor, { step, ...question }: Omit<TargetQuestion, 'steps'> & { step: ExtendStep['step'] | null }): Promise<TargetVisit[]> {
  const visits = await targetVisits(tx, { ...question, steps: stepsOfPeople(step ?? null) });
  if (step || question.target.kind !== 'all') return visits;
  const sessions = await tx.all(sql<TargetVisit>`
    select v.id as "visitId", v.workflow_id as "workflowId", s.id as "reviewId" from calibration_sessions s join visits v on v.workflow_id = s.workflow_id and v.state = 'open'
    where s.cycle_id = ${question.cycleId} and ${inScope(sql`s.department_id`, question.actorId)} order by s.id, v.id`);
  return [...visits, ...sessions];
}

/** One event for each of many processes, and its delivery, in one statement. */
export async function signalAll(tx: Executor, workflowIds: readonly string[], event: { name: string; body: Record<string, unknown>; actorId: string | null }): Promise<void> {
  await tx.run(sql`
    with sent as (
      insert into process_events (workflow_id, name, body, actor_id) select w, ${event.name}, ${JSON.stringify(event.body)}::jsonb, ${event.actorId}::uuid from unnest(${[...workflowIds]}::text[]) w returning id, workflow_id)
    insert into outbox (channel, body) select 'signal', jsonb_build_object('workflowId', workflow_id, 'eventId', id) from sent`);
  await tellRelay(tx);
}

/** Workflow ids of the reviews and calibration sessions of a cycle that are still open. */
export async function openWorkflows(tx: Executor, cycleId: string): Promise<{ reviews: string[]; sessions: string[] }> {
  const rows = await tx.all(sql<{ workflowId: string; kind: string }>`
    select p.workflow_id as "workflowId", p.kind from processes p join reviews r on p.kind = 'review' and r.id = p.ref_id where r.cycle_id = ${cycleId} and p.state = 'open'
    union all select p.workflow_id, p.kind from processes p join calibration_sessions s on p.kind = 'calibration' and s.id = p.ref_id where s.cycle_id = ${cycleId} and p.state = 'open'`);
  const of = (kind: string) => rows.filter((row) => row.kind === kind).map((row) => row.workflowId);
  return { reviews: of('review'), sessions: of('calibration') };
}
