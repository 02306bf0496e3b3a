import { Migration } from '@mikro-orm/migrations';

// A function body stands on one line: statements are split at line ends.
const statements = String.raw`
create function keep_plan_version() returns trigger language plpgsql as $$ begin if tg_op = 'DELETE' or (new.plan_id, new.no, new.document, new.document_hash, new.findings, new.overrides, new.frozen_at) is distinct from (old.plan_id, old.no, old.document, old.document_hash, old.findings, old.overrides, old.frozen_at) or new.state = 'draft' then raise exception 'A plan version in use cannot be changed' using errcode = 'P0PLV'; end if; return new; end $$;
create trigger plan_versions_keep before update or delete on plan_versions for each row when (old.state <> 'draft') execute function keep_plan_version();
create table plan_experience (
  plan_id uuid not null references plans, employee_id uuid not null references employees, cycles integer not null check (cycles between 0 and 100), reason text not null, recorded_by uuid not null references employees,
  recorded_at timestamptz(3) not null default now(), primary key (plan_id, employee_id));
create table panel_pool (employee_id uuid primary key references employees, added_by uuid not null references employees, added_at timestamptz(3) not null default now());
create table cycle_people (
  cycle_id uuid not null references cycles, employee_id uuid not null references employees, state text not null default 'waiting' check (state in ('waiting', 'started')), late boolean not null default false,
  added_by uuid references employees, added_at timestamptz(3) not null default now(), primary key (cycle_id, employee_id));
create index cycle_people_waiting on cycle_people (cycle_id) where state = 'waiting';
create table hr_requests (
  id uuid primary key default uuidv7(), cycle_id uuid not null references cycles, act text not null check (act in ('extend', 'nudge', 'cancel')), body jsonb not null, people integer not null,
  requested_by uuid not null references employees, requested_at timestamptz(3) not null, state text not null default 'pending' check (state in ('pending', 'confirmed', 'declined')),
  decided_by uuid references employees, decided_at timestamptz(3), decision_reason text, check (decided_by is distinct from requested_by));
create index hr_requests_cycle on hr_requests (cycle_id, requested_at);
create table hr_acts (
  id uuid primary key default uuidv7(), cycle_id uuid not null references cycles, review_id uuid references reviews, act text not null, actor_id uuid not null references employees, confirmed_by uuid references employees,
  reason text not null, detail jsonb not null default '{}', at timestamptz(3) not null);
create index hr_acts_review on hr_acts (review_id, at)
`;

/** Plan versions that cannot change once used, who takes part in a cycle, and what HR did with the reason for it. */
export class Migration20261124001700PlansAndLaunch extends Migration {
  override up(): void {
    for (const statement of statements.split(/;\n/)) if (statement.trim()) this.addSql(statement);
  }
}
