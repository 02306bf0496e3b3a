import { Migration } from '@mikro-orm/migrations';

/** Attendance of training. A passed row is the certificate; the same attendance entered again corrects its row. */
export class Migration20261126050000Training extends Migration {
  override up(): void {
    this.addSql(String.raw`
create table training_records (
  id uuid primary key default uuidv7(), employee_id uuid not null references employees, level text not null check (level in ('basic', 'advanced', 'practice')), attended_on date not null, passed boolean not null, valid_until date,
  recorded_by uuid not null references employees, recorded_at timestamptz(3) not null, unique (employee_id, level, attended_on), check (valid_until is null or valid_until >= attended_on))`);
  }
}
