/**
 * What a check of the record found. `column`: a column differs from the text that the hash covers. `hash`, `link`: an entry or its tie to the one before
 * was altered. `gap`: an entry is missing. `head`: the chain does not end where its head says. `text`: a free text is missing, foreign or altered.
 * `anchor`: the chain differs from what was anchored outside the database. `anchorFile`: a line of that file cannot be read.
 */
export type FindingKind = 'column' | 'hash' | 'link' | 'gap' | 'head' | 'text' | 'anchor' | 'anchorFile';

export interface Finding {
  kind: FindingKind;
  chain: string;
  seq: number | null;
  detail?: string;
}

export interface EntryRow {
  chain: string;
  seq: number;
  at: string;
  actor: string;
  onBehalfOf: string | null;
  action: string;
  object: string;
  canonical: string;
  prevHash: string;
  hash: string;
  texts: { field: string; salt: string; body: string | null; erased: boolean }[];
}
