import type { OrgFileKind } from '@fairmark/contracts/org';
import type { Upload } from '@fairmark/domain/org';
import { sql, type Database } from '../../database/index.js';
import { applyImport, checkImport, claimApply, createImport, importById, type OrgImportRow } from '../imports/index.js';

/** A file of a set from its text. */
export const upload = (kind: OrgFileKind, text: string): Upload => ({ name: `${kind}.csv`, bytes: new TextEncoder().encode(text) });

/** Day on which the tests import. */
export const importDay = '2026-06-01';

/** Somebody who uploads before anybody is imported. */
export async function firstPerson(database: Database, number = 'ADMIN'): Promise<string> {
  const row = await database.read.one(sql<{ id: string }>`
    insert into employees (number, name, email, zone, locale, region, hired_on)
    values (${number}, ${number}, ${`${number.toLowerCase()}@fairmark.example`}, 'Asia/Shanghai', 'en', 'APAC', '2020-01-01') returning id`);
  return (row as { id: string }).id;
}

/** A dry run of files; returns the import as it stands then. */
export async function dryRun(database: Database, by: string, files: readonly Upload[], today = importDay): Promise<OrgImportRow> {
  const id = await createImport(database, { by, locale: 'en', files });
  await checkImport(database, id, today);
  return (await importById(database.read, id)) as OrgImportRow;
}

/** Imports files as people do: dry run, then apply. Fails when the dry run is refused. */
export async function importFiles(database: Database, by: string, files: readonly Upload[], today = importDay): Promise<OrgImportRow> {
  const checked = await dryRun(database, by, files, today);
  if (checked.state !== 'ready' || !(await claimApply(database.read, checked.id))) throw new Error(JSON.stringify(checked.preview?.errors));
  await applyImport(database, checked.id, by, today);
  return (await importById(database.read, checked.id)) as OrgImportRow;
}
