import { Migration } from '@mikro-orm/migrations';

const statements = String.raw`
alter table pilots add column proposal jsonb;
alter table pilots add column frozen_at timestamptz(3);
alter table pilots add column evaluation jsonb;
alter table pilots add column paused_by text check (paused_by in ('lead', 'guard', 'rollout'));
alter table pilots add column paused_from text;
create table pilot_communities (
  pilot_id uuid not null references pilots, community_id uuid not null references communities, role text not null check (role in ('pilot', 'comparison')), stratum jsonb not null, frozen_at timestamptz(3) not null,
  primary key (pilot_id, community_id));
create function pilot_communities_frozen() returns trigger language plpgsql as $$ begin raise exception 'a frozen cohort does not change'; end $$;
create trigger pilot_communities_frozen before update or delete on pilot_communities for each row execute function pilot_communities_frozen();
create table pilot_measures (
  pilot_id uuid not null references pilots, key text not null, min numeric, max numeric, indicator text, baseline numeric, baseline_sample integer not null, primary key (pilot_id, key));
create table pilot_reviews (
  id uuid primary key default uuidv7(), pilot_id uuid not null references pilots, no integer not null check (no >= 1), note text not null, problems jsonb not null, held_by uuid not null references employees, held_at timestamptz(3) not null, unique (pilot_id, no));
create table pilot_readings (
  pilot_id uuid not null references pilots, key text not null, as_of timestamptz(3) not null, value numeric, sample_size integer not null, broken boolean not null, primary key (pilot_id, key, as_of))
`;

/** The frozen cohort of a pilot, what it watches, its readings and weekly reviews. */
export class Migration20261126040000Pilots extends Migration {
  override up(): void {
    // Split where a line ends a statement: the body of the function stands on one line.
    for (const statement of statements.split(/;\n/)) if (statement.trim()) this.addSql(statement);
  }
}
