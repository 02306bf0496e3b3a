import { Migration } from '@mikro-orm/migrations';

const statements = String.raw`
create table deadline_moves (
  id uuid primary key default uuidv7(), cycle_id uuid not null references cycles, step text, target jsonb not null, wish jsonb not null, reason text not null, actor_id uuid not null references employees, confirmed_by uuid references employees, at timestamptz(3) not null);
create index deadline_moves_cycle on deadline_moves (cycle_id, at desc);
create table deadline_move_items (
  move_id uuid not null references deadline_moves, visit_id uuid not null references visits, workflow_id text not null, state text not null default 'pending' check (state in ('pending', 'moved', 'skipped')),
  from_due timestamptz(3), to_due timestamptz(3), why text, primary key (move_id, visit_id), check ((state = 'skipped') = (why is not null)));
create index deadline_move_items_pending on deadline_move_items (workflow_id) where state = 'pending'
`;

/** Moves of many deadlines with a result for each of them. */
export class Migration20261125062000DeadlineMoves extends Migration {
  override up(): void {
    for (const statement of statements.split(/;\n/)) if (statement.trim()) this.addSql(statement);
  }
}
