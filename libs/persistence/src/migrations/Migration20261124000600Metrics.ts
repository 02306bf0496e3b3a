import { Migration } from '@mikro-orm/migrations';

const statements = String.raw`
create table metric_batches (
  id uuid primary key default uuidv7(), code text not null unique, period text not null, source text not null, uploaded_by uuid references employees, row_count integer not null,
  content_hash text not null, checks jsonb not null default '{}', created_at timestamptz(3) not null default now());
create table metric_values (
  id uuid primary key default uuidv7(), batch_id uuid not null references metric_batches, indicator text not null, community_id uuid references communities, employee_id uuid references employees,
  sub_period text not null, starts_on date not null, ends_on date not null, value numeric(24, 6) not null, weight numeric(24, 6), source text not null, recorded_at timestamptz(3) not null default now(),
  superseded_by uuid references metric_values, check (num_nonnulls(community_id, employee_id) = 1));
create unique index metric_values_current on metric_values (indicator, community_id, employee_id, sub_period, source) nulls not distinct where superseded_by is null;
create index metric_values_community on metric_values (community_id, indicator) where superseded_by is null;
create index metric_values_employee on metric_values (employee_id, indicator) where superseded_by is null;
create table metric_quality (
  indicator text not null, period text not null, quality_bp integer not null, checks jsonb not null, accepted_reason text, accepted_by_hr uuid references employees, accepted_by_head uuid references employees,
  updated_at timestamptz(3) not null default now(), primary key (indicator, period));
create table metric_reports (
  id uuid primary key default uuidv7(), review_id uuid not null references reviews, indicator text not null, note text not null, created_by uuid not null references employees, created_at timestamptz(3) not null default now(), answered_at timestamptz(3), answer text)
`;

/** Indicator values by batch; a correction keeps the earlier value. */
export class Migration20261124000600Metrics extends Migration {
  override up(): void {
    for (const statement of statements.split(/;\n/)) if (statement.trim()) this.addSql(statement);
  }
}
