import { Migration } from '@mikro-orm/migrations';

const statements = String.raw`
create table org_import_files (
  import_id uuid not null references org_imports on delete cascade, kind text not null, name text not null, bytes bytea not null, primary key (import_id, kind, name));
alter table org_imports add column locale text not null default 'zh-CN', add column today date, add column plan_hash text, add column preview jsonb, add column errors jsonb,
  add column applied_by uuid references employees, add column beat_at timestamptz(3);
create index org_imports_created on org_imports (created_at desc);
create index employees_name on employees (name)
`;

/** Contents of uploaded files until they are applied or a week has passed, and what a dry run found. */
export class Migration20261124001500OrgImportFiles extends Migration {
  override up(): void {
    for (const statement of statements.split(/;\n/)) if (statement.trim()) this.addSql(statement);
  }
}
