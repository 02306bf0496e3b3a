// `npm run test:scale`: imports a large organisation into a throw-away PostgreSQL the way the API does, and fails above the limits of the
// product: 100,000 rows in 60 s and 500 MB, and nothing to do the second time. Needs the build. One JSON object on standard output.
import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { argv } from 'node:process';
import { startTestStack } from '../testing/test-stack.mjs';
import { organisationFiles, rowsOf } from './organisation.mjs';

const limits = { rows: 100_000, seconds: 60, megabytes: 500 };
const today = '2026-06-01';
const root = new URL('../../', import.meta.url);
const load = (path) => import(new URL(path, root));
const { createTestDatabase } = await load('libs/persistence/dist/testing/index.js');
const { claimApply, createImport, importById } = await load('libs/persistence/dist/org/index.js');
const { sql } = await load('libs/persistence/dist/database/index.js');
const { IMPORT_MEMORY } = await load('apps/api/dist/org/importJobs.js');

/** Highest resident memory of a process so far, in MB; Linux only. */
const peakOf = (pid) => Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

/** Runs one job as the API would, and measures it. Progress is read meanwhile as the page does. */
async function job(db, act, id, by) {
  const env = { ...process.env, NODE_ENV: 'test', DATABASE_URL: db.url, SESSION_SECRET: randomBytes(32).toString('hex'), CODEC_KEYS: JSON.stringify({ active: 'a', keys: { a: randomBytes(32).toString('base64') } }) };
  const started = Date.now();
  const child = fork(new URL('apps/api/dist/orgImport.js', root), [act, id, by, today], { execArgv: IMPORT_MEMORY, env });
  const result = { seconds: 0, megabytes: 0, phases: new Set() };
  const watch = setInterval(async () => {
    try {
      result.megabytes = Math.max(result.megabytes, Math.round(peakOf(child.pid)));
    } catch { /* it has ended */ }
    const row = await importById(db.database.read, id);
    if (row?.progress) result.phases.add(row.progress.phase);
  }, 100);
  const code = await new Promise((resolve) => child.once('exit', (exit, signal) => resolve(signal ?? exit)));
  clearInterval(watch);
  if (code !== 0) throw new Error(`${act} ended with ${code}`);
  return { ...result, phases: [...result.phases], seconds: (Date.now() - started) / 1000 };
}

async function importSet(db, by, files) {
  const id = await createImport(db.database, { by, locale: 'en', files });
  const check = await job(db, 'check', id, by);
  const { preview } = await importById(db.database.read, id);
  if (preview?.ok !== true) throw new Error(JSON.stringify(preview?.errors.slice(0, 3)));
  await claimApply(db.database.read, id);
  const apply = await job(db, 'apply', id, by);
  if ((await importById(db.database.read, id)).state !== 'applied') throw new Error('not applied');
  return { changes: preview.changeCount, check, apply };
}

const stack = await startTestStack();
try {
  const db = await createTestDatabase(stack.env.TEST_DATABASE_URL);
  const insert = sql`insert into employees (number, name, email, zone, locale, region, hired_on) values ('A', 'A', 'a@fairmark.example', 'UTC', 'en', 'EU', '2020-01-01') returning id`;
  const by = (await db.database.read.one(insert)).id;
  const files = organisationFiles(Number(argv[2] ?? 70_410));
  const rows = rowsOf(files);
  const first = await importSet(db, by, files);
  const second = await importSet(db, by, files);
  await db.drop();
  const seconds = first.check.seconds + first.apply.seconds;
  const megabytes = Math.max(...[first, second].flatMap((run) => [run.check.megabytes, run.apply.megabytes]));
  const passed = rows >= limits.rows && seconds <= limits.seconds && megabytes <= limits.megabytes && second.changes === 0;
  console.log(JSON.stringify({ rows, seconds, megabytes, limits, passed, first, second }));
  process.exitCode = passed ? 0 : 1;
} finally {
  await stack.stop();
}
