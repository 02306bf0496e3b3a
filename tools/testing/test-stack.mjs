import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findTemporal, setUpDatabase, startPostgres, startTemporal, StackError, TEMPORAL_CLI, TEMPORAL_TEST_SERVER, homeDir, ensureDir } from '../stack/index.mjs';

/** Test clusters live for one run; their passwords protect nothing. */
const PASSWORD = 'fairmark-test';
const passwords = { owner: PASSWORD, app: PASSWORD };

/** The database every test database is copied from. Roles, schemas and extensions are in it; migrations come later. */
export const TEMPLATE = 'fairmark_template';

/** Paths of Temporal's binaries for tests that start a server themselves; missing ones are left out with their reason. */
export async function temporalPaths(home = ensureDir(homeDir())) {
  const found = {};
  for (const [setting, binary] of [['TEMPORAL_CLI_PATH', TEMPORAL_CLI], ['TEMPORAL_TEST_SERVER_PATH', TEMPORAL_TEST_SERVER]]) {
    try {
      found[setting] = (await findTemporal({ home, binary })).path;
    } catch (error) {
      if (!(error instanceof StackError)) throw error;
      found[`${setting}_MISSING`] = error.message;
    }
  }
  return found;
}

/** Environment that tests read to reach a test cluster. */
async function databaseEnv(postgres) {
  const { ownerUrl, appUrl } = await setUpDatabase(postgres.url, TEMPLATE, passwords);
  return { TEST_DATABASE_URL: postgres.url(), TEST_DATABASE_OWNER_URL: ownerUrl, TEST_DATABASE_APP_URL: appUrl, TEST_DATABASE_TEMPLATE: TEMPLATE };
}

/**
 * Starts a throw-away PostgreSQL and, when asked, a Temporal server in memory.
 * @param {{ temporal?: boolean }} [options]
 * @returns {Promise<{ env: Record<string, string>, stop: () => Promise<void> }>}
 */
export async function startTestStack({ temporal = false } = {}) {
  const home = mkdtempSync(path.join(os.tmpdir(), 'fairmark-test-'));
  // The database user must be able to enter a folder that mkdtemp made for this user only.
  chmodSync(home, 0o711);
  const servers = [];
  const stop = async () => {
    for (const server of servers.reverse()) await server.stop('immediate');
    rmSync(home, { recursive: true, force: true });
  };
  try {
    const postgres = await startPostgres({ home, password: PASSWORD, ephemeral: true });
    servers.push(postgres);
    const env = { ...(await databaseEnv(postgres)), ...(await temporalPaths()) };
    if (temporal) {
      const server = await startTemporal({ home, cli: (await findTemporal({ home: homeDir() })).path, ephemeral: true });
      servers.push(server);
      Object.assign(env, { TEST_TEMPORAL_ADDRESS: server.address, TEMPORAL_ADDRESS: server.address, TEMPORAL_NAMESPACE: server.namespace });
    }
    return { env, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
