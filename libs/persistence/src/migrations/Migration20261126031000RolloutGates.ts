import { Migration } from '@mikro-orm/migrations';

const statements = String.raw`
create table rollout_steps (
  id uuid primary key default uuidv7(), rollout_id uuid not null references rollouts, phase text not null, key text not null, no integer not null, round integer not null default 1, title jsonb not null, core boolean not null,
  days integer not null check (days >= 1), state text not null default 'planned' check (state in ('planned', 'open', 'done', 'skipped')), planned_from date not null, planned_to date not null, actual_from date, actual_to date, note text,
  unique (rollout_id, phase, round, no));
create table rollout_deliverables (
  rollout_id uuid not null references rollouts, phase text not null, key text not null, achieved integer, reference text not null default '', recorded_by uuid references employees, recorded_at timestamptz(3),
  accepted boolean not null default false, accepted_by uuid references employees, accepted_at timestamptz(3), primary key (rollout_id, phase, key));
create table gates (
  id uuid primary key default uuidv7(), rollout_id uuid not null references rollouts, phase text not null, no integer not null, state text not null default 'open' check (state in ('open', 'decided')), decision text, note text not null default '',
  readiness jsonb not null, approval_id uuid references approval_instances, asked_at timestamptz(3) not null, decided_at timestamptz(3), unique (rollout_id, no));
create unique index gates_open on gates (rollout_id) where state = 'open';
create table gate_opinions (
  id uuid primary key default uuidv7(), gate_id uuid not null references gates, employee_id uuid not null references employees, on_behalf_of uuid references employees, opinion text not null, comment text, at timestamptz(3) not null);
create table gate_conditions (
  id uuid primary key default uuidv7(), gate_id uuid not null references gates, text text not null, owner_id uuid not null references employees, closed_at timestamptz(3), closed_by uuid references employees, evidence text);
create table pilot_grants (
  id uuid primary key default uuidv7(), rollout_id uuid not null references rollouts, granted_by uuid not null references employees, reason text not null, granted_at timestamptz(3) not null)
`;

/** What a rollout plans and delivers, and how each of its gates was decided: every opinion is kept. */
export class Migration20261126031000RolloutGates extends Migration {
  override up(): void {
    for (const statement of statements.split(/;\n/)) if (statement.trim()) this.addSql(statement);
  }
}
