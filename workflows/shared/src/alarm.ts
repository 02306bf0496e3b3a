import { CancellationScope, sleep } from '@temporalio/workflow';

/** One timer for the earliest instant. It is started anew only when that instant changes: each start and each cancellation is an event in the history. */
export class Alarm {
  private at: number | null = null;
  private scope: CancellationScope | null = null;

  constructor(private readonly ring: () => void) {}

  /** Rings at an instant (milliseconds), at once when it has passed; null: not at all. */
  set(at: number | null): void {
    if (at === this.at) return;
    this.scope?.cancel();
    this.at = at;
    this.scope = at === null ? null : this.start(at);
  }

  private start(at: number): CancellationScope {
    const scope = new CancellationScope();
    const rings = scope.run(() => sleep(Math.max(1, at - Date.now())));
    // Cancelled when another instant took its place; nothing else makes a timer fail.
    rings.then(() => this.rang(scope), () => undefined);
    return scope;
  }

  private rang(scope: CancellationScope): void {
    if (this.scope !== scope) return;
    this.at = null;
    this.scope = null;
    this.ring();
  }
}
