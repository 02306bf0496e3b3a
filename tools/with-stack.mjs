// Runs one of the product's commands with the environment of the running local stack: node tools/with-stack.mjs SCRIPT [arguments].
// Where DATABASE_URL is set (a production installation, a container), the environment is taken as it is.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { homeDir, loadSecrets, lockHolder, root, StackError, roleUrls } from './stack/index.mjs';
import { readHome } from './supervisor/home.mjs';
import { serviceEnv } from './supervisor/settings.mjs';
import { runOnPinnedNode } from './setup/pinned.mjs';

/** @returns {NodeJS.ProcessEnv} */
function environment() {
  const { env } = process;
  if (env.DATABASE_URL) return env;
  const home = homeDir(env);
  const { ports } = readHome(home);
  const holder = lockHolder(home);
  if (!holder || !ports) throw new StackError('NOT_RUNNING', `Fairmark does not run on ${home}. Start it with "npm start", or set DATABASE_URL.`);
  const secrets = loadSecrets(home);
  const { appUrl, ownerUrl } = roleUrls(`postgres://127.0.0.1:${ports.postgres}/fairmark`, secrets.database);
  const services = serviceEnv({ home, secrets, port: holder.port, databaseUrl: appUrl, temporalAddress: env.TEMPORAL_ADDRESS || `127.0.0.1:${ports.temporal}`, env });
  return { ...services, DATABASE_OWNER_URL: ownerUrl };
}

try {
  const [script, ...args] = process.argv.slice(2);
  if (!script || !existsSync(path.join(root, script))) throw new StackError('NOT_BUILT', `${script ?? 'No command'} does not exist. Run "npm run build" first.`);
  Object.assign(process.env, environment());
  process.exitCode = await runOnPinnedNode(script, args);
} catch (error) {
  console.error(error instanceof StackError ? error.message : error);
  process.exitCode = 1;
}
