import { Migration } from '@mikro-orm/migrations';

const statements = String.raw`
alter table appeals add column about text not null default 'result' check (about in ('result', 'buffer'));
drop index appeals_review;
create unique index appeals_review on appeals (review_id, about);
alter table appeals drop column ground, drop column statement;
alter table appeal_proposals add column facts text not null default '', add column rule text not null default '', add column rescorer jsonb;
alter table appeal_statements add column level integer not null default 1;
create index appeal_papers_review on appeal_papers (review_id);
create index appeal_seats_employee on appeal_seats (employee_id)
`;

/** A result and the end of its improvement buffer can each be contested once; grounds and texts stand with the contested items, a proposal says facts, rule and reason. */
export class Migration20261124002500AppealCases extends Migration {
  override up(): void {
    for (const statement of statements.split(/;\n/)) if (statement.trim()) this.addSql(statement);
  }
}
