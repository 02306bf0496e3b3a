import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { argv } from 'node:process';
import { describeApi } from './openapi/describeApi.js';

/**
 * Compares the committed description of the API with what the sources produce, or writes it with `--write`. Needs no server: whoever changes a
 * contract sees it in the review of the change.
 */
const file = path.resolve(import.meta.dirname, '../openapi.json');
const text = `${JSON.stringify(await describeApi(), null, 2)}\n`;
if (argv.includes('--write')) {
  await writeFile(file, text);
  console.log('apps/api/openapi.json written');
} else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
  console.error('apps/api/openapi.json differs from what the sources produce: npm run openapi:write');
  process.exitCode = 1;
}
