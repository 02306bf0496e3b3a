import { rmSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { removePostgresData, StackError } from '../stack/index.mjs';

/** What the stack keeps in a data folder. Everything else in there is not ours to delete; downloaded binaries stay. */
const OURS = /^(temporal\.db.*|secrets\.json|home\.json|sample-accounts\.json|sample|files|papers|mail|exports|logs|audit-anchors\.jsonl)$/;

/** Asks before data are deleted. @param {string} home @param {boolean} yes @throws {StackError} NOT_CONFIRMED */
export async function confirmFresh(home, yes, { input = process.stdin, output = process.stdout } = {}) {
  if (yes) return;
  if (!input.isTTY) throw new StackError('NOT_CONFIRMED', `--fresh deletes all data in ${home}. Add --yes to confirm where nobody can be asked.`);
  const lines = createInterface({ input, output });
  const answer = await lines.question(`Delete all data in ${home}? Type yes to confirm: `).finally(() => lines.close());
  if (answer.trim().toLowerCase() !== 'yes') throw new StackError('NOT_CONFIRMED', 'Nothing was deleted.');
}

/** Deletes an installation's data. Nothing of it may be running. @param {string} home */
export function eraseHome(home) {
  removePostgresData(home);
  for (const name of readdirSync(home)) if (OURS.test(name)) rmSync(path.join(home, name), { recursive: true, force: true });
}
