import { StackError } from '../stack/index.mjs';

const EVERY_MS = 200;
const WITHIN_MS = 90_000;

/** What the API says about itself; undefined once it is ready. @returns {Promise<string | undefined>} */
async function notReady(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    return response.ok ? undefined : (await response.text()).slice(0, 300);
  } catch (error) {
    return error.cause?.message ?? error.message;
  }
}

/**
 * Waits until the API reports that database, Temporal, worker and queues are all there.
 * @param {number} port @param {{ host: string, signal: AbortSignal, withinMs?: number }} options
 * @throws {StackError} NOT_READY
 */
export async function waitUntilServing(port, { host, signal, withinMs = WITHIN_MS }) {
  const address = host === '0.0.0.0' ? '127.0.0.1' : host.includes(':') ? `[${host === '::' ? '::1' : host}]` : host;
  const end = Date.now() + withinMs;
  for (;;) {
    const why = await notReady(`http://${address}:${port}/api/health/ready`);
    if (why === undefined) return;
    signal.throwIfAborted();
    if (Date.now() > end) throw new StackError('NOT_READY', `API and worker started but are not ready: ${why}`);
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
}
