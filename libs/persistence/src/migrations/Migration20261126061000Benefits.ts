import { Migration } from '@mikro-orm/migrations';

const statements = String.raw`
create table benefits (
  id uuid primary key default uuidv7(), rollout_id uuid not null references rollouts, title text not null, title_en text, kind text not null check (kind in ('points', 'relative')), change numeric not null, promised_on date not null,
  owner_id uuid not null references employees, measure text, baseline numeric, created_by uuid not null references employees, created_at timestamptz(3) not null default now(), unique (rollout_id, title));
create table benefit_readings (
  id uuid primary key default uuidv7(), benefit_id uuid not null references benefits, value numeric not null, read_on date not null, sample_size integer not null check (sample_size > 0), source text not null, entered_by uuid not null references employees,
  created_at timestamptz(3) not null default now());
create index benefit_readings_latest on benefit_readings (benefit_id, read_on desc, id desc)
`;

/** Promised effects of a rollout with the day of the promise and who answers, and readings that are entered with their source. */
export class Migration20261126061000Benefits extends Migration {
  override up(): void {
    for (const statement of statements.split(/;\n/)) if (statement.trim()) this.addSql(statement);
  }
}
