import { freePort, isPortFree, preferPort, StackError } from '../stack/index.mjs';
import { readHome, recordHome } from './home.mjs';

/** @param {number} port @param {string} host @throws {StackError} PORT_TAKEN */
export async function refuseTakenPort(port, host) {
  if (!(await isPortFree(port, host))) throw new StackError('PORT_TAKEN', `Port ${port} on ${host} is taken by another program. Stop it, or choose another port: npm start -- --port ${port === 65_535 ? 3000 : port + 1}`);
}

/**
 * Ports of the servers behind the API: those of the last start where they are still free.
 * @param {string} home @param {number} apiPort
 * @returns {Promise<{ postgres: number, temporal: number, temporalUi: number }>}
 */
export async function serverPorts(home, apiPort) {
  const last = readHome(home).ports ?? {};
  const choose = async (preferred) => preferPort(preferred === apiPort ? await freePort() : preferred);
  const ports = { postgres: await choose(last.postgres), temporal: await choose(last.temporal ?? 7233), temporalUi: await choose(last.temporalUi ?? 8233) };
  recordHome(home, { ports });
  return ports;
}
