import { Migration } from '@mikro-orm/migrations';

const statements = String.raw`
alter table pdca_quarters add column findings jsonb not null default '[]';
alter table pdca_quarters add column research jsonb not null default '[]';
alter table pdca_quarters add column unchanged_reason text;
alter table pdca_quarters add column changed boolean;
alter table pdca_quarters add column paused_by text check (paused_by in ('lead', 'rollout'));
alter table pdca_quarters add column paused_from text;
alter table pdca_quarters add column paused_at timestamptz(3);
alter table pdca_quarters add column paused_ms bigint not null default 0;
create table adjustments (
  id uuid primary key default uuidv7(), rollout_id uuid not null references rollouts, quarter_id uuid not null references pdca_quarters, title text not null, reason text not null, touches jsonb not null,
  expected jsonb not null check (expected ?& array['measure', 'change', 'text']), proposed_by uuid not null references employees, proposed_at timestamptz(3) not null,
  state text not null default 'proposed' check (state in ('proposed', 'dropped', 'tracking', 'kept', 'reverted')), baseline jsonb, compared jsonb, extensions integer not null default 0,
  decision text check (decision in ('keep', 'revert', 'extend')), decision_reason text, decided_by uuid references employees, decided_at timestamptz(3),
  check (state <> 'tracking' or baseline is not null), check (state not in ('kept', 'reverted') or decided_by is not null));
create index adjustments_quarter on adjustments (quarter_id);
create table pdca_versions (
  id uuid primary key default uuidv7(), rollout_id uuid not null references rollouts, quarter_id uuid not null references pdca_quarters, plan_version_id uuid not null references plan_versions, based_on_id uuid not null references plan_versions,
  source text not null check (source in ('adjust', 'revert')), changes jsonb not null, adopted_by uuid not null references employees, adopted_at timestamptz(3) not null);
create index pdca_versions_rollout on pdca_versions (rollout_id, adopted_at)
`;

/** What a quarter reviews, the adjustments with the effect that was expected before they were adopted, and the versions they brought. */
export class Migration20261126060000Pdca extends Migration {
  override up(): void {
    for (const statement of statements.split(/;\n/)) if (statement.trim()) this.addSql(statement);
  }
}
