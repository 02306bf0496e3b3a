/**
 * Lets one piece of work run at a time, in the order of arrival. Who finds it free takes it without waiting: in workflow code every promise costs a stack
 * trace, so the usual case makes none.
 */
export class Lock {
  private taken = false;
  private readonly waiting: (() => void)[] = [];

  /** Undefined when the lock was free and is now taken; else resolves when it is the caller's turn. */
  enter(): Promise<void> | undefined {
    if (this.taken) return new Promise((resolve) => this.waiting.push(resolve));
    this.taken = true;
    return undefined;
  }

  /** Hands the lock to who waits longest. */
  leave(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.taken = false;
  }
}
