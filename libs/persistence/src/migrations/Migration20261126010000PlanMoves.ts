import { Migration } from '@mikro-orm/migrations';

const statements = String.raw`
create table plan_moves (
  id uuid primary key default uuidv7(), cycle_id uuid not null references cycles, plan_version_id uuid not null references plan_versions, choice text not null check (choice in ('stay', 'nextStep', 'restart')), target jsonb not null,
  reason text not null, actor_id uuid not null references employees, confirmed_by uuid references employees, at timestamptz(3) not null,
  reverted_by uuid references employees, reverted_at timestamptz(3), revert_reason text, check ((reverted_at is null) = (reverted_by is null)));
create index plan_moves_cycle on plan_moves (cycle_id, at desc);
create table plan_move_items (
  move_id uuid not null references plan_moves, review_id uuid not null references reviews, state text not null default 'pending' check (state in ('pending', 'waiting', 'applied', 'stayed', 'skipped', 'reverted')),
  why text, step text, from_version_id uuid references plan_versions, from_sheet jsonb, at timestamptz(3), primary key (move_id, review_id), check ((state = 'skipped') = (why is not null)));
create unique index plan_move_items_waiting on plan_move_items (review_id) where state = 'waiting';
create index plan_move_items_review on plan_move_items (review_id, at);
alter table hr_requests drop constraint hr_requests_act_check, add constraint hr_requests_act_check check (act in ('extend', 'nudge', 'cancel', 'movePlan', 'revertPlanMove'))
`;

/** Moves of running reviews to another plan version, with what became of each review and what it had before. */
export class Migration20261126010000PlanMoves extends Migration {
  override up(): void {
    for (const statement of statements.split(/;\n/)) if (statement.trim()) this.addSql(statement);
  }
}
