import { Migration } from '@mikro-orm/migrations';

const statements = String.raw`
create table rollouts (
  id uuid primary key default uuidv7(), name text not null, name_en text, plan_id uuid not null references plans, plan_version_id uuid references plan_versions, workflow_id text not null unique,
  sponsor_id uuid not null references employees, lead_id uuid not null references employees, department_ids uuid[] not null default '{}', scope jsonb not null default '{}', settings jsonb not null,
  phase text not null default 'design' check (phase in ('design', 'pilot', 'rollout', 'optimise')), state text not null default 'running' check (state in ('running', 'held', 'closed')), starts_on date not null,
  held_at timestamptz(3), created_by uuid not null references employees, created_at timestamptz(3) not null default now(), closed_at timestamptz(3), outcome text);
create index rollouts_plan on rollouts (plan_id);
create table rollout_team (
  rollout_id uuid not null references rollouts, employee_id uuid not null references employees, area text not null, joined_at timestamptz(3) not null default now(), left_at timestamptz(3), primary key (rollout_id, employee_id));
create table pilots (
  id uuid primary key default uuidv7(), rollout_id uuid not null references rollouts, no integer not null check (no >= 1), workflow_id text not null unique, plan_version_id uuid references plan_versions,
  state text not null default 'open' check (state in ('open', 'paused', 'closed')), outcome text, started_at timestamptz(3) not null, closed_at timestamptz(3), unique (rollout_id, no));
create table waves (
  id uuid primary key default uuidv7(), rollout_id uuid not null references rollouts, no integer not null check (no >= 1), name text not null, workflow_id text not null unique, plan_version_id uuid references plan_versions,
  state text not null default 'open' check (state in ('open', 'paused', 'closed')), outcome text, started_at timestamptz(3) not null, closed_at timestamptz(3), unique (rollout_id, no));
create table pdca_quarters (
  id uuid primary key default uuidv7(), rollout_id uuid not null references rollouts, quarter text not null check (quarter ~ '^[0-9]{4}Q[1-4]$'), starts_on date not null, workflow_id text not null unique, plan_version_id uuid references plan_versions,
  state text not null default 'open' check (state in ('open', 'paused', 'closed')), outcome text, started_at timestamptz(3) not null, closed_at timestamptz(3), unique (rollout_id, quarter))
`;

/** Rollouts with their team, and one row for each pilot, wave and quarter: the row pins the child before its workflow starts. */
export class Migration20261126030000Rollouts extends Migration {
  override up(): void {
    for (const statement of statements.split(/;\n/)) if (statement.trim()) this.addSql(statement);
  }
}
