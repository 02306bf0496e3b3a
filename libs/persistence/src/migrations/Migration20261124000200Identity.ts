import { Migration } from '@mikro-orm/migrations';

const statements = String.raw`
create table accounts (
  employee_id uuid primary key references employees, password_hash text, password_changed_at timestamptz(3), disabled_at timestamptz(3),
  created_at timestamptz(3) not null default now());
create table sessions (
  id_hash text primary key, employee_id uuid references employees, data jsonb not null, created_at timestamptz(3) not null default now(),
  last_seen_at timestamptz(3) not null default now(), expires_at timestamptz(3) not null);
create index sessions_employee on sessions (employee_id);
create table one_time_links (
  id uuid primary key default uuidv7(), purpose text not null check (purpose in ('invite', 'reset', 'setup', 'leaver')), employee_id uuid references employees,
  token_hash text not null unique, review_id uuid, created_by uuid, created_at timestamptz(3) not null default now(), expires_at timestamptz(3) not null, used_at timestamptz(3));
create table role_grants (
  id uuid primary key default uuidv7(), employee_id uuid not null references employees, role text not null check (role in ('admin', 'hr', 'sponsor', 'lead')),
  department_id uuid references departments, granted_by uuid, granted_at timestamptz(3) not null default now(), revoked_at timestamptz(3));
create unique index role_grants_active on role_grants (employee_id, role, department_id) nulls not distinct where revoked_at is null;
create table drafts (
  author_id uuid not null references employees, subject text not null, body jsonb not null, updated_at timestamptz(3) not null default now(),
  primary key (author_id, subject))
`;

/** Sign-in, sessions, one-time links and stored roles. Manager, panel and the like follow from relations and are not stored here. */
export class Migration20261124000200Identity extends Migration {
  override up(): void {
    for (const statement of statements.split(/;\n/)) if (statement.trim()) this.addSql(statement);
  }
}
