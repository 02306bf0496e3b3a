import { createWriteStream } from 'node:fs';
import { once } from 'node:events';

/**
 * @typedef {{ scenario: string, row: number, part: 'act' | 'look' | 'find', as: string }} Tag which row of which scenario an exchange belongs to, and in whose part it was sent
 * @typedef {object} Exchange one request and what came back, as the sender saw it
 * @property {string} at @property {string} actorId @property {string} method @property {string} path
 * @property {string | null} key Idempotency-Key of a decision @property {unknown} body
 * @property {number} status 0 when no answer came @property {unknown} answer @property {number} ms
 * @property {Tag} [tag]
 */

/** The driver's own record of all requests and answers, one JSON line each. It is what the checker holds the servers to. */
export class ExchangeLog {
  /** @param {string} file */
  constructor(file) {
    this.file = file;
    this.closed = false;
    this.stream = createWriteStream(file, { flags: 'a', mode: 0o600 });
  }

  /** @param {Exchange} exchange */
  write(exchange) {
    this.stream.write(`${JSON.stringify(exchange)}\n`);
  }

  async close() {
    this.closed = true;
    this.stream.end();
    await once(this.stream, 'finish');
  }
}
