import { Migration } from '@mikro-orm/migrations';

const statements = String.raw`
alter table waves add column begun_at timestamptz(3);
alter table waves add column order_reason text check (order_reason in ('learning', 'risk', 'resources'));
alter table waves add column paused_by text check (paused_by in ('lead', 'rollout'));
alter table waves add column paused_from text;
create table wave_communities (
  wave_id uuid not null references waves, community_id uuid not null references communities, open boolean not null default true, done text[] not null default '{}', checked_at timestamptz(3), checked_by uuid references employees,
  primary key (wave_id, community_id));
create unique index wave_communities_one_open on wave_communities (community_id) where open;
create function wave_version_pinned() returns trigger language plpgsql as $$ begin if old.begun_at is not null and (new.plan_version_id is distinct from old.plan_version_id or new.begun_at is distinct from old.begun_at) then raise exception 'the version of a begun wave does not change'; end if; if old.begun_at is null and new.begun_at is not null and new.plan_version_id is distinct from (select plan_version_id from rollouts where id = new.rollout_id) then raise exception 'a wave begins under the version of its rollout'; end if; return new; end $$;
create trigger wave_version_pinned before update on waves for each row execute function wave_version_pinned()
`;

/** Communities of each wave with the steps that a check found there. A community is in one open wave at most; the version of a wave is pinned when it begins. */
export class Migration20261126051000Waves extends Migration {
  override up(): void {
    // Split where a line ends a statement: the body of the function stands on one line.
    for (const statement of statements.split(/;\n/)) if (statement.trim()) this.addSql(statement);
  }
}
