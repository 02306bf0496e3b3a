import { Migration } from '@mikro-orm/migrations';

/** Risk register of a rollout. `start_key` names a risk of the start set, once per rollout. */
export class Migration20261126081000Risks extends Migration {
  override up(): void {
    this.addSql(String.raw`
create table risks (
  id uuid primary key default uuidv7(), rollout_id uuid not null references rollouts, start_key text, title text not null, category text not null, probability integer not null check (probability between 1 and 5), impact integer not null check (impact between 1 and 5),
  owner_id uuid not null references employees, response text not null, review_on date not null, warning jsonb, triggered_since timestamptz(3), state text not null default 'open' check (state in ('open', 'closed')), unique (rollout_id, start_key))`);
    this.addSql(`create index risks_watched on risks (rollout_id) where state = 'open' and warning is not null`);
  }
}
