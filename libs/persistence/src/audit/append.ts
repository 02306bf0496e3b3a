import { randomBytes } from 'node:crypto';
import type { AuditSpec } from '@fairmark/domain/process';
import { sql, type Executor } from '../database/index.js';
import { canonicalJson } from './canonical.js';
import { GENESIS, hashEntry, saltedHash } from './hash.js';

/** Who did it: a person's id, or `system` with the reason in the action. */
export interface AuditActor {
  actorId: string | null;
  onBehalfOf?: string | null;
}

interface Head {
  seq: number;
  hash: string;
}

/**
 * Appends entries to the chain of one process or plan, inside the caller's transaction. The chain's head row is
 * locked first: two writers of one chain follow each other, writers of different chains do not wait.
 */
export async function appendAudit(tx: Executor, chain: string, who: AuditActor, at: string, specs: readonly AuditSpec[]): Promise<void> {
  if (specs.length === 0) return;
  let head = await lockHead(tx, chain);
  for (const spec of specs) head = await appendOne(tx, chain, head, who, at, spec);
  await tx.run(sql`update audit_heads set seq = ${head.seq}, hash = ${head.hash}, updated_at = now() where chain = ${chain}`);
}

async function lockHead(tx: Executor, chain: string): Promise<Head> {
  await tx.run(sql`insert into audit_heads (chain, seq, hash, updated_at) values (${chain}, 0, ${GENESIS}, now()) on conflict do nothing`);
  const head = await tx.one(sql<Head>`select seq, hash from audit_heads where chain = ${chain} for update`);
  return head as Head;
}

async function appendOne(tx: Executor, chain: string, head: Head, who: AuditActor, at: string, spec: AuditSpec): Promise<Head> {
  const seq = head.seq + 1;
  const texts = Object.entries(spec.texts ?? {}).map(([field, text]) => ({ field, ...text, salt: randomBytes(16).toString('hex') }));
  const actor = who.actorId ?? 'system';
  const onBehalfOf = who.onBehalfOf ?? null;
  // The column keeps milliseconds: what is hashed must read the same when it comes back.
  const instant = new Date(at).toISOString();
  const canonical = canonicalJson({
    chain, seq, at: instant, actor, onBehalfOf, action: spec.action, object: spec.object, before: spec.before ?? null, after: spec.after ?? null,
    texts: Object.fromEntries(texts.map((text) => [text.field, saltedHash(text.salt, text.body)])),
  });
  const hash = hashEntry(head.hash, canonical);
  await tx.run(sql`
    insert into audit.entries (chain, seq, at, actor, on_behalf_of, action, object, canonical, prev_hash, hash)
    values (${chain}, ${seq}, ${instant}, ${actor}, ${onBehalfOf}, ${spec.action}, ${spec.object}, ${canonical}, ${head.hash}, ${hash})`);
  for (const text of texts)
    await tx.run(sql`insert into audit_texts (chain, seq, field, owner_id, salt, body) values (${chain}, ${seq}, ${text.field}, ${text.ownerId}, ${text.salt}, ${text.body})`);
  return { seq, hash };
}
