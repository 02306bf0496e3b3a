// Runs the real supervisor with stand-ins for the product, as tools/start.mjs runs it with the product.
import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { main } from '@fairmark/tools/supervisor';

const { EVENTS } = process.env;
const script = path.relative(path.resolve(import.meta.dirname, '../../../..'), path.join(import.meta.dirname, 'process.mjs'));
const note = async (what) => appendFileSync(EVENTS, `${what}\n`);

process.exit(await main({ port: Number(process.env.PORT), fresh: false, yes: false, sample: false }, process.env, {
  isBuilt: () => true,
  build: () => note('built'),
  migrate: () => note('migrated'),
  hasSample: () => false,
  loadSample: () => note('sample'),
  administratorLink: async () => 'http://127.0.0.1/setup#once',
  processes: ['worker', 'api'].map((name) => ({ name, script, env: { NAME: name } })),
}));
