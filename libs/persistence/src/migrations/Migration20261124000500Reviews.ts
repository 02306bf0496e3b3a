import { Migration } from '@mikro-orm/migrations';

const statements = String.raw`
create table reviews (
  id uuid primary key default uuidv7(), cycle_id uuid not null references cycles, employee_id uuid not null references employees, plan_id uuid not null references plans,
  plan_version_id uuid not null references plan_versions, workflow_id text not null unique, state text not null default 'pending' check (state in ('pending', 'open', 'closed', 'cancelled')),
  step text not null default 'goalSetting', period_start date not null, period_end date not null, department_id uuid not null references departments,
  manager_id uuid references employees, next_manager_id uuid references employees, position_code text, eligible_days integer, period_days integer, shadow boolean not null default false,
  sheet jsonb, goals_outcome text, goal_rounds integer not null default 0, goal_changes integer not null default 0, not_rated_reason text, created_at timestamptz(3) not null default now(), started_at timestamptz(3),
  scored_at timestamptz(3), calibrated_at timestamptz(3), managers_see_at timestamptz(3), published_at timestamptz(3), window_ends_at timestamptz(3), final_at timestamptz(3), closed_at timestamptz(3),
  unique (cycle_id, employee_id),
  exclude using gist (employee_id with =, plan_id with =, daterange(period_start, period_end, '[]') with &&) where (state <> 'cancelled'));
create index reviews_cycle on reviews (cycle_id, state);
create index reviews_manager on reviews (manager_id);
create table review_segments (
  id uuid primary key default uuidv7(), review_id uuid not null references reviews, no integer not null, manager_id uuid not null references employees, department_id uuid not null references departments,
  valid_from date not null, valid_to date not null, working_days integer not null, scored boolean not null, unique (review_id, no));
create table goal_sheets (
  id uuid primary key default uuidv7(), review_id uuid not null references reviews, no integer not null, author_id uuid not null references employees, source text not null,
  items jsonb not null, personal_goals jsonb not null default '[]', flags jsonb not null default '[]', reason text, state text not null, created_at timestamptz(3) not null, unique (review_id, no));
create table check_ins (
  id uuid primary key default uuidv7(), review_id uuid not null references reviews, author_id uuid not null references employees, note text not null, created_at timestamptz(3) not null default now());
create table self_reviews (
  id uuid primary key default uuidv7(), review_id uuid not null references reviews, visit_id uuid not null unique references visits, state text not null check (state in ('submitted', 'notSubmitted')),
  body jsonb, created_at timestamptz(3) not null);
create table collaborator_inputs (
  id uuid primary key default uuidv7(), review_id uuid not null references reviews, collaborator_id uuid not null references employees, state text not null, score integer, body text, created_at timestamptz(3) not null,
  answered_at timestamptz(3), unique (review_id, collaborator_id));
create table score_sheets (
  id uuid primary key default uuidv7(), review_id uuid not null references reviews, no integer not null, visit_id uuid references visits, scorer_id uuid references employees, items jsonb not null,
  result jsonb, total_centi integer, band text, comment text, source text not null, created_at timestamptz(3) not null, unique (review_id, no));
create table ratings (
  id uuid primary key default uuidv7(), review_id uuid not null references reviews, no integer not null, source text not null check (source in ('computed', 'calibration', 'appeal', 'correction', 'notRated')),
  total_centi integer, band text, score_sheet_id uuid references score_sheets, reason text, employee_reason text, decided_by uuid references employees, created_at timestamptz(3) not null, unique (review_id, no));
create view current_ratings as select distinct on (review_id) * from ratings order by review_id, no desc;
create table result_acts (
  id uuid primary key default uuidv7(), review_id uuid not null references reviews, act text not null, actor_id uuid references employees, at timestamptz(3) not null, detail jsonb not null default '{}');
create table interviews (
  review_id uuid primary key references reviews, held_on date, notes text, actions jsonb not null default '[]', recorded_by uuid references employees, recorded_at timestamptz(3), confirmed_at timestamptz(3));
create table publications (
  id uuid primary key default uuidv7(), cycle_id uuid not null references cycles, department_id uuid not null references departments, cost_cents bigint not null, cost_shown_at timestamptz(3) not null,
  managers_see_at timestamptz(3) not null, publish_at timestamptz(3) not null, requested_by uuid not null references employees, published_at timestamptz(3), unique (cycle_id, department_id));
create table segment_scores (
  review_id uuid not null references reviews, segment_no integer not null, scorer_id uuid not null references employees, total_centi integer, created_at timestamptz(3) not null, primary key (review_id, segment_no))
`;

/** One review per person and cycle with its goals, self-review, scores and ratings. */
export class Migration20261124000500Reviews extends Migration {
  override up(): void {
    for (const statement of statements.split(/;\n/)) if (statement.trim()) this.addSql(statement);
  }
}
