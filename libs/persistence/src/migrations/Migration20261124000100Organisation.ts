import { Migration } from '@mikro-orm/migrations';

const statements = String.raw`
create extension if not exists btree_gist;
create table positions (
  id uuid primary key default uuidv7(), code text not null unique, name text not null, name_en text,
  created_at timestamptz(3) not null default now());
create table departments (
  id uuid primary key default uuidv7(), code text not null unique, name text not null, name_en text,
  parent_id uuid references departments, head_id uuid, country text not null default 'CN',
  created_at timestamptz(3) not null default now());
create table employees (
  id uuid primary key default uuidv7(), number text not null unique, name text not null, name_en text, email text not null,
  zone text not null, locale text not null check (locale in ('zh-CN', 'en')), region text not null, country text not null default 'CN',
  private_address text, hired_on date not null, left_on date, created_at timestamptz(3) not null default now(),
  check (left_on is null or left_on >= hired_on));
create unique index employees_email on employees (lower(email));
alter table departments add foreign key (head_id) references employees deferrable initially deferred;
create table employee_managers (
  id uuid primary key default uuidv7(), employee_id uuid not null references employees, manager_id uuid not null references employees,
  valid_from date not null, valid_to date, recorded_at timestamptz(3) not null default now(),
  check (manager_id <> employee_id), check (valid_to is null or valid_to > valid_from),
  exclude using gist (employee_id with =, daterange(valid_from, valid_to) with &&));
create index employee_managers_manager on employee_managers (manager_id);
create table employee_departments (
  id uuid primary key default uuidv7(), employee_id uuid not null references employees, department_id uuid not null references departments,
  valid_from date not null, valid_to date, recorded_at timestamptz(3) not null default now(),
  check (valid_to is null or valid_to > valid_from), exclude using gist (employee_id with =, daterange(valid_from, valid_to) with &&));
create index employee_departments_department on employee_departments (department_id);
create table employee_positions (
  id uuid primary key default uuidv7(), employee_id uuid not null references employees, position_id uuid not null references positions,
  valid_from date not null, valid_to date, recorded_at timestamptz(3) not null default now(),
  check (valid_to is null or valid_to > valid_from), exclude using gist (employee_id with =, daterange(valid_from, valid_to) with &&));
create table employee_leaves (
  id uuid primary key default uuidv7(), employee_id uuid not null references employees, kind text not null,
  valid_from date not null, valid_to date not null, recorded_at timestamptz(3) not null default now(),
  check (valid_to > valid_from), exclude using gist (employee_id with =, daterange(valid_from, valid_to) with &&));
create table communities (
  id uuid primary key default uuidv7(), code text not null unique, name text not null, name_en text, type text not null, region text not null,
  active_users integer not null default 0 check (active_users >= 0), created_at timestamptz(3) not null default now());
create table community_stages (
  id uuid primary key default uuidv7(), community_id uuid not null references communities, stage text not null,
  valid_from date not null, valid_to date, recorded_at timestamptz(3) not null default now(),
  check (valid_to is null or valid_to > valid_from), exclude using gist (community_id with =, daterange(valid_from, valid_to) with &&));
create table community_dependencies (
  community_id uuid not null references communities, department_id uuid not null references departments, primary key (community_id, department_id));
create table community_assignments (
  id uuid primary key default uuidv7(), employee_id uuid not null references employees, community_id uuid not null references communities,
  share_bp integer check (share_bp between 1 and 10000), valid_from date not null, valid_to date, recorded_at timestamptz(3) not null default now(),
  check (valid_to is null or valid_to > valid_from),
  exclude using gist (employee_id with =, community_id with =, daterange(valid_from, valid_to) with &&));
create index community_assignments_community on community_assignments (community_id);
create table company_days (
  country text not null, day date not null, working boolean not null, name text, primary key (country, day));
create table org_imports (
  id uuid primary key default uuidv7(), uploaded_by uuid references employees, state text not null, files jsonb not null, content_hash text not null,
  progress jsonb not null default '{}', result jsonb, created_at timestamptz(3) not null default now(), applied_at timestamptz(3))
`;

/** People, departments and communities. Facts that change are dated rows: [valid_from, valid_to), which cannot overlap. */
export class Migration20261124000100Organisation extends Migration {
  override up(): void {
    for (const statement of statements.split(/;\n/)) if (statement.trim()) this.addSql(statement);
  }
}
