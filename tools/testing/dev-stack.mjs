// Keeps a throw-away PostgreSQL and Temporal server running for tests started by hand, and prints how to reach them.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startTestStack } from './test-stack.mjs';

const { values } = parseArgs({ options: { write: { type: 'string' } } });
const stack = await startTestStack({ temporal: true });
const lines = Object.entries(stack.env).map(([name, value]) => `export ${name}='${value}'`).join('\n') + '\n';
if (values.write) writeFileSync(values.write, lines, { mode: 0o600 });
process.stdout.write(lines);

const keepAlive = setInterval(() => {}, 1 << 30);
let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, async () => {
    if (stopping) return;
    stopping = true;
    await stack.stop();
    clearInterval(keepAlive);
  });
}
