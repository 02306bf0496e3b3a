import { createServer } from 'node:net';

/** Listens for a moment. @param {number} port @param {string} host @returns {Promise<number>} the port that was free */
function tryListen(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
}

/** A port nobody listens on. @param {string} [host] */
export const freePort = (host = '127.0.0.1') => tryListen(0, host);

/** Whether this process could listen there. @param {number} port @param {string} [host] */
export async function isPortFree(port, host = '127.0.0.1') {
  return tryListen(port, host).then(() => true, () => false);
}

/** The preferred port when it is free, another one otherwise. @param {number | undefined} preferred */
export async function preferPort(preferred) {
  return preferred && (await isPortFree(preferred)) ? preferred : freePort();
}
