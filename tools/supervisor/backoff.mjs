/** A process that ran this long is sound again: the next restart is quick. */
const SOUND_AFTER_MS = 60_000;

/** Growing waits between restarts, so that a process that cannot run does not use up the machine. */
export class Backoff {
  #delay;

  /** @param {{ firstMs?: number, maxMs?: number }} [limits] */
  constructor({ firstMs = 500, maxMs = 30_000 } = {}) {
    this.firstMs = firstMs;
    this.maxMs = maxMs;
    this.#delay = firstMs;
  }

  /** Milliseconds to wait before the next start. @param {number} ranForMs how long the process had been ready */
  next(ranForMs) {
    if (ranForMs >= SOUND_AFTER_MS) this.#delay = this.firstMs;
    const delay = this.#delay;
    this.#delay = Math.min(delay * 2, this.maxMs);
    return delay;
  }
}
