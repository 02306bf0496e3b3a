import { Migration } from '@mikro-orm/migrations';

const statements = String.raw`
create table calibration_sessions (
  id uuid primary key default uuidv7(), cycle_id uuid not null references cycles, department_id uuid not null references departments, chair_id uuid not null references employees, workflow_id text not null unique,
  state text not null default 'scheduled' check (state in ('scheduled', 'open', 'signedOff')), supplementary_of uuid references calibration_sessions, discussed_department_id uuid references departments,
  quota_explanation text, created_at timestamptz(3) not null default now(), opened_at timestamptz(3), signed_off_at timestamptz(3), signed_off_by uuid references employees);
create unique index calibration_sessions_department on calibration_sessions (cycle_id, department_id) where supplementary_of is null;
create table calibration_members (
  session_id uuid not null references calibration_sessions, employee_id uuid not null references employees, role text not null check (role in ('chair', 'manager', 'hr')), joined_at timestamptz(3) not null default now(), left_at timestamptz(3), primary key (session_id, employee_id));
create table calibration_subjects (
  session_id uuid not null references calibration_sessions, review_id uuid not null references reviews, state text not null check (state in ('unscored', 'scored', 'notRated', 'deferred')), deferred_reason text, deferred_until date, primary key (session_id, review_id));
create index calibration_subjects_review on calibration_subjects (review_id);
create table calibration_changes (
  id uuid primary key default uuidv7(), session_id uuid not null references calibration_sessions, review_id uuid not null references reviews, from_band text not null, to_band text not null, proposed_by uuid not null references employees,
  reason text not null, employee_reason text, state text not null default 'proposed' check (state in ('proposed', 'accepted', 'rejected', 'superseded')), decided_by uuid references employees, decision_reason text, created_at timestamptz(3) not null, decided_at timestamptz(3));
create table calibration_comments (
  id uuid primary key default uuidv7(), session_id uuid not null references calibration_sessions, review_id uuid not null references reviews, author_id uuid not null references employees, body text not null, created_at timestamptz(3) not null)
`;

/** Calibration sessions: who takes part, who is discussed, which band changes were decided and why. */
export class Migration20261124000700Calibration extends Migration {
  override up(): void {
    for (const statement of statements.split(/;\n/)) if (statement.trim()) this.addSql(statement);
  }
}
