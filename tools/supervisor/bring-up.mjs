import { existsSync } from 'node:fs';
import path from 'node:path';
import { givenDatabase, ownDatabase, refuseNewerTables } from './database.mjs';
import { needsSample, sampleLoaded } from './first-run.mjs';
import { checkRedis, checkTemporal } from './given-servers.mjs';
import { serverPorts } from './ports.mjs';
import { waitUntilServing } from './serving.mjs';
import { nodeService, postgresService, temporalBinary, temporalService } from './services.mjs';
import { checkSettings, serviceEnv } from './settings.mjs';

/**
 * @typedef {object} Start everything one start needs
 * @property {string} home @property {import('./options.mjs').Options} options @property {NodeJS.ProcessEnv} env
 * @property {import('../stack/secrets.mjs').Secrets} secrets @property {import('./group.mjs').Group} group
 * @property {(line: string) => void} report @property {ReturnType<typeof import('./progress.mjs').progress>} step
 * @property {AbortSignal} signal @property {import('./product.mjs').Product} product
 */

/** PostgreSQL, our own or a given one, with roles and schemas. @param {Start} start @param {number} port */
async function database({ home, env, secrets, group, step }, port) {
  if (env.DATABASE_URL) return step('DATABASE_URL', () => givenDatabase(env, secrets.database), { describe: () => 'PostgreSQL from DATABASE_URL' });
  return step('PostgreSQL', async () => {
    const service = postgresService(home, secrets.database.superuser, port);
    await group.add(service);
    return ownDatabase((name = 'postgres') => `postgres://postgres:${encodeURIComponent(secrets.database.superuser)}@127.0.0.1:${port}/${name}`, secrets.database);
  }, { describe: () => `PostgreSQL on 127.0.0.1:${port}` });
}

/** Temporal, our own or a given one. @param {Start} start @param {import('./ports.mjs').ServerPorts} ports */
async function temporal(start, ports) {
  const { home, env, group, step } = start;
  const namespace = env.TEMPORAL_NAMESPACE || 'fairmark';
  if (env.TEMPORAL_ADDRESS) {
    await step('TEMPORAL_ADDRESS', () => checkTemporal(env.TEMPORAL_ADDRESS, namespace), { describe: () => `Temporal from TEMPORAL_ADDRESS (${env.TEMPORAL_ADDRESS})` });
    return undefined;
  }
  const { cli, source } = await temporalBinary(start);
  await step('Temporal', () => group.add(temporalService(home, ports, cli, namespace)), { describe: () => `Temporal on 127.0.0.1:${ports.temporal}, binary ${source}` });
  return `http://127.0.0.1:${ports.temporalUi}`;
}

/** The last line, all that a person needs. @param {{ env: NodeJS.ProcessEnv, temporalUi?: string, home: string, administratorLink?: string }} of */
function readyLine({ env, temporalUi, home, administratorLink }) {
  const url = env.PUBLIC_URL;
  const accounts = path.join(home, 'sample-accounts.json');
  return [
    `Fairmark is ready: ${url}`,
    `API reference ${url}/api/reference`,
    `queue board ${url}/admin/queues`,
    `Temporal UI ${temporalUi ?? 'of your own server'}`,
    ...(existsSync(accounts) ? [`accounts ${accounts}`] : []),
    ...(administratorLink ? [`first administrator (once, within 72 h) ${administratorLink}`] : []),
  ].join(' | ');
}

/**
 * Starts everything in order. Whatever was started is in the group when this fails.
 * @param {Start} start @returns {Promise<string>} the closing line
 */
export async function bringUp(start) {
  const { home, options, env, secrets, group, step, signal, product } = start;
  if (!product.isBuilt()) await step('building, once after a change', () => product.build(signal), { long: true, describe: () => 'built' });
  const ports = await serverPorts(home, options.port);
  const address = env.TEMPORAL_ADDRESS || `127.0.0.1:${ports.temporal}`;
  const childEnv = (databaseUrl) => serviceEnv({ home, secrets, port: options.port, databaseUrl, temporalAddress: address, env });
  await checkSettings(childEnv(env.DATABASE_URL || 'postgres://fairmark_app@127.0.0.1/fairmark'));
  if (env.REDIS_URL) await checkRedis(env.REDIS_URL);
  const [urls, temporalUi] = await both(database(start, ports.postgres), temporal(start, ports));
  signal.throwIfAborted();
  const services = childEnv(urls.appUrl);
  await refuseNewerTables(urls, home);
  await step('tables', () => product.migrate({ ...services, DATABASE_OWNER_URL: urls.ownerUrl }, signal));
  const sample = await needsSample(home, options.sample && product.hasSample(), urls.appUrl);
  await step('worker and API', () => both(...product.processes.map((process) => group.add(nodeService(home, process, services)))));
  await step('ready', () => waitUntilServing(options.port, { host: services.HOST, signal }));
  if (sample) {
    await step('loading the sample company', () => product.loadSample(services, signal), { long: true, describe: () => 'sample company' });
    sampleLoaded(home);
  }
  const administratorLink = await product.administratorLink(services, signal);
  return readyLine({ env: services, temporalUi, home, administratorLink });
}

/** Waits for all, also when one fails: what is being started must not appear after the stop. */
async function both(...work) {
  const results = await Promise.allSettled(work);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  return results.map((result) => result.value);
}
