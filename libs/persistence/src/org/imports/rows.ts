import { createHash } from 'node:crypto';
import { OrgFileKind, type AppLocale, type OrgImportError, type OrgImportPreview, type OrgImportProgress } from '@fairmark/contracts/org';
import { sortUploads, type SortedUploads, type Upload } from '@fairmark/domain/org';
import { sql, type Database, type Executor } from '../../database/index.js';

/** Stored states. `interrupted` is not stored: it is a `checking` or `applying` whose process has gone silent. */
export type OrgImportState = 'checking' | 'ready' | 'refused' | 'applying' | 'applied' | 'expired';

/** One import as it is stored, without the contents of its files. */
export interface OrgImportRow {
  id: string;
  state: OrgImportState;
  interrupted: boolean;
  locale: AppLocale;
  files: { kind: string; name: string; size: number }[];
  progress: OrgImportProgress | null;
  preview: OrgImportPreview | null;
  planHash: string | null;
  /** Code of the failure of the last attempt. */
  failure: string | null;
  uploadedBy: string | null;
  appliedBy: string | null;
  createdAt: string;
  appliedAt: string | null;
}

/** A process that works on an import says so at least this often; after three times as long it counts as gone. */
const beatSeconds = 10;

/** Silence after which a process counts as gone. */
export const silent = sql.raw(`interval '${beatSeconds * 3} seconds'`);

const columns = sql`
  i.id, i.state, i.state in ('checking', 'applying') and i.beat_at < now() - ${silent} as interrupted, i.locale, i.files, nullif(i.progress, '{}'::jsonb) as progress, i.preview,
  i.plan_hash as "planHash", i.result ->> 'failure' as failure, i.uploaded_by as "uploadedBy", i.applied_by as "appliedBy", i.created_at as "createdAt", i.applied_at as "appliedAt"`;

/** Keeps uploaded files for a dry run. Contents older than a week are forgotten: they hold personal data. */
export async function createImport(database: Database, upload: { by: string | null; locale: AppLocale; files: readonly Upload[] }): Promise<string> {
  const sorted = sortUploads(upload.files);
  const known = new Map(sorted.files.map((file) => [file.bytes, file.kind]));
  const files = upload.files.map(({ name, bytes }) => ({ kind: known.get(bytes) ?? 'unknown', name, size: bytes.byteLength, bytes }));
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file.kind}\n${file.size}\n`).update(file.bytes);
  return database.transaction(async (tx) => {
    await forgetOldFiles(tx);
    const row = await tx.one(sql<{ id: string }>`
      insert into org_imports (uploaded_by, state, locale, files, content_hash, beat_at)
      values (${upload.by}, 'checking', ${upload.locale}, ${JSON.stringify(files.map(({ kind, name, size }) => ({ kind, name, size })))}, ${hash.digest('hex')}, now()) returning id`);
    const { id } = row as { id: string };
    for (const [no, { kind, name, bytes }] of files.entries()) await tx.run(sql`insert into org_import_files (import_id, kind, name, no, bytes) values (${id}, ${kind}, ${name}, ${no}, ${Buffer.from(bytes)})`);
    return id;
  });
}

async function forgetOldFiles(tx: Executor): Promise<void> {
  await tx.run(sql`
    with old as (update org_imports set state = 'expired', errors = null where created_at < now() - interval '7 days' and state in ('checking', 'ready', 'refused') returning id)
    delete from org_import_files where import_id in (select id from old)`);
}

/** Files of an import with their kinds; refusals for those that are none. */
export async function filesOf(tx: Executor, id: string): Promise<SortedUploads> {
  const rows = await tx.all(sql<{ kind: string; name: string; bytes: Buffer }>`select kind, name, bytes from org_import_files where import_id = ${id} order by no`);
  return sortUploads(rows.map(({ kind, name, bytes }) => ({ name, bytes, kind: OrgFileKind.safeParse(kind).data })));
}

/** Refusals of the last dry run. */
export async function errorsOf(tx: Executor, id: string): Promise<OrgImportError[]> {
  return (await tx.one(sql<{ errors: OrgImportError[] | null }>`select errors from org_imports where id = ${id}`))?.errors ?? [];
}

/** One import, or undefined. */
export async function importById(tx: Executor, id: string): Promise<OrgImportRow | undefined> {
  return tx.one(sql<OrgImportRow>`select ${columns} from org_imports i where i.id = ${id}`);
}
