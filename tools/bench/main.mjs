// `npm run bench`: what Fairmark costs above raw Temporal, on a throw-away stack of its own. Progress on standard error, one JSON object on standard output.
// What it measures and how to read it: docs/bench.md. Needs the build.
import { parseArgs } from 'node:util';
import { createOrm, Database } from '@fairmark/persistence/database';
import { loadConfig } from '@fairmark/runtime/config';
import { createLogger } from '@fairmark/runtime/logging';
import { connectTemporal } from '@fairmark/runtime/temporal';
import { Approvals } from './approvals.mjs';
import { Countersign, measureCountersign } from './countersign.mjs';
import { Launches } from './launches.mjs';
import { alternate, median, middles, percentile, ratios, rounded } from './measure.mjs';
import { makeCompany, makeSession, signIn } from './people.mjs';
import { startBenchStack } from './stack.mjs';

const AIMS = { approvals: 1.5, launch: 1.6 };
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' }, processes: { type: 'string', default: '48' }, reviews: { type: 'string', default: '1000' }, only: { type: 'string' } } });
const rounds = Number(values.rounds);
const processes = Number(values.processes);
const wants = (part) => values.only === undefined || values.only === part;
const say = (line) => console.error(line);

/** A person's browser that approves over HTTP. */
async function browsers(database, approvers, env) {
  const headers = new Map();
  for (const id of approvers) headers.set(id, await signIn(database, id, env.SESSION_SECRET));
  return async (actorId, visitId) => {
    const answer = await fetch(`${env.PUBLIC_URL}/api/visits/${visitId}/approve`, { method: 'POST', body: '{}', headers: { ...headers.get(actorId), 'idempotency-key': crypto.randomUUID() } });
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    await answer.arrayBuffer();
  };
}

/** @param {number} atOnce 1: what one person waits for; 8: what the machine can carry */
async function measureApprovals(bench, atOnce) {
  const approvals = new Approvals(bench);
  const latencies = { raw: [], worker: [], http: [] };
  const measured = (way) => async (round) => {
    const ms = await approvals.run(way, processes, atOnce);
    if (round > 0) latencies[way].push(...approvals.decisions[way]);
    return ms;
  };
  const results = await alternate(rounds, processes, { raw: measured('raw'), worker: measured('worker'), http: measured('http') }, say);
  const wayOf = async (way) => ({
    msPerProcess: median(results[way].ms), cpuMsPerProcess: median(results[way].cpuMs), cpuMsByPart: middles(results[way].parts), rounds: results[way].ms,
    decisionMs: { p50: rounded(percentile(latencies[way], 50)), p99: rounded(percentile(latencies[way], 99)) }, events: await approvals.events(way),
  });
  const ways = { raw: await wayOf('raw'), worker: await wayOf('worker'), http: await wayOf('http') };
  await approvals.openings.stop();
  return { atOnce, ...ways, ratio: { worker: ratios(results.worker, results.raw), http: ratios(results.http, results.raw), httpToWorker: ratios(results.http, results.worker) }, aim: AIMS.approvals };
}

async function measureLaunch(bench) {
  const launches = new Launches(bench);
  const { reviews } = bench.company;
  const results = await alternate(rounds, reviews, { raw: () => launches.raw(), fairmark: (round) => launches.fairmark(round) }, say);
  const of = ({ ms, cpuMs }) => ({ seconds: rounded((median(ms) * reviews) / 1000), msPerReview: median(ms), cpuMsPerReview: median(cpuMs), rounds: ms });
  return { reviews, raw: of(results.raw), fairmark: of(results.fairmark), ratio: ratios(results.fairmark, results.raw), aim: AIMS.launch };
}

const stack = await startBenchStack();
try {
  const { env } = stack;
  const config = loadConfig(env);
  const database = new Database(await createOrm({ url: config.database.url, poolMax: 8 }));
  const client = await connectTemporal(config);
  const company = await makeCompany(database, Number(values.reviews));
  const sessionId = await makeSession(database, company);
  await stack.start('tools/bench/worker.mjs', company.approvers);
  await stack.start('apps/api/dist/main.js');
  const request = await browsers(database, company.approvers, env);
  const bench = { client, database, company, sessionId, approvers: company.approvers, request, url: config.database.url, logger: createLogger('bench', 'error') };
  const approvals = wants('approvals') ? await measureApprovals(bench, 8) : undefined;
  const oneByOne = wants('approvals') || wants('oneByOne') ? await measureApprovals(bench, 1) : undefined;
  const launch = wants('launch') ? await measureLaunch(bench) : undefined;
  const countersign = wants('countersign') ? await measureCountersign(new Countersign({ ...bench, urls: [env.PUBLIC_URL, await stack.startAnotherApi()], sessionSecret: env.SESSION_SECRET }), rounds, say) : undefined;
  console.log(JSON.stringify({ rounds, processes, approvals, oneByOne, launch, countersign }));
  await client.connection.close();
  await database.close();
} finally {
  await stack.stop();
}
