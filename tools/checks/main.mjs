// Everything that must hold before a change goes in, with one summed closing line.
import { jestRows, runJest } from './jest.mjs';
import { laterParts, parts } from './parts.mjs';
import { migrateTemplate } from './template.mjs';

const total = { passed: 0, failed: 0, skipped: 0 };
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** The closing line; a run that broke off before its end counts as failed. @param {unknown} [broken] */
function finish(broken) {
  if (broken) {
    console.log(broken instanceof Error ? broken.stack : broken);
    total.failed += 1;
  }
  const skipped = total.skipped ? `, ${total.skipped} skipped` : '';
  console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
  process.exit(total.failed ? 1 : 0);
}

/** @param {import('./parts.mjs').Part} part */
async function runPart({ name, run }) {
  const started = Date.now();
  const result = await run().catch((error) => ({ ok: false, output: String(error?.message ?? error) }));
  console.log(`${result.ok ? '✓' : '✗'} ${name} (${seconds(started)})`);
  if (result.ok) return true;
  console.log(result.output.trimEnd());
  total.failed += 1;
  return false;
}

async function runGroup(group, env) {
  const started = Date.now();
  const sum = await runJest(group, env);
  console.log(`${sum.failed ? '✗' : '✓'} ${group.name}: ${sum.passed} passed, ${sum.failed} failed (${seconds(started)})`);
  if (sum.report) console.log(sum.report);
  for (const key of ['passed', 'failed', 'skipped']) total[key] += sum[key];
}

async function runColumn(groups, env) {
  for (const group of groups) await runGroup(group, env);
}

let stopServers = async () => {};

/** Servers shared by all Jest projects of this run. */
async function startServers() {
  const { startTestStack } = await import('../testing/test-stack.mjs');
  const stack = await startTestStack({ temporal: true });
  let stopped;
  stopServers = () => (stopped ??= stack.stop());
  return stack.env;
}

async function runWithServers() {
  let env;
  const started = await runPart({ name: 'test servers', run: async () => { env = await startServers(); return { ok: true, output: '' }; } });
  if (!started) return;
  try {
    await runPart({ name: 'migrations', run: () => migrateTemplate(env) });
    for (const part of laterParts()) await runPart(part);
    for (const row of jestRows()) await Promise.all(row.map((column) => runColumn(column, { ...env, CI: 'true', NODE_ENV: 'test' })));
  } finally {
    await stopServers();
  }
}

async function breakOff(why) {
  await stopServers().catch(() => {});
  finish(why);
}

process.on('uncaughtException', (error) => void breakOff(error));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => void breakOff(`✗ broken off by ${signal}`));
for (const part of parts()) await runPart(part);
await runWithServers();
finish();
