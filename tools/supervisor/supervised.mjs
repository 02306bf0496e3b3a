import { Backoff } from './backoff.mjs';

/**
 * @typedef {object} Running a process that is ready
 * @property {import('../stack/background.mjs').Background} background
 * @property {() => Promise<void>} stop asks it to end and waits until it is gone
 */
/** @typedef {{ name: string, start: (signal: AbortSignal) => Promise<Running> }} Service */

/** One service, started again whenever it ends by itself. Its first start either succeeds or is the caller's failure. */
export class Supervised {
  #service;
  #report;
  #backoff;
  #stopping = new AbortController();
  /** @type {Running | undefined} */
  #running;
  /** @type {Promise<unknown> | undefined} */
  #attempt;
  #timer;

  /** @param {Service} service @param {(line: string) => void} report @param {Backoff} [backoff] */
  constructor(service, report, backoff = new Backoff()) {
    this.#service = service;
    this.#report = report;
    this.#backoff = backoff;
  }

  get name() {
    return this.#service.name;
  }

  /** Starts it and waits until it is ready. */
  start() {
    this.#attempt = this.#launch();
    return this.#attempt;
  }

  /** Stops it for good, also while it is being restarted. */
  async stop() {
    this.#stopping.abort();
    clearTimeout(this.#timer);
    await this.#attempt?.catch(() => {});
    await this.#running?.stop();
  }

  async #launch() {
    const running = await this.#service.start(this.#stopping.signal);
    const since = Date.now();
    this.#running = running;
    const { child } = running.background;
    const ended = () => this.#ended(child, Date.now() - since);
    if (running.background.exited()) ended();
    else child.once('exit', ended);
  }

  #ended(child, ranForMs) {
    this.#running = undefined;
    if (!this.#stopping.signal.aborted) this.#startAgain(`ended (${child.signalCode ?? `code ${child.exitCode}`})`, ranForMs);
  }

  #startAgain(why, ranForMs) {
    const delay = this.#backoff.next(ranForMs);
    this.#report(`${this.name} ${why}; starting it again in ${delay / 1000} s`);
    this.#timer = setTimeout(() => { this.#attempt = this.#restart(); }, delay);
  }

  async #restart() {
    try {
      await this.#launch();
      this.#report(`${this.name} runs again`);
    } catch (error) {
      if (!this.#stopping.signal.aborted) this.#startAgain(`did not start: ${error.message}`, 0);
    }
  }
}
