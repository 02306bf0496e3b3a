import { createHash } from 'node:crypto';
import { named } from './facts.mjs';

const violation = named('auditFails');
const sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');
const GENESIS = '0'.repeat(64);
const COVERED = /** @type {const} */ ({ chain: 'chain', seq: 'seq', actor: 'actor', on_behalf_of: 'onBehalfOf', action: 'action', object: 'object' });

/** Faults of one chain, entry by entry. */
function* faultsOfChain(chain, entries, head, texts) {
  let previous = GENESIS;
  for (const [index, entry] of entries.entries()) {
    if (entry.seq !== index + 1) yield `${chain}: entry ${index + 1} is missing`;
    if (entry.prev_hash !== previous || sha256(`${entry.prev_hash}\n${entry.canonical}`) !== entry.hash) yield `${chain}: entry ${entry.seq} does not follow`;
    yield* faultsOfEntry(entry, texts.filter(({ seq }) => seq === entry.seq));
    previous = entry.hash;
  }
  if (head?.seq !== entries.length || head?.hash !== previous) yield `${chain}: its head does not fit`;
}

function* faultsOfEntry(entry, texts) {
  const covered = JSON.parse(entry.canonical);
  for (const [column, field] of Object.entries(COVERED)) if (String(entry[column] ?? '') !== String(covered[field] ?? '')) yield `${entry.chain}: ${column} of entry ${entry.seq} was altered`;
  if (entry.at.toISOString() !== covered.at) yield `${entry.chain}: the time of entry ${entry.seq} was altered`;
  for (const { field, salt, body, erased } of texts) if (!erased && sha256(`${salt}\n${body}`) !== covered.texts?.[field]) yield `${entry.chain}: ${field} of entry ${entry.seq} was altered`;
  if (texts.length !== Object.keys(covered.texts ?? {}).length) yield `${entry.chain}: texts of entry ${entry.seq} are missing`;
}

/** The record reckoned again from its first entries. @param {import('./facts.mjs').Read} read */
export async function verifyAudit(read) {
  const entries = Map.groupBy(await read('select * from audit.entries order by chain, seq'), ({ chain }) => chain);
  const heads = new Map((await read('select chain, seq, hash from audit_heads where seq > 0')).map((head) => [head.chain, head]));
  const texts = Map.groupBy(await read('select chain, seq, field, salt, body, erased_at is not null as erased from audit_texts'), ({ chain }) => chain);
  const chains = [...new Set([...entries.keys(), ...heads.keys()])];
  return { entries: [...entries.values()].reduce((sum, own) => sum + own.length, 0), faults: chains.flatMap((chain) => [...faultsOfChain(chain, entries.get(chain) ?? [], heads.get(chain), texts.get(chain) ?? [])]) };
}

/**
 * The record holds together.
 * @param {import('./facts.mjs').Facts} facts @returns {Promise<import('./facts.mjs').Violation[]>}
 */
export async function auditFails({ read }) {
  return (await verifyAudit(read)).faults.map(violation);
}
