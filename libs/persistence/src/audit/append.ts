import { randomBytes } from 'node:crypto';
import type { AuditSpec } from '@fairmark/domain/process';
import { sql, type Executor } from '../database/index.js';
import { canonicalJson } from './canonical.js';
import { GENESIS, hashEntry, saltedHash } from './hash.js';
import { knownHead, lockedHead, rememberHead, type Head } from './heads.js';

/** Who did it: a person's id, or `system` with the reason in the action. */
export interface AuditActor {
  actorId: string | null;
  onBehalfOf?: string | null;
}

interface Entry extends Head {
  at: string;
  actor: string;
  onBehalfOf: string | null;
  action: string;
  object: string;
  canonical: string;
  prevHash: string;
  texts: { seq: number; field: string; body: string; ownerId: string; salt: string }[];
}

/**
 * Appends entries to the chain of one process or plan, inside the caller's transaction. The chain's head row is
 * locked first: two writers of one chain follow each other, writers of different chains do not wait.
 */
export async function appendAudit(tx: Executor, chain: string, who: AuditActor, at: string, specs: readonly AuditSpec[]): Promise<void> {
  if (specs.length === 0) return;
  const entries: Entry[] = [];
  let head = knownHead(tx, chain) ?? (await lockHead(tx, chain));
  for (const spec of specs) {
    const entry = entryOf(chain, head, who, at, spec);
    entries.push(entry);
    head = entry;
  }
  rememberHead(tx, chain, head);
  await write(tx, chain, head, entries);
}

async function lockHead(tx: Executor, chain: string): Promise<Head> {
  const head = await tx.one(lockedHead(chain));
  if (head) return head;
  await tx.run(sql`insert into audit_heads (chain, seq, hash, updated_at) values (${chain}, 0, ${GENESIS}, now()) on conflict do nothing`);
  return (await tx.one(lockedHead(chain))) as Head;
}

function entryOf(chain: string, head: Head, who: AuditActor, at: string, spec: AuditSpec): Entry {
  const seq = head.seq + 1;
  const texts = Object.entries(spec.texts ?? {}).map(([field, text]) => ({ seq, field, ...text, salt: randomBytes(16).toString('hex') }));
  // The column keeps milliseconds: what is hashed must read the same when it comes back.
  const facts = { seq, at: new Date(at).toISOString(), actor: who.actorId ?? 'system', onBehalfOf: who.onBehalfOf ?? null, action: spec.action, object: spec.object };
  const canonical = canonicalJson({
    chain, ...facts, before: spec.before ?? null, after: spec.after ?? null,
    texts: Object.fromEntries(texts.map((text) => [text.field, saltedHash(text.salt, text.body)])),
  });
  return { ...facts, canonical, prevHash: head.hash, hash: hashEntry(head.hash, canonical), texts };
}

/** Entries, texts and head in one statement. As `json`, not `jsonb`: the text that was hashed must arrive as it is. */
async function write(tx: Executor, chain: string, head: Head, entries: readonly Entry[]): Promise<void> {
  await tx.send(sql`
    with given as (
      select * from json_to_recordset(${JSON.stringify(entries)}::json) as e(seq integer, at timestamptz, actor text, "onBehalfOf" text, action text, object text, canonical text, "prevHash" text, hash text, texts json)),
    written as (
      insert into audit.entries (chain, seq, at, actor, on_behalf_of, action, object, canonical, prev_hash, hash)
      select ${chain}, seq, at, actor, "onBehalfOf", action, object, canonical, "prevHash", hash from given),
    kept as (
      insert into audit_texts (chain, seq, field, owner_id, salt, body)
      select ${chain}, t.seq, t.field, t."ownerId", t.salt, t.body from given, json_to_recordset(given.texts) as t(seq integer, field text, "ownerId" uuid, salt text, body text))
    update audit_heads set seq = ${head.seq}, hash = ${head.hash}, updated_at = now() where chain = ${chain}`);
}
