import { Migration } from '@mikro-orm/migrations';

// A function body stands on one line: statements are split at line ends.
const statements = String.raw`
create table approval_definitions (
  id text not null, version integer not null check (version >= 1), state text not null default 'draft' check (state in ('draft', 'published', 'retired')), document jsonb not null,
  created_by uuid not null references employees, created_at timestamptz(3) not null default now(), changed_by uuid not null references employees, changed_at timestamptz(3) not null default now(),
  published_by uuid references employees, published_at timestamptz(3), retired_by uuid references employees, retired_at timestamptz(3), primary key (id, version));
create unique index approval_definitions_draft on approval_definitions (id) where state = 'draft';
create function keep_approval_definition() returns trigger language plpgsql as $$ begin if tg_op = 'DELETE' or (new.id, new.version, new.document, new.published_by, new.published_at) is distinct from (old.id, old.version, old.document, old.published_by, old.published_at) or new.state = 'draft' or (old.state = 'retired' and new.state <> 'retired') then raise exception 'A published approval definition cannot be changed' using errcode = 'P0APD'; end if; return new; end $$;
create trigger approval_definitions_keep before update or delete on approval_definitions for each row when (old.state <> 'draft') execute function keep_approval_definition();
create table approval_uses (
  id uuid primary key default uuidv7(), purpose text not null, department_id uuid references departments, definition_id text not null, set_by uuid not null references employees, set_at timestamptz(3) not null default now(),
  unique nulls not distinct (purpose, department_id));
create table approval_requests (
  id uuid primary key default uuidv7(), purpose text not null, subject_id uuid references employees, submitter_id uuid not null references employees, department_id uuid references departments,
  about jsonb not null default '{}', fields jsonb not null default '{}', chosen jsonb not null default '{}', reason text, created_at timestamptz(3) not null default now());
alter table approval_instances add column purpose text, add column subject_id uuid references employees, add column submitter_id uuid references employees;
create index approval_instances_process on approval_instances (workflow_id);
create index approval_instances_running on approval_instances (definition_id, definition_version) where finished_at is null;
create index approval_instances_submitter on approval_instances (submitter_id, created_at);
create index visits_approval on visits (approval_id) where approval_id is not null;
create table approval_entries (
  approval_id uuid not null references approval_instances, no integer not null, at timestamptz(3) not null, what text not null, actor_id uuid references employees, on_behalf_of uuid references employees, node text,
  visit_id uuid references visits, people uuid[] not null default '{}', comment_id uuid references visit_comments, opened jsonb not null default '[]', details jsonb not null default '{}', primary key (approval_id, no));
create table approval_copies (
  approval_id uuid not null references approval_instances, employee_id uuid not null references employees, node text not null, copied_at timestamptz(3) not null, read_at timestamptz(3), primary key (approval_id, employee_id, node));
create index approval_copies_person on approval_copies (employee_id, copied_at desc);
alter table plan_versions add column approval_state text not null default 'approved' check (approval_state in ('none', 'inReview', 'approved', 'rejected'));
alter table plan_versions alter column approval_state set default 'none';
alter table hr_requests add column approval_id uuid references approval_instances
`;

/**
 * Approval processes that HR defines: versions that never change once published, which purpose uses which, cases that are a process of their own, what happened in
 * each case and who was copied. Plan versions that were there before count as approved.
 */
export class Migration20261125040000Approvals extends Migration {
  override up(): void {
    for (const statement of statements.split(/;\n/)) if (statement.trim()) this.addSql(statement);
  }
}
