import { Migration } from '@mikro-orm/migrations';

/** What each state of goals changed stays readable after the sheet went on: the old target beside the new one. */
export class Migration20261124002000GoalDifferences extends Migration {
  override up(): void {
    this.addSql(`alter table goal_sheets add column differences jsonb not null default '[]'`);
  }
}
