import { Migration } from '@mikro-orm/migrations';

const statements = String.raw`
create schema if not exists audit;
create table audit.entries (
  chain text not null, seq integer not null, at timestamptz(3) not null, actor text not null, on_behalf_of text, action text not null, object text not null, canonical text not null, prev_hash text not null, hash text not null,
  primary key (chain, seq));
create index entries_at on audit.entries (at);
create table audit_heads (chain text primary key, seq integer not null, hash text not null, updated_at timestamptz(3) not null);
create index audit_heads_updated on audit_heads (updated_at);
create table audit_texts (id uuid primary key default uuidv7(), chain text not null, seq integer not null, field text not null, owner_id uuid, salt text not null, body text, erased_at timestamptz(3), unique (chain, seq, field));
create table audit.access_log (
  id bigint generated always as identity primary key, at timestamptz(3) not null default now(), month date generated always as (date_trunc('month', at at time zone 'UTC')::date) stored, reader_id uuid not null, review_id uuid, object text not null, relation text not null);
create index access_log_review on audit.access_log (review_id, at);
create index access_log_month on audit.access_log (month)
`;

/** The append-only record. The application role may insert and select in schema audit, nothing else; texts live outside so that they can be erased. */
export class Migration20261124001000Audit extends Migration {
  override up(): void {
    for (const statement of statements.split(/;\n/)) if (statement.trim()) this.addSql(statement);
  }
}
