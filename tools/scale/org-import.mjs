// `npm run test:scale`: imports a large organisation into a throw-away PostgreSQL and fails above the limits of the product:
// 100,000 rows in 60 s and 500 MB. Needs the built libraries (npm run build). One JSON object on standard output.
import { argv } from 'node:process';
import { startTestStack } from '../testing/test-stack.mjs';
import { organisationFiles, rowsOf } from './organisation.mjs';

const limits = { rows: 100_000, seconds: 60, megabytes: 500 };
const people = Number(argv[2] ?? 70_410);
const libs = new URL('../../libs/', import.meta.url);
const { createTestDatabase } = await import(new URL('persistence/dist/testing/index.js', libs));
const { applyImport, checkImport, claimApply, createImport, importById } = await import(new URL('persistence/dist/org/index.js', libs));
const { sql } = await import(new URL('persistence/dist/database/index.js', libs));

let peak = 0;
let longestPause = 0;
let lastTick = Date.now();
/** Memory is looked at often; a late tick shows how long other requests of the API would have waited. */
const watch = setInterval(() => {
  longestPause = Math.max(longestPause, Date.now() - lastTick);
  lastTick = Date.now();
  peak = Math.max(peak, process.memoryUsage().rss);
}, 20);

async function measured(work) {
  const started = Date.now();
  const value = await work();
  return { value, seconds: (Date.now() - started) / 1000 };
}

async function importSet(database, by, files) {
  const dryRun = await measured(async () => {
    const id = await createImport(database, { by, locale: 'en', files });
    await checkImport(database, id, '2026-06-01');
    return importById(database.read, id);
  });
  const { id, preview } = dryRun.value;
  if (preview?.ok !== true) throw new Error(JSON.stringify(preview?.errors.slice(0, 3)));
  await claimApply(database.read, id);
  const apply = await measured(() => applyImport(database, id, by, '2026-06-01'));
  if (apply.value !== 'applied') throw new Error(apply.value);
  return { changes: preview.changeCount, dryRunSeconds: dryRun.seconds, applySeconds: apply.seconds };
}

async function firstPerson(database) {
  const insert = sql`insert into employees (number, name, email, zone, locale, region, hired_on) values ('A', 'A', 'a@fairmark.example', 'UTC', 'en', 'EU', '2020-01-01') returning id`;
  return (await database.read.one(insert)).id;
}

const stack = await startTestStack();
try {
  const db = await createTestDatabase(stack.env.TEST_DATABASE_URL);
  const by = await firstPerson(db.database);
  const files = organisationFiles(people);
  const rows = rowsOf(files);
  const first = await importSet(db.database, by, files);
  const second = await importSet(db.database, by, files);
  await db.drop();
  const megabytes = Math.round(peak / 2 ** 20);
  const seconds = first.dryRunSeconds + first.applySeconds;
  const passed = seconds * (limits.rows / Math.max(rows, limits.rows)) <= limits.seconds && megabytes <= limits.megabytes && second.changes === 0;
  console.log(JSON.stringify({ rows, first, second, seconds, megabytes, longestPauseMs: longestPause, limits, passed }));
  process.exitCode = passed ? 0 : 1;
} finally {
  clearInterval(watch);
  await stack.stop();
}
