import { inStopOrder, listPidFiles, isAlive, identify, removePidFile, signalProcess } from '../stack/index.mjs';
import { Supervised } from './supervised.mjs';

/** All services of one installation, started as they are added and stopped in order. */
export class Group {
  /** @type {Supervised[]} */
  #members = [];
  #stopped;

  /** @param {string} home @param {(line: string) => void} report */
  constructor(home, report) {
    this.home = home;
    this.report = report;
  }

  /** Starts a service and keeps it running. @param {import('./supervised.mjs').Service} service @param {import('./backoff.mjs').Backoff} [backoff] */
  async add(service, backoff) {
    const member = new Supervised(service, this.report, backoff);
    this.#members.push(member);
    await member.start();
  }

  /**
   * One after the other: the API refuses new requests and answers those under way, for which it needs the worker; then worker
   * (with the relay), Temporal and PostgreSQL.
   */
  stop() {
    this.#stopped ??= this.#stopAll();
    return this.#stopped;
  }

  async #stopAll() {
    for (const member of inStopOrder(this.#members)) await member.stop();
  }

  /** Ends everything at once, without asking. */
  kill() {
    for (const record of listPidFiles(this.home)) {
      if (!isAlive(record) || identify(record.pid)?.command !== record.command) continue;
      signalProcess(record.pid, 'SIGKILL', true);
      removePidFile(this.home, record.name);
    }
  }
}
