import { Migration } from '@mikro-orm/migrations';

const statements = String.raw`
create table cases (
  id uuid primary key default uuidv7(), title text not null, situation text not null, decision text not null, lesson text not null default '', kind text not null check (kind in ('evaluation', 'exception', 'appeal', 'pilot', 'adjustment', 'other')),
  tags text[] not null default '{}', keeper_id uuid not null references employees, review_on date not null, tokens_title text not null, tokens_body text not null,
  search tsvector not null generated always as (setweight(to_tsvector('simple', tokens_title), 'A') || setweight(to_tsvector('english', tokens_title), 'A') || setweight(to_tsvector('simple', tokens_body), 'C') || setweight(to_tsvector('english', tokens_body), 'C')) stored,
  created_by uuid not null references employees, created_at timestamptz(3) not null default now(), updated_at timestamptz(3) not null default now(), archived_at timestamptz(3));
create index cases_search on cases using gin (search);
create index cases_tags on cases using gin (tags)
`;

/** The case library. Chinese is stored as pairs of characters beside the text; PostgreSQL makes the search vector of it. */
export class Migration20261126062000Cases extends Migration {
  override up(): void {
    for (const statement of statements.split(/;\n/)) if (statement.trim()) this.addSql(statement);
  }
}
