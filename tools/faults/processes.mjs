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

const BACK = /^(\w+) runs again$/;

/** The processes of one throw-away stack, as the supervisor has written them down and says what becomes of them. */
export class Processes {
  /** How often the supervisor has brought each one back. @type {Map<string, number>} */
  #returns = new Map();

  /** @param {{ home: string, url: string }} target */
  of({ home, url }) {
    Object.assign(this, { home, url });
    return this;
  }

  /** What the supervisor reports. @param {string} line */
  hear(line) {
    const [, name] = BACK.exec(line) ?? [];
    if (name) this.#returns.set(name, this.returns(name) + 1);
  }

  returns(name) {
    return this.#returns.get(name) ?? 0;
  }

  /** A process may be on its way back from the end of another one. @param {string} name @returns {Promise<import('../stack/processes.mjs').ProcessIdentity>} */
  running(name) {
    return until(`the ${name} runs`, () => listPidFiles(this.home).find((one) => one.name === name && isAlive(one) && identify(one.pid)?.command === one.command));
  }

  /** Stops processes where they are; they can still be killed. @param {string[]} names */
  async freeze(names) {
    for (const name of names) signalProcess((await this.running(name)).pid, 'SIGSTOP');
  }

  /** Kills all of them in one go, and waits until the supervisor has brought them back and everything is ready. @param {string[]} names */
  async killAndWait(names) {
    const victims = await Promise.all(names.map(async (name) => ({ name, before: this.returns(name), pid: (await this.running(name)).pid })));
    for (const { pid } of victims) signalProcess(pid, 'SIGKILL');
    // The API may have heard from a worker that is dead by now: readiness alone does not tell.
    for (const { name, before } of victims) await until(`the ${name} runs again`, () => this.returns(name) > before);
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
