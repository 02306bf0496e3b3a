import { Migration } from '@mikro-orm/migrations';

const statements = String.raw`
create table throttles (
  key text primary key, count integer not null, window_ends_at timestamptz(3) not null);
create index throttles_window on throttles (window_ends_at);
alter table one_time_links add column email text;
create index one_time_links_employee on one_time_links (employee_id, purpose) where used_at is null
`;

/** Counters of failed attempts, shared by all API processes, and the address that a set-up link is meant for. */
export class Migration20261124001100SignIn extends Migration {
  override up(): void {
    for (const statement of statements.split(/;\n/)) if (statement.trim()) this.addSql(statement);
  }
}
