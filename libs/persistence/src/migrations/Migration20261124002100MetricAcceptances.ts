import { Migration } from '@mikro-orm/migrations';

const statements = String.raw`
alter table metric_values drop constraint metric_values_superseded_by_fkey;
alter table metric_values add foreign key (superseded_by) references metric_values deferrable initially deferred;
alter table metric_quality drop column accepted_reason, drop column accepted_by_hr, drop column accepted_by_head, add column starts_on date not null default '1900-01-01', add column ends_on date not null default '1900-01-01';
alter table metric_quality alter column starts_on drop default, alter column ends_on drop default;
alter table metric_reports rename column indicator to item_id;
alter table metric_reports add column answered_by uuid references employees;
create index metric_reports_review on metric_reports (review_id);
create table metric_acceptances (
  indicator text not null, period text not null, department_id uuid not null references departments, hr_id uuid references employees, hr_reason text, hr_at timestamptz(3),
  head_id uuid references employees, head_reason text, head_at timestamptz(3), primary key (indicator, period, department_id), check (hr_id is distinct from head_id));
create table metric_samples (
  indicator text not null, period text not null, checked integer not null check (checked > 0), refuted integer not null check (refuted between 0 and checked), note text not null default '',
  confirmed_by uuid not null references employees, at timestamptz(3) not null, primary key (indicator, period))
`;

/** Low quality is accepted per department by two people; samples are recorded; a correction points at a value written after it. */
export class Migration20261124002100MetricAcceptances extends Migration {
  override up(): void {
    for (const statement of statements.split(/;\n/)) if (statement.trim()) this.addSql(statement);
  }
}
