// Compiles everything: TypeScript, the workflow bundle of the worker, the web app.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { markBuilt } from './setup/build-state.mjs';
import { run } from './setup/run.mjs';
import { root } from './stack/paths.mjs';

const here = (file) => existsSync(path.join(root, file));
const steps = [
  { name: 'TypeScript', command: 'tsc', args: ['-b'] },
  { name: 'workflow bundle', command: 'node', args: ['apps/worker/bundle.mjs'], when: () => here('apps/worker/bundle.mjs') },
  { name: 'web app', command: 'vite', args: ['build', '--logLevel', 'warn'], cwd: path.join(root, 'apps/web'), when: () => here('apps/web/vite.config.mts') || here('apps/web/vite.config.ts') },
];

for (const { name, command, args, cwd, when } of steps) {
  if (when && !when()) continue;
  const started = Date.now();
  const result = await run(command, args, { cwd });
  if (!result.ok) {
    process.stdout.write(result.output);
    console.error(`Build failed: ${name}`);
    process.exit(1);
  }
  console.log(`${name} built in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}
markBuilt();
