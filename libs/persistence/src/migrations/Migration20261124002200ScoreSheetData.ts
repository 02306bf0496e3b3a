import { Migration } from '@mikro-orm/migrations';

const statements = String.raw`
alter table score_sheets add column segment_no integer not null default 1, add column data jsonb not null default '{}';
alter table segment_scores add column score_sheet_id uuid references score_sheets;
create index score_sheets_scorer on score_sheets (scorer_id)
`;

/** A score sheet keeps the data it was computed from: it can be repeated at any time, and named items scored again without touching the others. */
export class Migration20261124002200ScoreSheetData extends Migration {
  override up(): void {
    for (const statement of statements.split(/;\n/)) if (statement.trim()) this.addSql(statement);
  }
}
