import { Migration } from '@mikro-orm/migrations';

const statements = String.raw`
create table exports (
  id uuid primary key default uuidv7(), kind text not null check (kind in ('payroll', 'personal')), cycle_id uuid references cycles, requested_by uuid not null references employees, requested_at timestamptz(3) not null,
  ready_at timestamptz(3), expires_at timestamptz(3), deleted_at timestamptz(3), bytes integer,
  check ((kind = 'payroll') = (cycle_id is not null)), check ((ready_at is null) = (expires_at is null)), check ((ready_at is null) = (bytes is null)));
create unique index exports_waiting on exports (requested_by, kind, coalesce(cycle_id, requested_by)) where ready_at is null;
create index exports_requester on exports (requested_by, requested_at desc);
create index exports_expiry on exports (expires_at) where deleted_at is null
`;

/** Files that are built in the background. The file itself is kept outside the database, sealed, until its time is over. One waits for each person and matter. */
export class Migration20261126020000Exports extends Migration {
  override up(): void {
    for (const statement of statements.split(/;\n/)) if (statement.trim()) this.addSql(statement);
  }
}
