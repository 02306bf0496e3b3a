import { listPidFiles, isAlive, identify, removePidFile, signalProcess } from '../stack/index.mjs';
import { Supervised } from './supervised.mjs';

/** Those who use a server end before it does; whoever does not stand here comes first. */
const STOP_ORDER = ['worker', 'api', 'temporal', 'postgres'];

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

  /** The API first refuses new requests; then worker, API, Temporal and PostgreSQL end one after the other. */
  stop() {
    this.#stopped ??= this.#stopAll();
    return this.#stopped;
  }

  async #stopAll() {
    for (const member of this.#members) if (member.name === 'api') member.send({ drain: true });
    const rank = (member) => STOP_ORDER.indexOf(member.name);
    for (const member of [...this.#members].sort((a, b) => rank(a) - rank(b))) await member.stop();
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
