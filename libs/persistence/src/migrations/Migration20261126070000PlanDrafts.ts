import { Migration } from '@mikro-orm/migrations';

// A function body stands on one line: statements are split at line ends.
const statements = String.raw`
alter table plan_versions add column revision integer not null default 1;
alter table plan_versions add column changed_by uuid references employees;
alter table plan_versions add column changed_at timestamptz(3);
create function keep_submitted_plan() returns trigger language plpgsql as $$ begin raise exception 'A plan version in review or approved cannot be changed' using errcode = 'P0PLV'; end $$;
create trigger plan_versions_submitted before update on plan_versions for each row when (old.approval_state in ('inReview', 'approved') and (new.document, new.overrides) is distinct from (old.document, old.overrides)) execute function keep_submitted_plan()
`;

/** Drafts of plans are edited in place: a revision tells who saved first, and what is in review or approved stays as the approvers read it. */
export class Migration20261126070000PlanDrafts extends Migration {
  override up(): void {
    for (const statement of statements.split(/;\n/)) if (statement.trim()) this.addSql(statement);
  }
}
