import { Migration } from '@mikro-orm/migrations';

const statements = String.raw`
alter table org_import_files add column no integer not null default 1;
alter table org_import_files drop constraint org_import_files_pkey;
alter table org_import_files add primary key (import_id, kind, name, no)
`;

/** Two files of one upload may have the same name: the dry run says so instead of the database. */
export class Migration20261124001600OrgImportFileOrder extends Migration {
  override up(): void {
    for (const statement of statements.split(/;\n/)) if (statement.trim()) this.addSql(statement);
  }
}
