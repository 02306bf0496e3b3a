import type { DefinitionDocument, DefinitionState, DefinitionVersion } from '@fairmark/contracts/approvals';
import { shippedDefinitions } from '@fairmark/domain/approval';
import { sql, type Executor } from '../database/index.js';

/** One stored or shipped version with its document. */
export interface StoredDefinition extends DefinitionVersion {
  id: string;
  document: DefinitionDocument;
}

const person = (column: string) => sql`(select jsonb_build_object('id', e.id, 'name', e.name, 'nameEn', e.name_en) from employees e where e.id = ${sql.ref(column)})`;

/** What ships with the product has no row: it is there in every database, whatever its age. */
const shipped: readonly StoredDefinition[] = shippedDefinitions.map((document) => ({
  id: document.id, version: document.version, state: 'published', shipped: true, document: document as unknown as DefinitionDocument, createdBy: null, changedAt: null, publishedBy: null, publishedAt: null, retiredAt: null, running: 0,
}));

/** All versions of all definitions, or of one, newest first. */
export async function definitionVersions(read: Executor, id: string | null = null): Promise<StoredDefinition[]> {
  const rows = await read.all(sql<StoredDefinition>`
    select d.id, d.version, d.state, false as shipped, d.document, ${person('d.created_by')} as "createdBy", d.changed_at as "changedAt", ${person('d.published_by')} as "publishedBy", d.published_at as "publishedAt", d.retired_at as "retiredAt",
      0 as running from approval_definitions d where ${id}::text is null or d.id = ${id}`);
  const counts = await read.all(sql<{ id: string; version: number; running: number }>`
    select definition_id as id, definition_version as version, count(*)::integer as running from approval_instances where finished_at is null and (${id}::text is null or definition_id = ${id}) group by 1, 2`);
  const running = new Map(counts.map((row) => [`${row.id}/${row.version}`, row.running]));
  const own = shipped.filter((one) => (id === null || one.id === id) && !rows.some((row) => row.id === one.id && row.version === one.version));
  return [...rows, ...own].map((one) => ({ ...one, running: running.get(`${one.id}/${one.version}`) ?? 0 })).sort((a, b) => a.id.localeCompare(b.id) || b.version - a.version);
}

/** One version; undefined when there is none. */
export async function definitionVersion(read: Executor, id: string, version: number): Promise<StoredDefinition | undefined> {
  return (await definitionVersions(read, id)).find((one) => one.version === version);
}

/** The version that new cases start with: the newest published one. */
export async function newestPublished(read: Executor, id: string): Promise<StoredDefinition | undefined> {
  return (await definitionVersions(read, id)).find((one) => one.state === 'published');
}

/** The draft of a definition; there is at most one. */
export async function draftOf(read: Executor, id: string): Promise<StoredDefinition | undefined> {
  return (await definitionVersions(read, id)).find((one) => one.state === 'draft');
}

/** Adds the next version of a definition as a draft. Two at the same moment: one wins, the other gets undefined. */
export async function insertDraft(tx: Executor, id: string, document: DefinitionDocument, actorId: string): Promise<number | undefined> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtext(${`approval-definition/${id}`}))`);
  const versions = await definitionVersions(tx, id);
  if (versions.some((one) => one.state === 'draft')) return undefined;
  const version = Math.max(0, ...versions.map((one) => one.version)) + 1;
  await tx.run(sql`insert into approval_definitions (id, version, document, created_by, changed_by) values (${id}, ${version}, ${JSON.stringify({ ...document, id, version })}::jsonb, ${actorId}, ${actorId})`);
  return version;
}

/** Saves a draft. False when there is none, or when it was changed after `changedAt`. */
export async function saveDraft(tx: Executor, id: string, document: DefinitionDocument, actorId: string, changedAt?: string): Promise<boolean> {
  return (await tx.run(sql`
    update approval_definitions set document = ${JSON.stringify(document)}::jsonb || jsonb_build_object('id', id, 'version', version), changed_by = ${actorId}, changed_at = greatest(now(), changed_at + interval '1 millisecond')
    where id = ${id} and state = 'draft' and (${changedAt ?? null}::timestamptz is null or changed_at = ${changedAt ?? null}::timestamptz)`)) > 0;
}

export async function dropDefinitionDraft(tx: Executor, id: string): Promise<boolean> {
  return (await tx.run(sql`delete from approval_definitions where id = ${id} and state = 'draft'`)) > 0;
}

/** Moves a version on; false when it is not in the state that this needs. From published on a trigger keeps it as it is. */
export async function moveDefinition(tx: Executor, key: { id: string; version: number }, to: Exclude<DefinitionState, 'draft'>, actorId: string): Promise<boolean> {
  const set = to === 'published' ? sql`published_by = ${actorId}, published_at = now()` : sql`retired_by = ${actorId}, retired_at = now()`;
  const from = to === 'published' ? 'draft' : 'published';
  return (await tx.run(sql`update approval_definitions set state = ${to}, ${set} where id = ${key.id} and version = ${key.version} and state = ${from}`)) > 0;
}
