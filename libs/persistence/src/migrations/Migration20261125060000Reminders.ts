import { Migration } from '@mikro-orm/migrations';

const statements = String.raw`
create table reminders (
  id uuid primary key default uuidv7(), employee_id uuid not null references employees, holder_id uuid not null references employees, visit_id uuid not null references visits, step text not null,
  kind text not null check (kind in ('reminder', 'nudge')), state text not null default 'waiting' check (state in ('waiting', 'sent', 'dropped')),
  created_at timestamptz(3) not null, look_at timestamptz(3) not null, settled_at timestamptz(3), digest_day date);
create unique index reminders_waiting on reminders (employee_id, holder_id, visit_id, kind) where state = 'waiting';
create index reminders_due on reminders (look_at) where state = 'waiting';
create index reminders_visit on reminders (visit_id, created_at);
create table digests (
  employee_id uuid not null references employees, day date not null, kind text not null check (kind in ('reminder', 'nudge')), sent_at timestamptz(3) not null, items integer not null check (items > 0), outbox_id bigint not null references outbox,
  primary key (employee_id, day, kind));
create table nudges (
  employee_id uuid not null references employees, day date not null, nudged_by uuid not null references employees, at timestamptz(3) not null, primary key (employee_id, day));
alter table visits add column by_timeout boolean not null default false
`;

/**
 * Reminders wait as rows until the person may be disturbed, and leave as one mail a day: the row of the digest is what makes it one. A visit says whether its
 * deadline has ended it.
 */
export class Migration20261125060000Reminders extends Migration {
  override up(): void {
    for (const statement of statements.split(/;\n/)) if (statement.trim()) this.addSql(statement);
  }
}
