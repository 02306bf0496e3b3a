import { Migration } from '@mikro-orm/migrations';

const statements = String.raw`
create table processes (
  workflow_id text primary key, kind text not null, ref_id uuid not null, step text not null, state text not null default 'open' check (state in ('open', 'closed')),
  opened_at timestamptz(3) not null default now(), closed_at timestamptz(3), outcome text);
create unique index processes_ref on processes (kind, ref_id);
create index processes_open on processes (kind) where state = 'open';
create table approval_instances (
  id uuid primary key default uuidv7(), workflow_id text not null references processes, definition_id text not null, definition_version integer not null,
  state jsonb not null, created_at timestamptz(3) not null default now(), finished_at timestamptz(3), outcome text);
create table visits (
  id uuid primary key default uuidv7(), workflow_id text not null references processes, step text not null, no integer not null,
  state text not null default 'open' check (state in ('open', 'closed')), subject_id uuid references employees, approval_id uuid references approval_instances, node text,
  payload jsonb not null default '{}', opened_at timestamptz(3) not null, base_due_at timestamptz(3), due_at timestamptz(3), due_zone text, due_provisional boolean not null default false,
  duration jsonb, timeout text not null default 'none', wake_at timestamptz(3), reminders jsonb not null default '[]', downtime_seconds integer not null default 0,
  outcome text, closed_at timestamptz(3), closed_by uuid references employees, on_behalf_of uuid references employees, closed_command text,
  unique (workflow_id, step, no));
create index visits_open on visits (workflow_id) where state = 'open';
create index visits_wake on visits (wake_at) where state = 'open';
create table tasks (
  id uuid primary key default uuidv7(), visit_id uuid not null references visits, assignee_id uuid not null references employees,
  state text not null default 'open' check (state in ('open', 'done', 'notNeeded', 'moved')), why text not null, decision text, decided_at timestamptz(3), decided_by uuid references employees,
  created_at timestamptz(3) not null, read_at timestamptz(3), nudged_at timestamptz(3), unique (visit_id, assignee_id));
create index tasks_inbox on tasks (assignee_id, state, created_at);
create index tasks_visit on tasks (visit_id);
create table commands (
  update_id text primary key, workflow_id text not null, visit_id uuid, actor_id uuid not null references employees, action text not null, idempotency_key uuid not null,
  body jsonb not null, body_hash text not null, received_at timestamptz(3) not null, state text not null default 'pending' check (state in ('pending', 'applied', 'refused')),
  answer jsonb, applied_at timestamptz(3), confirmed_at timestamptz(3), attempts integer not null default 0);
create index commands_open on commands (received_at) where state = 'pending' or confirmed_at is null;
create index commands_visit on commands (visit_id) where state = 'pending';
create table process_events (
  id uuid primary key default uuidv7(), workflow_id text not null, name text not null, body jsonb not null default '{}', actor_id uuid,
  state text not null default 'pending' check (state in ('pending', 'applied', 'ignored')), created_at timestamptz(3) not null default now(), applied_at timestamptz(3));
create index process_events_pending on process_events (workflow_id) where state = 'pending';
create table outbox (
  id bigint generated always as identity primary key, channel text not null check (channel in ('mail', 'export', 'start', 'signal')), body jsonb not null,
  created_at timestamptz(3) not null default now(), not_before timestamptz(3), relayed_at timestamptz(3), attempts integer not null default 0);
create index outbox_waiting on outbox (id) where relayed_at is null;
create table deliveries (
  outbox_id bigint not null references outbox, channel text not null, delivered_at timestamptz(3) not null default now(), reference text, primary key (outbox_id, channel));
create table notices (
  id uuid primary key default uuidv7(), employee_id uuid not null references employees, kind text not null, link text not null, visit_id uuid, params jsonb not null default '{}',
  created_at timestamptz(3) not null default now(), read_at timestamptz(3));
create index notices_employee on notices (employee_id, created_at desc);
create table heartbeats (
  component text not null, instance text not null, at timestamptz(3) not null, primary key (component, instance));
create table downtimes (
  id uuid primary key default uuidv7(), from_at timestamptz(3) not null, to_at timestamptz(3) not null, component text not null, unique (component, from_at))
`;

/** The record of every durable process: visits, tasks, commands, events and the outbox. Temporal owns order and time, these rows own what was decided. */
export class Migration20261124000400Process extends Migration {
  override up(): void {
    for (const statement of statements.split(/;\n/)) if (statement.trim()) this.addSql(statement);
  }
}
