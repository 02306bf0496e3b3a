import type { EntryRow, Finding } from './findings.js';
import { hashEntry, saltedHash } from './hash.js';

/** Facts that stand in a column and in the text that the hash covers. */
const COLUMNS = ['chain', 'seq', 'at', 'actor', 'onBehalfOf', 'action', 'object'] as const;

/** Checks one entry by itself: its hash, its columns and its free texts. */
export function checkEntry(entry: EntryRow): Finding[] {
  const found: Finding[] = [];
  const report = (kind: Finding['kind'], detail: string) => found.push({ kind, chain: entry.chain, seq: entry.seq, detail });
  if (hashEntry(entry.prevHash, entry.canonical) !== entry.hash) report('hash', 'hash');
  const covered = parse(entry.canonical);
  if (!covered) return [...found, { kind: 'column', chain: entry.chain, seq: entry.seq, detail: 'canonical' }];
  for (const column of COLUMNS) if (asText(covered[column]) !== asText(entry[column])) report('column', column);
  for (const detail of checkTexts(entry, covered['texts'])) report('text', detail);
  return found;
}

/** An erased text stays without a body; its salted hash remains in the entry. */
function checkTexts(entry: EntryRow, covered: unknown): string[] {
  const hashes = new Map(Object.entries(typeof covered === 'object' && covered !== null ? covered : {}));
  const faults: string[] = [];
  for (const { field, salt, body, erased } of entry.texts) {
    const known = hashes.get(field);
    hashes.delete(field);
    const altered = body === null ? !erased : saltedHash(salt, body) !== known;
    if (known === undefined || altered) faults.push(field);
  }
  return [...faults, ...hashes.keys()];
}

function parse(canonical: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(canonical) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

const asText = (value: unknown): string => (value === null || value === undefined ? '' : String(value));
