import { sql, type Database, type Executor } from '../database/index.js';
import type { Anchor } from './anchor.js';
import { checkEntry } from './checkEntry.js';
import type { EntryRow, Finding } from './findings.js';
import { GENESIS } from './hash.js';

export interface AuditReport {
  entries: number;
  chains: number;
  findings: Finding[];
}

const PAGE = 2_000;

/** Checks every chain against itself, its head and what was anchored outside the database. Reads one snapshot, so the product may go on working. */
export async function verifyAudit(database: Database, anchors: readonly Anchor[]): Promise<AuditReport> {
  return database.transaction(async (tx) => {
    await tx.run(sql`set transaction isolation level repeatable read`);
    const findings: Finding[] = [];
    const ends = new Map<string, Anchor>();
    const anchored = byPlace(anchors);
    let entries = 0;
    for await (const entry of allEntries(tx)) {
      entries += 1;
      findings.push(...checkEntry(entry), ...checkLink(ends.get(entry.chain), entry));
      checkAnchor(anchored, entry, findings);
      ends.set(entry.chain, { chain: entry.chain, seq: entry.seq, hash: entry.hash });
    }
    for (const [chain, seqs] of anchored) for (const seq of seqs.keys()) findings.push({ kind: 'anchor', chain, seq, detail: 'missing' });
    findings.push(...(await checkHeads(tx, ends)), ...(await foreignTexts(tx)));
    return { entries, chains: ends.size, findings };
  });
}

async function* allEntries(tx: Executor): AsyncGenerator<EntryRow> {
  let [chain, seq] = ['', 0];
  for (;;) {
    const page = await tx.all(sql<EntryRow>`
      select e.chain, e.seq, e.at, e.actor, e.on_behalf_of as "onBehalfOf", e.action, e.object, e.canonical, e.prev_hash as "prevHash", e.hash,
        (select coalesce(jsonb_agg(jsonb_build_object('field', t.field, 'salt', t.salt, 'body', t.body, 'erased', t.erased_at is not null)), '[]') from audit_texts t where t.chain = e.chain and t.seq = e.seq) as texts
      from audit.entries e where (e.chain, e.seq) > (${chain}, ${seq}::integer) order by e.chain, e.seq limit ${PAGE}`);
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    ({ chain, seq } = last);
  }
}

function checkLink(before: Anchor | undefined, entry: EntryRow): Finding[] {
  const found: Finding[] = [];
  if (entry.seq !== (before?.seq ?? 0) + 1) found.push({ kind: 'gap', chain: entry.chain, seq: entry.seq });
  if (entry.prevHash !== (before?.hash ?? GENESIS)) found.push({ kind: 'link', chain: entry.chain, seq: entry.seq });
  return found;
}

function byPlace(anchors: readonly Anchor[]): Map<string, Map<number, string>> {
  const places = new Map<string, Map<number, string>>();
  for (const { chain, seq, hash } of anchors) places.set(chain, (places.get(chain) ?? new Map<number, string>()).set(seq, hash));
  return places;
}

/** Takes the anchor of an entry off the list; what is left in the end belongs to entries that are gone. */
function checkAnchor(anchored: Map<string, Map<number, string>>, { chain, seq, hash }: EntryRow, findings: Finding[]): void {
  const seqs = anchored.get(chain);
  const known = seqs?.get(seq);
  if (known === undefined) return;
  if (known !== hash) findings.push({ kind: 'anchor', chain, seq, detail: 'altered' });
  seqs?.delete(seq);
}

async function checkHeads(tx: Executor, ends: ReadonlyMap<string, Anchor>): Promise<Finding[]> {
  const heads = new Map((await tx.all(sql<Anchor>`select chain, seq, hash from audit_heads`)).map((head) => [head.chain, head]));
  const differs = (end: Anchor | undefined, head: Anchor | undefined) => (end?.seq ?? 0) !== (head?.seq ?? 0) || (end?.hash ?? GENESIS) !== (head?.hash ?? GENESIS);
  const chains = new Set([...heads.keys(), ...ends.keys()]);
  return [...chains].filter((chain) => differs(ends.get(chain), heads.get(chain))).map((chain) => ({ kind: 'head', chain, seq: heads.get(chain)?.seq ?? null }));
}

/** Texts of entries that do not exist. */
async function foreignTexts(tx: Executor): Promise<Finding[]> {
  const rows = await tx.all(sql<{ chain: string; seq: number; field: string }>`
    select t.chain, t.seq, t.field from audit_texts t left join audit.entries e on e.chain = t.chain and e.seq = t.seq where e.chain is null`);
  return rows.map(({ chain, seq, field }) => ({ kind: 'text', chain, seq, detail: field }));
}
