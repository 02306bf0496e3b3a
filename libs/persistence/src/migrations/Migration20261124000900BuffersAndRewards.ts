import { Migration } from '@mikro-orm/migrations';

const statements = String.raw`
create table buffers (
  id uuid primary key default uuidv7(), review_id uuid not null unique references reviews, kind text not null check (kind in ('shadow', 'improvement')), state text not null, rule jsonb not null, support_plan jsonb,
  agreed_at timestamptz(3), starts_at timestamptz(3), ends_at timestamptz(3), judgements jsonb not null default '{}', outcome text, consequence text, closed_at timestamptz(3));
create table buffer_check_ins (
  id uuid primary key default uuidv7(), buffer_id uuid not null references buffers, no integer not null, due_on date not null, held_at timestamptz(3), note text, recorded_by uuid references employees, unique (buffer_id, no));
create table reward_bases (
  cycle_id uuid not null references cycles, employee_id uuid not null references employees, base_cents bigint not null check (base_cents >= 0), previous_result_bp integer, primary key (cycle_id, employee_id));
create table rewards (
  id uuid primary key default uuidv7(), review_id uuid not null references reviews, no integer not null, kind text not null check (kind in ('full', 'difference')), amount_cents bigint not null, base_cents bigint not null, coefficient_bp integer not null,
  eligible_days integer not null, period_days integer not null, reason text not null, rating_id uuid references ratings, held boolean not null default false, export_key text not null unique, exported_at timestamptz(3), created_at timestamptz(3) not null, unique (review_id, no));
create table cycle_budgets (cycle_id uuid primary key references cycles, budget_cents bigint not null)
`;

/** Buffer periods and rewards. Money is in cents. */
export class Migration20261124000900BuffersAndRewards extends Migration {
  override up(): void {
    for (const statement of statements.split(/;\n/)) if (statement.trim()) this.addSql(statement);
  }
}
