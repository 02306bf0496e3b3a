import { Migration } from '@mikro-orm/migrations';

const statements = String.raw`
alter table calibration_sessions drop column discussed_department_id, add column discussed_group_id uuid, add column supplementary_on date;
alter table calibration_changes add column kind text not null default 'band' check (kind in ('band', 'correction')), add column proof text;
create index calibration_changes_review on calibration_changes (review_id);
create index calibration_comments_review on calibration_comments (review_id);
alter table ratings add column no_consequence boolean not null default false;
alter table interviews add column employee_comment text;
create index result_acts_review on result_acts (review_id, at);
create table reward_pool_shares (
  review_id uuid primary key references reviews, cycle_id uuid not null references cycles, department_id uuid not null references departments, cents bigint not null, created_at timestamptz(3) not null)
`;

/**
 * A session is discussed by group (the reports of one manager). A band that only the quota made low is marked as without consequence. The team's pool
 * is split once, at publication: an appeal changes nobody else's share.
 */
export class Migration20261124002300CalibrationGroups extends Migration {
  override up(): void {
    for (const statement of statements.split(/;\n/)) if (statement.trim()) this.addSql(statement);
  }
}
