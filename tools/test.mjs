// `npm test`: everything that must hold before a change goes in, with one summed closing line.
import { jestGroups, runJest } from './checks/jest.mjs';
import { laterParts, parts } from './checks/parts.mjs';
import { migrateTemplate } from './checks/template.mjs';
import { ensureInstalled } from './setup/install.mjs';

const total = { passed: 0, failed: 0, skipped: 0 };
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** @param {import('./checks/parts.mjs').Part} part */
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

/** Servers shared by all Jest projects of this run. */
async function startServers() {
  const { startTestStack } = await import('./testing/test-stack.mjs');
  const stack = await startTestStack({ temporal: true });
  let stopped;
  const stop = () => (stopped ??= stack.stop());
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => void stop().then(() => process.exit(1)));
  return { env: stack.env, stop };
}

async function runWithServers() {
  let servers;
  const started = await runPart({ name: 'test servers', run: async () => { servers = await startServers(); return { ok: true, output: '' }; } });
  if (!started) return;
  try {
    await runPart({ name: 'migrations', run: () => migrateTemplate(servers.env) });
    for (const part of laterParts()) await runPart(part);
    for (const group of jestGroups()) await runGroup(group, { ...servers.env, CI: 'true', NODE_ENV: 'test' });
  } finally {
    await servers.stop();
  }
}

if (await runPart({ name: 'dependencies', run: async () => ({ ok: (await ensureInstalled(console.log), true), output: '' }) })) {
  for (const part of parts()) await runPart(part);
  await runWithServers();
}
const skipped = total.skipped ? `, ${total.skipped} skipped` : '';
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed ? 1 : 0;
