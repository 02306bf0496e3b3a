import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { History } from '@temporalio/common/lib/proto-utils.js';
import { historyFromJSON, historyToJSON } from '@temporalio/common/lib/proto-utils.js';

const dir = path.join(import.meta.dirname, '..', 'histories');

/** Names of the stored histories, one per workflow and release or bug that they pin. */
export function historyNames(folder: string): string[] {
  return readdirSync(path.join(dir, folder)).filter((name) => name.endsWith('.json')).sort();
}

export function readHistory(folder: string, name: string): History {
  return historyFromJSON(JSON.parse(readFileSync(path.join(dir, folder, name), 'utf8')));
}

export function storeHistory(folder: string, name: string, history: History): void {
  mkdirSync(path.join(dir, folder), { recursive: true });
  writeFileSync(path.join(dir, folder, `${name}.json`), `${historyToJSON(history)}\n`);
}
