import { Migration } from '@mikro-orm/migrations';

/** Somebody who left opens one review, by a link to their private address; the session reaches nothing else. */
export class Migration20261125052000LeaverSessions extends Migration {
  override up(): void {
    this.addSql('alter table sessions add column review_id uuid references reviews');
    this.addSql(`create index one_time_links_review on one_time_links (review_id) where purpose = 'leaver'`);
  }
}
