import { Migration } from '@mikro-orm/migrations';

const statements = String.raw`
create table change_policies (
  process_kind text not null, change_kind text not null, policy text not null check (policy in ('followNew', 'stayOld', 'bySegments')), set_by uuid not null references employees, set_at timestamptz(3) not null,
  primary key (process_kind, change_kind));
create table org_changes (
  id uuid primary key default uuidv7(), key text not null unique,
  kind text not null check (kind in ('managerChanged', 'left', 'onLeave', 'returned', 'transferred', 'departmentMerged', 'departmentSplit', 'departmentRenamed', 'joinedLate')),
  source text not null check (source in ('hr', 'import')), import_id uuid references org_imports, employee_id uuid references employees, from_manager_id uuid references employees, to_manager_id uuid references employees,
  from_department_id uuid references departments, to_department_id uuid references departments, people uuid[] not null default '{}', successor_id uuid references employees, effective_on date not null, ends_on date,
  reason text, made_by uuid references employees, created_at timestamptz(3) not null default now(),
  state text not null default 'scheduled' check (state in ('scheduled', 'applying', 'applied')), policies jsonb not null default '{}', applied_at timestamptz(3), check (ends_on is null or ends_on > effective_on));
create index org_changes_open on org_changes (effective_on) where state <> 'applied';
create index org_changes_employee on org_changes (employee_id);
create table org_change_targets (
  change_id uuid not null references org_changes, workflow_id text not null references processes, event_id uuid references process_events, primary key (change_id, workflow_id));
create index org_change_targets_waiting on org_change_targets (change_id) where event_id is null;
create table review_line_rules (
  review_id uuid not null references reviews, change_id uuid not null references org_changes, kind text not null, policy text not null, effective_on date not null, ends_on date, from_manager_id uuid, to_manager_id uuid,
  from_department_id uuid, to_department_id uuid, recorded_at timestamptz(3) not null, primary key (review_id, change_id));
alter table reviews add column line_as_of date, add column stays_with uuid references employees;
create table task_moves (
  id uuid primary key default uuidv7(), workflow_id text not null references processes, visit_id uuid not null references visits, approval_id uuid references approval_instances, from_id uuid not null references employees,
  to_id uuid references employees, why text not null, policy text not null, change_id uuid references org_changes, at timestamptz(3) not null);
create unique index task_moves_once on task_moves (change_id, visit_id, from_id) where change_id is not null;
create index task_moves_visit on task_moves (visit_id);
create index task_moves_workflow on task_moves (workflow_id);
alter table org_imports add column changes jsonb
`;

/**
 * Changes in the organisation as events with a policy for each kind of process: which processes have taken one in, what it means for each review, and why each
 * task went where it is.
 */
export class Migration20261125051000Changes extends Migration {
  override up(): void {
    for (const statement of statements.split(/;\n/)) if (statement.trim()) this.addSql(statement);
  }
}
