import { Migration } from '@mikro-orm/migrations';

/** From when the outcome of a buffer counts for pay: once nobody can contest it any more. */
export class Migration20261125020000BufferPay extends Migration {
  override up(): void {
    this.addSql('alter table buffers add column effective_at timestamptz(3)');
    this.addSql(`update buffers b set effective_at = b.closed_at from reviews r where r.id = b.review_id and r.state = 'closed' and b.kind = 'improvement'`);
  }
}
