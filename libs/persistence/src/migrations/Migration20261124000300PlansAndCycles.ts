import { Migration } from '@mikro-orm/migrations';

const statements = String.raw`
create table plans (
  id uuid primary key default uuidv7(), code text not null unique, name text not null, name_en text, created_at timestamptz(3) not null default now());
create table plan_versions (
  id uuid primary key default uuidv7(), plan_id uuid not null references plans, no integer not null, state text not null check (state in ('draft', 'inUse', 'retired')),
  document jsonb not null, document_hash text not null, findings jsonb not null default '[]', overrides jsonb not null default '[]',
  created_by uuid, created_at timestamptz(3) not null default now(), frozen_at timestamptz(3), unique (plan_id, no));
create table cycles (
  id uuid primary key default uuidv7(), name text not null, name_en text, plan_id uuid not null references plans, plan_version_id uuid not null references plan_versions,
  period_start date not null, period_end date not null, state text not null check (state in ('draft', 'launching', 'running', 'closed', 'cancelled')),
  population jsonb not null, schedule jsonb not null default '{}', created_by uuid not null references employees, created_at timestamptz(3) not null default now(),
  launched_by uuid, launched_at timestamptz(3), review_count integer not null default 0, started_count integer not null default 0, open_count integer not null default 0, closed_at timestamptz(3),
  check (period_end >= period_start))
`;

/** Plans, their immutable versions, and review cycles. */
export class Migration20261124000300PlansAndCycles extends Migration {
  override up(): void {
    for (const statement of statements.split(/;\n/)) if (statement.trim()) this.addSql(statement);
  }
}
