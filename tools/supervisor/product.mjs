import { existsSync } from 'node:fs';
import path from 'node:path';
import { isBuilt } from '../setup/build-state.mjs';
import { run, tail } from '../setup/run.mjs';
import { root, StackError } from '../stack/index.mjs';

/**
 * @typedef {object} Product what the supervisor runs; tests put stand-ins here
 * @property {() => boolean} isBuilt
 * @property {(signal: AbortSignal) => Promise<unknown>} build
 * @property {(env: NodeJS.ProcessEnv, signal: AbortSignal) => Promise<unknown>} migrate
 * @property {() => boolean} hasSample @property {(env: NodeJS.ProcessEnv, signal: AbortSignal) => Promise<unknown>} loadSample
 * @property {(env: NodeJS.ProcessEnv, signal: AbortSignal) => Promise<string | undefined>} administratorLink undefined once there is an administrator
 * @property {{ name: string, script: string, env?: NodeJS.ProcessEnv }[]} processes with what each needs besides the common environment
 */

/** Runs one of the product's commands; its last words become the message when it fails. */
async function command([script, ...args], { env, signal, code, what, hint = '' }) {
  const result = await run('node', [script, ...args], { env, signal });
  signal.throwIfAborted();
  if (!result.ok) throw new StackError(code, `${what}: ${tail(result.output, 3).replaceAll('\n', ' | ')}${hint}`);
  return result.output;
}

const SAMPLE = 'apps/api/dist/sample.js';

/** Fairmark itself. @type {Product} */
export const product = {
  isBuilt,
  build: (signal) => command(['tools/build.mjs'], { env: {}, signal, code: 'BUILD', what: 'The build failed', hint: '. "npm run build" shows everything.' }),
  migrate: (env, signal) => command(['apps/api/dist/migrate.js'], { env, signal, code: 'MIGRATION', what: 'The database could not be migrated' }),
  hasSample: () => existsSync(path.join(root, SAMPLE)),
  loadSample: (env, signal) => command([SAMPLE], { env, signal, code: 'SAMPLE', what: 'The sample company could not be loaded', hint: '. Start again to go on, or start without it: npm start -- --fresh --no-sample' }),
  administratorLink: async (env, signal) => {
    const printed = await command(['apps/api/dist/admin-invite.js', '--first'], { env, signal, code: 'ADMINISTRATOR', what: 'The link for the first administrator could not be made' });
    return printed.trim().split('\n').find((line) => URL.canParse(line));
  },
  processes: [
    { name: 'worker', script: 'apps/worker/dist/main.js' },
    { name: 'api', script: 'apps/api/dist/main.js' },
  ],
};
