import { Migration } from '@mikro-orm/migrations';

/** Until when relayed messages were taken out of the outbox, so that nobody takes their absence for a message that never was. */
export class Migration20261125020200OutboxPurges extends Migration {
  override up(): void {
    this.addSql('create table outbox_purges (day date primary key, purged_before timestamptz(3) not null, purged integer not null)');
    this.addSql('create index outbox_relayed on outbox (created_at) where relayed_at is not null');
  }
}
