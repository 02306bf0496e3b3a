import { Migration } from '@mikro-orm/migrations';

const table = String.raw`
create table delegations (
  id uuid primary key default uuidv7(), delegator_id uuid not null references employees, delegate_id uuid not null references employees, kinds text[] not null check (cardinality(kinds) > 0),
  from_at timestamptz(3) not null, to_at timestamptz(3) not null, zone text not null, reason text not null, made_by uuid not null references employees, created_at timestamptz(3) not null,
  ended_at timestamptz(3), ended_by uuid references employees, end_reason text,
  check (delegate_id <> delegator_id), check (to_at > from_at), check (ended_at is null or ended_at <= to_at))`;

/** Whether one of these people is a party of a case: whom it is about, who submitted it, who is excluded, whoever is calibrated in it. */
const party = String.raw`
create function is_party(of_workflow text, subject uuid, approval uuid, people uuid[]) returns boolean language sql stable as $$
  select coalesce(subject = any(people), false)
    or exists (select from reviews r where r.workflow_id = of_workflow and r.employee_id = any(people))
    or exists (select from appeals a join reviews r on r.id = a.review_id where a.workflow_id = of_workflow and r.employee_id = any(people))
    or exists (select from calibration_sessions c join calibration_subjects s on s.session_id = c.id join reviews r on r.id = s.review_id where c.workflow_id = of_workflow and r.employee_id = any(people))
    or exists (select from approval_instances i where i.id = approval and (jsonb_exists_any(i.state -> 'state' -> 'subjectIds', people::text[]) or jsonb_exists_any(i.state -> 'state' -> 'excludedIds', people::text[]) or i.state -> 'state' ->> 'submitterId' = any(people::text[])))
$$`;

/** Whether somebody has decided here for another seat than the holder's: in the visit, its approval, or a step that asks for different eyes. */
const acted = String.raw`
create function has_acted_for_another(actor uuid, holder uuid, of_visit uuid, four_eyes text[]) returns boolean language sql stable as $$
  select exists (select from tasks t where t.visit_id = of_visit and t.decided_by = actor and t.state = 'done' and t.assignee_id <> holder)
    or exists (
      select from visits v join processes p on p.workflow_id = v.workflow_id join visits w on w.workflow_id = v.workflow_id and w.id <> v.id
      where v.id = of_visit and w.closed_by = actor and coalesce(w.on_behalf_of, w.closed_by) <> holder
        and (w.approval_id = v.approval_id or (p.kind || '.' || v.step = any(four_eyes) and p.kind || '.' || w.step = any(four_eyes))))
$$`;

/** Open tasks that somebody may do at an instant for somebody else, the nearest holder of each. Everybody in the chain must be able to act. */
const standIn = String.raw`
create function stand_in_tasks(actor uuid, at timestamptz, personal text[], four_eyes text[]) returns table (task_id uuid, visit_id uuid, workflow_id text, step text, holder_id uuid, path uuid[]) language plpgsql stable as $$
begin
  if not exists (select from delegations d where d.delegate_id = actor and d.from_at <= at and at < coalesce(d.ended_at, d.to_at)) then return; end if;
  return query
    with recursive chain as (
      select d.delegator_id, d.kinds, array[d.delegate_id, d.delegator_id] as people from delegations d where d.delegate_id = actor and d.from_at <= at and at < coalesce(d.ended_at, d.to_at)
      union all
      select d.delegator_id, array(select unnest(c.kinds) intersect select unnest(d.kinds)), c.people || d.delegator_id from chain c
      join delegations d on d.delegate_id = c.delegator_id and d.kinds && c.kinds and d.from_at <= at and at < coalesce(d.ended_at, d.to_at)
      where not d.delegator_id = any(c.people) and cardinality(c.people) <= 5)
    select distinct on (t.id) t.id, v.id, v.workflow_id, v.step, c.delegator_id, c.people
    from chain c join tasks t on t.assignee_id = c.delegator_id and t.state = 'open' and t.why <> 'hrAppoints'
    join visits v on v.id = t.visit_id and v.state = 'open' join processes p on p.workflow_id = v.workflow_id and p.kind = any(c.kinds)
    where not p.kind || '.' || v.step = any(personal)
      and not exists (select from employees e left join accounts a on a.employee_id = e.id where e.id = any(c.people) and (e.left_on < (at at time zone e.zone)::date or a.disabled_at is not null))
      and not exists (select from tasks own where own.visit_id = v.id and own.assignee_id = actor and own.state = 'open' and own.why <> 'hrAppoints')
      and not is_party(v.workflow_id, v.subject_id, v.approval_id, c.people) and not has_acted_for_another(actor, c.delegator_id, v.id, four_eyes)
    order by t.id, cardinality(c.people);
end $$`;

/** Who may do a holder's task in a case of a kind at an instant: substitutes and their substitutes, none of whom is a party. */
const standIns = String.raw`
create function stand_ins_of(holder uuid, of_kind text, at timestamptz) returns table (delegate_id uuid, path uuid[]) language plpgsql stable as $$
begin
  if not exists (select from delegations d where d.delegator_id = holder and d.from_at <= at and at < coalesce(d.ended_at, d.to_at)) then return; end if;
  return query
    with recursive chain as (
      select d.delegate_id as id, array[d.delegator_id, d.delegate_id] as people from delegations d where d.delegator_id = holder and of_kind = any(d.kinds) and d.from_at <= at and at < coalesce(d.ended_at, d.to_at)
      union all
      select d.delegate_id, c.people || d.delegate_id from chain c join delegations d on d.delegator_id = c.id and of_kind = any(d.kinds) and d.from_at <= at and at < coalesce(d.ended_at, d.to_at)
      where not d.delegate_id = any(c.people) and cardinality(c.people) <= 5)
    select c.id, c.people from chain c
    where not exists (select from employees e left join accounts a on a.employee_id = e.id where e.id = any(c.people) and (e.left_on < (at at time zone e.zone)::date or a.disabled_at is not null));
end $$`;

/**
 * Standing substitutes. The functions say the same as `@fairmark/domain/delegations`: they are asked by decisions, access and inboxes, and answer at once where
 * nobody delegates.
 */
export class Migration20261125050000Delegations extends Migration {
  override up(): void {
    this.addSql(table);
    this.addSql('create index delegations_delegator on delegations (delegator_id, to_at)');
    this.addSql('create index delegations_delegate on delegations (delegate_id, to_at)');
    this.addSql(`create index tasks_stood_in on tasks (decided_by) where state = 'done' and decided_by <> assignee_id`);
    for (const definition of [party, acted, standIn, standIns]) this.addSql(definition);
  }
}
