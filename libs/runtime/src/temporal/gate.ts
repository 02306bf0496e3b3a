import { setTimeout as sleep } from 'node:timers/promises';

/** Lets at most `limit` callers per key run at once; the others wait in order, until their deadline. */
export class Gate {
  private readonly running = new Map<string, number>();
  private readonly waiting = new Map<string, (() => void)[]>();

  constructor(private readonly limit: number) {}

  async pass<T>(key: string, end: number, late: () => Error, work: () => Promise<T>): Promise<T> {
    await this.enter(key, end, late);
    try {
      return await work();
    } finally {
      this.leave(key);
    }
  }

  private async enter(key: string, end: number, late: () => Error): Promise<void> {
    const count = this.running.get(key) ?? 0;
    if (count < this.limit) {
      this.running.set(key, count + 1);
      return;
    }
    const queue = this.waiting.get(key) ?? [];
    this.waiting.set(key, queue);
    const timer = new AbortController();
    let admit = (): void => undefined;
    const turn = new Promise<'turn'>((resolve) => (admit = () => resolve('turn')));
    queue.push(admit);
    const expiry = sleep(Math.max(0, end - Date.now()), 'late' as const, { signal: timer.signal }).catch(() => 'late' as const);
    const first = await Promise.race([turn, expiry]);
    timer.abort();
    if (first === 'turn') return;
    this.withdraw(key, admit);
    throw late();
  }

  /** A place that was given in the same moment as the deadline passes on to the next. */
  private withdraw(key: string, admit: () => void): void {
    const queue = this.waiting.get(key) ?? [];
    const at = queue.indexOf(admit);
    if (at >= 0) queue.splice(at, 1);
    else this.leave(key);
  }

  /** The place goes to the next waiting caller, so the count stays; the last one clears the key. */
  private leave(key: string): void {
    const next = this.waiting.get(key)?.shift();
    if (next) return next();
    const count = (this.running.get(key) ?? 1) - 1;
    if (count > 0) this.running.set(key, count);
    else {
      this.running.delete(key);
      this.waiting.delete(key);
    }
  }
}
