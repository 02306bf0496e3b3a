import { Migration } from '@mikro-orm/migrations';

const statements = String.raw`
create table visit_comments (
  id uuid primary key default uuidv7(), workflow_id text not null references processes, visit_id uuid references visits, author_id uuid not null references employees, kind text not null, body text not null, created_at timestamptz(3) not null);
create index visit_comments_process on visit_comments (workflow_id, created_at);
create index visit_comments_visit on visit_comments (visit_id);
alter table goal_sheets add column approval_id uuid references approval_instances;
alter table goal_sheets add column decided_at timestamptz(3);
alter table self_reviews alter column visit_id drop not null;
alter table collaborator_inputs add column visit_id uuid references visits
`;

/** The words beside a decision: reasons of returns, objections and reassignments. A leaver's self-review has no visit. */
export class Migration20261124001900VisitComments extends Migration {
  override up(): void {
    for (const statement of statements.split(/;\n/)) if (statement.trim()) this.addSql(statement);
  }
}
