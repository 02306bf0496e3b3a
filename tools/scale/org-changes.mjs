// `npm run test:scale:changes`: an import of organisation changes into a company of 2,000 people with 2,000 open reviews, on a throw-away stack with the product's own API and worker.
// Both are killed halfway and started again, and everything is repeated. Needs the build. One JSON object on standard output.
import { parseArgs } from 'node:util';
import { createOrm, Database, sql } from '@fairmark/persistence/database';
import { loadConfig } from '@fairmark/runtime/config';
import { connectTemporal } from '@fairmark/runtime/temporal';
import { signIn } from '../bench/people.mjs';
import { startBenchStack } from '../bench/stack.mjs';
import { findings, historyLengths } from './changes/checks.mjs';
import { makeCompany, openReviews, until } from './changes/company.mjs';
import { changedEmployees } from './changes/files.mjs';
import { Imports } from './changes/imports.mjs';
import { Process } from './changes/processes.mjs';

const { values } = parseArgs({ options: { people: { type: 'string', default: '2000' } } });
const say = (line) => console.error(line);
const seconds = (since) => Math.round((Date.now() - since) / 100) / 10;
const day = (offset) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

const progress = (database) =>
  database.read.one(sql`
    select (select count(*)::integer from org_change_targets t join process_events e on e.id = t.event_id where e.state <> 'pending') as done, (select count(*)::integer from org_change_targets) as total,
      (select count(*)::integer from org_changes where state <> 'applied') as open, (select count(*)::integer from org_changes) as changes`);

/** Kills worker and API when about half of the processes have answered, and starts them again. */
async function killHalfway(database, processes, expected) {
  let struckAt;
  await until('changes', async () => {
    const { done } = (struckAt = await progress(database));
    return { done: done >= expected / 2, seen: `${done} told` };
  }, say);
  await Promise.all(processes.map((one) => one.kill()));
  say(`killed at ${struckAt.done} of ${struckAt.total}`);
  for (const one of processes) await one.start();
  return struckAt;
}

async function finished(database) {
  await until('changes', async () => {
    const { done, total, open, changes } = await progress(database);
    return { done: open === 0 && changes > 0, seen: `${done} of ${total}, ${open} changes open` };
  }, say);
}

/** The same messages again, as a queue that forgot would send them. */
async function sendAgain(database) {
  const again = await database.read.run(sql`update outbox set relayed_at = null, attempts = 0 where channel = 'signal' and body ->> 'eventId' in (select id::text from process_events where name = 'organisationChanged')`);
  await until('messages', async () => {
    const { n } = await database.read.one(sql`select count(*)::integer as n from outbox where channel = 'signal' and relayed_at is null`);
    return { done: n === 0, seen: `${n} wait` };
  }, say);
  return again;
}

function eventsPerReview(before, after) {
  const added = [...after].map(([id, n]) => n - (before.get(id) ?? 0)).filter((n) => n > 0).sort((a, b) => a - b);
  const total = added.reduce((sum, n) => sum + n, 0);
  return { concerned: added.length, mean: added.length === 0 ? 0 : Math.round((total / added.length) * 10) / 10, most: added.at(-1) ?? 0 };
}

async function run({ database, client, env, processes, company, reviews }) {
  const imports = new Imports(env.PUBLIC_URL, await signIn(database, company.hr[0], env.SESSION_SECRET));
  const before = await historyLengths(client, database);
  const { csv, moved, left, transferred } = changedEmployees(await imports.exported(), { today: day(0), yesterday: day(-1) });
  const id = await imports.upload(csv);
  const checked = await imports.settled(id);
  if (checked.state !== 'ready') throw new Error(JSON.stringify(checked.preview?.errors.slice(0, 3)));
  const { people, tasks, changes } = (await imports.changes(id)).body;
  say(`preview: ${changes} changes, ${people} people, ${tasks} open tasks`);
  const started = Date.now();
  await imports.apply(id);
  const { state, failure } = await imports.settled(id);
  if (state !== 'applied') throw new Error(`The import is ${state}: ${failure}`);
  const struckAt = await killHalfway(database, processes, moved);
  await finished(database);
  const took = seconds(started);
  const events = eventsPerReview(before, await historyLengths(client, database));
  const moves = (await database.read.one(sql`select count(*)::integer as n from task_moves`)).n;
  const repeatedImport = (await imports.settled(await imports.upload(csv))).preview.changeCount;
  const repeatedApply = (await imports.apply(id)).body.code;
  const sentAgain = await sendAgain(database);
  const movesAfter = (await database.read.one(sql`select count(*)::integer as n from task_moves`)).n;
  const found = await findings(database);
  const passed = repeatedImport === 0 && repeatedApply === 'ORG.IMPORT_STATE' && movesAfter === moves && Object.keys(found).length === 0 && struckAt.done < struckAt.total;
  return { passed, people: reviews + 1, reviews, expected: { moved, left, transferred }, preview: { changes, people, tasks }, killedAt: { done: struckAt.done, total: struckAt.total }, seconds: took, moves, eventsPerReview: events, repeated: { changes: repeatedImport, messages: sentAgain, moves: movesAfter - moves }, findings: found };
}

const stack = await startBenchStack();
const processes = [new Process('apps/worker/dist/main.js', stack.env), new Process('apps/api/dist/main.js', stack.env)];
const config = loadConfig(stack.env);
const database = new Database(await createOrm({ url: config.database.url, poolMax: 4 }));
const client = await connectTemporal(config);
try {
  for (const one of processes) await one.start();
  const company = await makeCompany(database, Number(values.people));
  const launched = Date.now();
  const reviews = await openReviews(database, company, say);
  say(`${reviews} reviews open after ${seconds(launched)} s`);
  const outcome = await run({ database, client, env: stack.env, processes, company, reviews });
  console.log(JSON.stringify(outcome));
  process.exitCode = outcome.passed ? 0 : 1;
} finally {
  for (const one of processes) await one.stop().catch(() => undefined);
  await client.connection.close();
  await database.close();
  await stack.stop();
}
