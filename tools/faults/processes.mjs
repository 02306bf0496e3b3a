import { setTimeout as sleep } from 'node:timers/promises';
import { identify, isAlive, listPidFiles, signalProcess } from '../stack/index.mjs';

/** A machine that does much else starts a server slowly; waits between restarts grow to half a minute. */
const BACK_WITHIN_MS = 240_000;
const EVERY_MS = 20;

/** Asks again and again until there is something. @template T @param {string} what @param {() => Promise<T> | T} ask @param {number} [withinMs] @returns {Promise<NonNullable<T>>} */
export async function until(what, ask, withinMs = BACK_WITHIN_MS) {
  const end = Date.now() + withinMs;
  for (;;) {
    const found = await ask();
    if (found) return found;
    if (Date.now() > end) throw new Error(`Waited too long until ${what}.`);
    await sleep(EVERY_MS);
  }
}

/** The processes of one throw-away stack, as the supervisor has written them down. */
export class Processes {
  /** @param {{ home: string, url: string }} target */
  constructor({ home, url }) {
    Object.assign(this, { home, url });
  }

  /** @param {string} name @returns {import('../stack/processes.mjs').ProcessIdentity} */
  running(name) {
    const record = listPidFiles(this.home).find((one) => one.name === name);
    if (!record || !isAlive(record) || identify(record.pid)?.command !== record.command) throw new Error(`The ${name} does not run.`);
    return record;
  }

  /** Stops processes where they are; they can still be killed. @param {string[]} names */
  freeze(names) {
    for (const name of names) signalProcess(this.running(name).pid, 'SIGSTOP');
  }

  /** Kills all of them in one go, and waits until the supervisor has brought them back and everything is ready. @param {string[]} names */
  async killAndWait(names) {
    const victims = names.map((name) => ({ name, ...this.running(name) }));
    for (const { pid } of victims) signalProcess(pid, 'SIGKILL');
    for (const { name, pid, startTime } of victims) await until(`the ${name} runs again`, () => listPidFiles(this.home).some((one) => one.name === name && isAlive(one) && (one.pid !== pid || one.startTime !== startTime)));
    await until('everything is ready again', () => this.ready());
  }

  async ready() {
    try {
      return (await fetch(`${this.url}/api/health/ready`, { signal: AbortSignal.timeout(10_000) })).ok;
    } catch {
      return false;
    }
  }
}
