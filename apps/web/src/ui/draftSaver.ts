export type DraftState = 'idle' | 'saving' | 'saved' | 'notSaved';

const PAUSE_MS = 800;
/** What could not be saved, because the server or the session is gone, is tried again until it is safe. */
const AGAIN_MS = 5_000;

/** Saves what is typed after a pause, one request at a time, so that an older text never arrives after a newer one. */
export class DraftSaver<T extends object> {
  private waiting: { timer: ReturnType<typeof setTimeout>; body: T } | null = null;
  private sending: Promise<void> = Promise.resolve();
  private left = false;

  constructor(
    private readonly send: (body: T) => Promise<unknown>,
    private readonly tell: (state: DraftState) => void,
  ) {}

  /** The page is on screen: failures are tried again. */
  enter(): void {
    this.left = false;
  }

  /** The page is left: what waits is sent at once. */
  leave(): void {
    this.left = true;
    this.flush();
  }

  save(body: T, afterMs = PAUSE_MS): void {
    if (this.waiting) clearTimeout(this.waiting.timer);
    this.waiting = { body, timer: setTimeout(() => this.flush(), afterMs) };
  }

  private flush(): void {
    const next = this.waiting;
    if (!next) return;
    clearTimeout(next.timer);
    this.waiting = null;
    this.tell('saving');
    this.sending = this.sending.then(() => this.send(next.body)).then(() => this.tell('saved'), () => this.failed(next.body));
  }

  private failed(body: T): void {
    this.tell('notSaved');
    if (!this.waiting && !this.left) this.save(body, AGAIN_MS);
  }
}
