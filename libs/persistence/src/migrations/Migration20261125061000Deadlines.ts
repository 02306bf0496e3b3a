import { Migration } from '@mikro-orm/migrations';

const statements = String.raw`
alter table visits add column due_from timestamptz(3), add column due_legs jsonb, add column due_for uuid references employees, add column remind_before jsonb;
update visits v set due_from = opened_at, due_legs = jsonb_build_array(duration) where state = 'open' and due_at is not null and duration is not null and step <> 'acknowledgement';
update visits v set due_for = coalesce((select t.assignee_id from tasks t where t.visit_id = v.id order by t.created_at, t.id limit 1), v.subject_id) where state = 'open' and due_at is not null;
create index visits_due_for on visits (due_for) where state = 'open' and due_at is not null;
create table deadline_changes (
  id uuid primary key default uuidv7(), visit_id uuid not null references visits, at timestamptz(3) not null, cause text not null check (cause in ('hr', 'policy', 'handOver', 'process', 'calendar', 'downtime')),
  from_due timestamptz(3) not null, to_due timestamptz(3) not null, actor_id uuid references employees, confirmed_by uuid references employees, reason text, detail jsonb not null default '{}');
create index deadline_changes_visit on deadline_changes (visit_id, at);
create table calendar_years (
  country text not null, year integer not null check (year between 2000 and 2100), announced_by uuid not null references employees, announced_at timestamptz(3) not null, primary key (country, year));
create table calendar_changes (
  id uuid primary key default uuidv7(), kind text not null, country text, employee_id uuid references employees, body jsonb not null, reason text not null, also_earlier boolean not null, made_by uuid not null references employees, made_at timestamptz(3) not null,
  state text not null default 'applying' check (state in ('applying', 'applied')), position text not null default '', told integer not null default 0, finished_at timestamptz(3), check (num_nonnulls(country, employee_id) = 1));
create index calendar_changes_applying on calendar_changes (made_at) where state = 'applying'
`;

/**
 * A visit says from when and how long its deadline was counted and for whom, so that it can be counted again; every move of a deadline is a line of its record.
 * Changes of a calendar are rows that the worker spreads over the running processes. Visits that HR had extended count from their beginning: they only ever move later.
 */
export class Migration20261125061000Deadlines extends Migration {
  override up(): void {
    for (const statement of statements.split(/;\n/)) if (statement.trim()) this.addSql(statement);
  }
}
