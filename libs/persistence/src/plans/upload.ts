import { createHash } from 'node:crypto';
import type { PlanDocument, PlanFinding, PlanOverride } from '@fairmark/contracts/plans';
import type { EntityManager } from '@mikro-orm/postgresql';
import { appendAudit, canonicalJson } from '../audit/index.js';
import { sql, type Executor } from '../database/index.js';
import { Plan, PlanVersion } from './entities.js';

export interface NewVersion {
  document: PlanDocument;
  findings: PlanFinding[];
  overrides: PlanOverride[];
  actorId: string;
  /** A new draft is begun even where it has the content of the newest version. */
  always?: boolean;
}

export interface StoredVersion {
  planId: string;
  versionId: string;
  no: number;
  /** False when the newest version already had this content: uploading twice adds nothing. */
  created: boolean;
}

/** Hash of the exact content of a plan, whatever the order of its keys. */
export function planHash(document: PlanDocument): string {
  return createHash('sha256').update(canonicalJson(document), 'utf8').digest('hex');
}

/** Adds a draft version to the plan that the document names, and the plan itself when it is new. Uploads of one plan follow each other. */
export async function storeVersion(tx: Executor, upload: NewVersion): Promise<StoredVersion> {
  const { document, findings, overrides, actorId } = upload;
  await tx.run(sql`select pg_advisory_xact_lock(hashtext(${`plan/${document.code}`}))`);
  const plan = await planOf(tx.em, document);
  const newest = await tx.em.findOne(PlanVersion, { plan }, { orderBy: { no: 'desc' } });
  const documentHash = planHash(document);
  if (!upload.always && newest?.documentHash === documentHash && canonicalJson(newest.overrides) === canonicalJson(overrides)) return { planId: plan.id, versionId: newest.id, no: newest.no, created: false };
  const version = tx.em.create(PlanVersion, {
    id: await newId(tx), plan, no: (newest?.no ?? 0) + 1, state: 'draft', document, documentHash, findings, overrides, createdBy: actorId, createdAt: new Date(), frozenAt: null, revision: 1, changedBy: null, changedAt: null,
  });
  await tx.em.flush();
  await record(tx, plan.id, version, upload);
  return { planId: plan.id, versionId: version.id, no: version.no, created: true };
}

/** The plan line keeps the name of its newest version. */
async function planOf(em: EntityManager, { code, name }: PlanDocument): Promise<Plan> {
  const known = await em.findOne(Plan, { code });
  const plan = known ?? em.create(Plan, { id: await newId({ em }), code, name: name.zh, nameEn: name.en ?? null, createdAt: new Date() });
  if (known) em.assign(known, { name: name.zh, nameEn: name.en ?? null });
  await em.flush();
  return plan;
}

/** Ids are time-ordered as everywhere; the database makes them. */
async function newId({ em }: Pick<Executor, 'em'>): Promise<string> {
  const { rows } = await sql<{ id: string }>`select uuidv7() as id`.execute(em.getKysely());
  return (rows[0] as { id: string }).id;
}

async function record(tx: Executor, planId: string, version: PlanVersion, { overrides, findings, actorId }: NewVersion): Promise<void> {
  const texts = Object.fromEntries(overrides.map((override, index) => [`override${index}`, { body: override.reason, ownerId: actorId }]));
  await appendAudit(tx, `plan/${planId}`, { actorId }, new Date().toISOString(), [
    {
      action: 'plan.uploaded', object: version.id, after: { no: version.no, documentHash: version.documentHash, findings: findings.length, overridden: overrides.map(({ code, path }) => ({ code, path })) }, texts,
    },
  ]);
}
