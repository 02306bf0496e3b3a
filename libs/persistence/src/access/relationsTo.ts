import type { AccessObject, Relation } from '@fairmark/domain/access';
import { sql, type Executor } from '../database/index.js';
import { standInTasks } from '../delegations/index.js';
import { activeRoles } from '../identity/roles.js';
import { objectQuery } from './objects.js';

/** How a person stands to an object now. */
export interface Standing {
  found: boolean;
  relations: ReadonlySet<Relation>;
  /** Step (phase) of the object's process; empty where the object has none. */
  step: string;
  /** The person whom the object is about. */
  subjectId: string | null;
  reviewId: string | null;
}

type StandingRow = Omit<Standing, 'found' | 'relations'> & { relations: Relation[] };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const nothing: Standing = { found: false, relations: new Set(), step: '', subjectId: null, reviewId: null };

/**
 * Relations of a person to an object and the object's present step, by one query. The relations of rows count, whoever they came from:
 * the line above as of today (of a leaver: as of the last day) with inactive managers skipped, tasks, seats, memberships, and stored roles
 * whose department contains the object's. Somebody with none is a `stranger`.
 */
export async function relationsTo(read: Executor, actorId: string, kind: AccessObject, id: string | null): Promise<Standing> {
  if (kind === 'none') return rolesOnly(read, actorId);
  if (!id || !UUID.test(id)) return nothing;
  const row = await read.one(standingQuery(actorId, kind, id));
  return row ? { ...row, found: true, relations: orStranger(row.relations) } : nothing;
}

async function rolesOnly(read: Executor, actorId: string): Promise<Standing> {
  const grants = await activeRoles(read, actorId);
  return { ...nothing, found: true, relations: orStranger(grants.map((grant) => grant.role)) };
}

function orStranger(relations: readonly Relation[]): ReadonlySet<Relation> {
  return new Set(relations.length > 0 ? relations : ['stranger']);
}

const active = sql`(e.left_on is null or e.left_on >= (now() at time zone e.zone)::date) and a.disabled_at is null`;

/** Rows above the object: `line` of managers, `up` the departments that contain it, `heads` of those. */
const above = sql`
  day as (select least((now() at time zone e.zone)::date, e.left_on) as day from object join employees e on e.id = object.subject_id),
  managers as (
    select m.manager_id, 1 as level, array[m.employee_id] as seen from object, day, employee_managers m where m.employee_id = object.subject_id and daterange(m.valid_from, m.valid_to) @> day.day
    union all
    select m.manager_id, l.level + 1, l.seen || m.employee_id from day, managers l join employee_managers m on m.employee_id = l.manager_id
    where daterange(m.valid_from, m.valid_to) @> day.day and not m.manager_id = any(l.seen) and l.level < 30),
  line as (select l.manager_id, rank() over (order by l.level) as rank from managers l join employees e on e.id = l.manager_id left join accounts a on a.employee_id = e.id where ${active}),
  up as (
    select root, root as id, 0 as level from object, unnest(departments) root
    union all select up.root, d.parent_id, up.level + 1 from up join departments d on d.id = up.id where d.parent_id is not null and up.level < 30),
  heads as (select e.id, rank() over (partition by up.root order by up.level) as rank from up join departments d on d.id = up.id join employees e on e.id = d.head_id left join accounts a on a.employee_id = e.id where ${active}),
  sessions_of as (select session_id from object where session_id is not null union select s.session_id from object o join calibration_subjects s on s.review_id = o.review_id)`;

function standingQuery(actor: string, kind: Exclude<AccessObject, 'none'>, id: string) {
  return sql<StandingRow>`
    with recursive object as (${objectQuery(kind, id)}), ${above}
    select o.step, o.subject_id as "subjectId", o.review_id as "reviewId", array_remove(array[
      case when o.subject_id = ${actor} then 'self' end,
      case when ${managerOf(actor)} then 'manager' end,
      case when exists (select from line where manager_id = ${actor} and rank > 1) then 'skipLevel' end,
      case when exists (select from review_segments s where s.review_id = o.review_id and s.manager_id = ${actor}) and not (${managerOf(actor)}) then 'formerManager' end,
      case when exists (select from heads where id = ${actor} and rank = 1) then 'departmentHead' end,
      case when exists (select from score_sheets s where s.review_id = o.review_id and s.scorer_id = ${actor}) or exists (select from segment_scores s where s.review_id = o.review_id and s.scorer_id = ${actor})
        or exists (select from reviews r join visits v on v.workflow_id = r.workflow_id join tasks t on t.visit_id = v.id
          where r.id = o.review_id and v.step in ('scoring', 'rescoring') and t.assignee_id = ${actor} and t.state in ('open', 'done')) then 'scorer' end,
      case when exists (select from collaborator_inputs c where c.review_id = o.review_id and c.collaborator_id = ${actor}) then 'collaborator' end,
      case when exists (select from sessions_of join calibration_members m using (session_id) where m.employee_id = ${actor} and m.left_at is null) then 'calibrationMember' end,
      case when exists (select from sessions_of join calibration_sessions s on s.id = session_id where s.chair_id = ${actor}) then 'calibrationChair' end,
      case when ${seatOf(actor, 'member')} then 'panelMember' end,
      case when ${seatOf(actor, 'alternate')} then 'panelAlternate' end,
      case when ${assigneeOf(actor)} then 'assignee' end,
      case when ${delegateOf(actor)} then 'delegate' end,
      case when exists (select from approval_instances a where a.id = o.approval_id and a.submitter_id = ${actor} union all select from approval_requests r where r.id = o.approval_id and r.submitter_id = ${actor}) then 'submitter' end,
      case when exists (select from approval_copies c where c.approval_id = o.approval_id and c.employee_id = ${actor}) then 'copied' end,
      case when exists (select from rollouts r where r.id = o.rollout_id and r.sponsor_id = ${actor}) then 'sponsorOf' end,
      case when exists (select from rollouts r where r.id = o.rollout_id and r.lead_id = ${actor}) then 'leadOf' end,
      case when exists (select from rollout_team t where t.rollout_id = o.rollout_id and t.employee_id = ${actor} and t.left_at is null) then 'teamOf' end,
      ${roleOf('hr', actor)}, ${roleOf('lead', actor)}, ${roleOf('sponsor', actor)}, ${roleOf('admin', actor)}
    ], null) as relations
    from object o`;
}

/** The manager of today, and the one with whom a review stays although somebody else manages the person now. */
const managerOf = (actor: string) => sql`(exists (select from line where manager_id = ${actor} and rank = 1) or exists (select from reviews r where r.id = o.review_id and r.stays_with = ${actor}))`;

/** A seat of the present level, from the draw until that level has decided. */
const seatOf = (actor: string, seat: 'member' | 'alternate') => sql`exists (
    select from appeals x join appeal_seats s on s.appeal_id = x.id and s.level = x.level left join processes p on p.workflow_id = x.workflow_id
    where x.id = o.appeal_id and x.closed_at is null and coalesce(p.step, x.state) not in ('decided', 'closed') and s.employee_id = ${actor} and s.seat = ${seat} and s.state <> 'replaced' and (s.state = 'active' or s.seat = 'alternate'))`;

/** A visit or a case stays open to everybody who was ever asked, to read who decided it; a process as a whole only while a task is open. */
const assigneeOf = (actor: string) => sql`exists (select from visits v join tasks t on t.visit_id = v.id
    where v.workflow_id = o.workflow_id and t.assignee_id = ${actor} and (v.id = o.visit_id or (o.visit_id is null and (case when o.approval_id is null then t.state = 'open' else v.approval_id = o.approval_id end))))`;

/** A substitute comes near as long as a task waits for whom they stand in for; afterwards only to the visit they decided. */
const delegateOf = (actor: string) => sql`(
    exists (select from ${standInTasks(actor)} s where s.workflow_id = o.workflow_id and (o.visit_id is null or s.visit_id = o.visit_id))
    or exists (select from tasks t where t.visit_id = o.visit_id and t.decided_by = ${actor} and t.assignee_id <> ${actor}))`;

/** A role counts when its scope contains every department of the object. HR who made a cycle keeps it whatever its population. */
const roleOf = (role: string, actor: string) => sql`case when exists (
    select from role_grants g where g.employee_id = ${actor} and g.role = ${role} and g.revoked_at is null
      and (g.department_id is null or o.creator_id = g.employee_id or (cardinality(o.departments) > 0 and not exists (
        select from unnest(o.departments) d where not exists (select from up where up.root = d and up.id = g.department_id))))) then ${role} end`;
