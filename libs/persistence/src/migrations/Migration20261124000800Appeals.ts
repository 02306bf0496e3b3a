import { Migration } from '@mikro-orm/migrations';

const statements = String.raw`
create table appeals (
  id uuid primary key default uuidv7(), review_id uuid not null references reviews, workflow_id text not null unique, filed_by uuid not null references employees, filed_at timestamptz(3) not null, state text not null,
  level integer not null default 1, ground text not null, contested_items jsonb not null default '[]', statement text not null, contested_rating_id uuid not null references ratings, engine jsonb not null default '{}',
  outcome text, decision jsonb, reasons text, decided_at timestamptz(3), closed_at timestamptz(3), pay_held boolean not null default true);
create unique index appeals_review on appeals (review_id);
create table appeal_papers (
  id uuid primary key default uuidv7(), review_id uuid not null references reviews, appeal_id uuid references appeals, evidence_set integer, name text not null, mime text not null, size integer not null check (size between 1 and 20971520), sha256 text not null,
  content bytea not null, uploaded_by uuid not null references employees, created_at timestamptz(3) not null, frozen_at timestamptz(3));
create table appeal_seats (
  appeal_id uuid not null references appeals, level integer not null, employee_id uuid not null references employees, seat text not null check (seat in ('member', 'alternate')), state text not null check (state in ('active', 'waiting', 'replaced')),
  replaced_by uuid references employees, created_at timestamptz(3) not null, primary key (appeal_id, level, employee_id));
create table appeal_proposals (
  id uuid primary key default uuidv7(), appeal_id uuid not null references appeals, level integer not null, author_id uuid not null references employees, outcome text not null, items jsonb not null default '[]', new_band text, scorer_id uuid references employees, reasons text not null, created_at timestamptz(3) not null);
create table appeal_votes (
  appeal_id uuid not null references appeals, level integer not null, ballot integer not null, member_id uuid not null references employees, proposal_id uuid not null references appeal_proposals, at timestamptz(3) not null, primary key (appeal_id, level, ballot, member_id));
create table appeal_statements (
  id uuid primary key default uuidv7(), appeal_id uuid not null references appeals, author_id uuid not null references employees, kind text not null, body text not null, created_at timestamptz(3) not null)
`;

/** Appeals with their papers, panel, proposals and votes. */
export class Migration20261124000800Appeals extends Migration {
  override up(): void {
    for (const statement of statements.split(/;\n/)) if (statement.trim()) this.addSql(statement);
  }
}
