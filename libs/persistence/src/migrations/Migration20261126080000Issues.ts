import { Migration } from '@mikro-orm/migrations';

/**
 * Reports of problems. Ids are random, not ordered by time, and a report keeps its day only: nothing of an anonymous row points at its author. The checks hold what the code promises: either a named author, or none and the hash of a code.
 */
export class Migration20261126080000Issues extends Migration {
  override up(): void {
    this.addSql(String.raw`
create table issues (
  id uuid primary key default gen_random_uuid(), rollout_id uuid not null references rollouts, anonymous boolean not null, reporter_id uuid references employees, code_hash text unique, page text not null, report text not null,
  reported_on date not null, state text not null check (state in ('reported', 'delivered', 'answered', 'closed')), answer text, answered_at timestamptz(3), answered_by uuid references employees,
  closed_at timestamptz(3), closed_by uuid references employees,
  check (anonymous = (reporter_id is null)), check (anonymous = (code_hash is not null)), check ((answer is null) = (state in ('reported', 'delivered'))))`);
    this.addSql('create index issues_rollout on issues (rollout_id, state)');
    this.addSql('create index issues_reporter on issues (reporter_id) where reporter_id is not null');
    this.addSql(`create index issues_waiting on issues (reported_on) where state = 'reported'`);
  }
}
