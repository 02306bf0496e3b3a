import { appendFile, mkdir, readFile, truncate } from 'node:fs/promises';
import path from 'node:path';
import type { Anchor } from '@fairmark/persistence/audit';

/** Lines of the anchor file, oldest first. `unreadable` counts lines that are no anchor. A file that does not exist yet has none. */
export async function readAnchors(file: string): Promise<{ anchors: Anchor[]; unreadable: number }> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? '' : Promise.reject(error)));
  const lines = text.split('\n').filter((line) => line !== '');
  const anchors = lines.flatMap(parse);
  return { anchors, unreadable: lines.length - anchors.length };
}

function parse(line: string): Anchor[] {
  try {
    const { chain, seq, hash } = JSON.parse(line) as Partial<Anchor>;
    return typeof chain === 'string' && typeof seq === 'number' && typeof hash === 'string' ? [{ chain, seq, hash }] : [];
  } catch {
    return [];
  }
}

/** Appends anchors, each with the instant at which it was taken. */
export async function appendAnchors(file: string, anchors: readonly Anchor[]): Promise<void> {
  if (anchors.length === 0) return;
  const at = new Date().toISOString();
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  await appendFile(file, anchors.map(({ chain, seq, hash }) => `${JSON.stringify({ at, chain, seq, hash })}\n`).join(''), { mode: 0o600 });
}

/** A process that died while it wrote leaves half a line, which would join the next one: it is cut off, its head comes again. */
export async function cutTornLine(file: string): Promise<void> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? Buffer.alloc(0) : Promise.reject(error)));
  const end = bytes.lastIndexOf(0x0a) + 1;
  if (end < bytes.length) await truncate(file, end);
}
