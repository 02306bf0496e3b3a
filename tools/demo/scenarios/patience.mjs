import { setTimeout as sleep } from 'node:timers/promises';

const EVERY_MS = 300;

/** Asks again until there is something. @template T @param {string} what @param {() => Promise<T>} ask @param {number} [withinMs] @returns {Promise<NonNullable<T>>} */
export async function until(what, ask, withinMs = 120_000) {
  const end = Date.now() + withinMs;
  for (;;) {
    const found = await ask();
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited too long until ${what}`);
    await sleep(EVERY_MS);
  }
}

/** Lets one after the other do something. */
export class Turns {
  #last = Promise.resolve();

  /** @template T @param {() => Promise<T>} work @returns {Promise<T>} */
  take(work) {
    const mine = this.#last.then(work);
    this.#last = mine.then(() => {}, () => {});
    return mine;
  }
}
