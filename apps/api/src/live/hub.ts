import type { LiveEvent } from '@fairmark/contracts/inbox';
import type { Relation } from '@fairmark/domain/access';

/** What a transaction tells with its commit (channel `live`). `to`: for this person only. */
export interface LiveMessage {
  kind: LiveEvent['kind'];
  id?: string;
  to?: string;
}

/** One open page of one person. */
export interface Listener {
  employeeId: string;
  send(event: LiveEvent): void;
  /** The server stops: the page connects to another one. */
  end(): void;
}

export type MayHear = (employeeId: string, kind: Exclude<LiveEvent['kind'], 'notice'>, id: string) => Promise<boolean>;

/** Changes of one object within this time are one event: a sign-off touches a session many times. */
const GATHER_MS = 250;
/** Checks at once: live events must not take the pool from requests. */
const AT_ONCE = 2;
/** Relations that are about aggregates or administration, not about one person's matter. */
const OUTSIDERS: readonly Relation[] = ['stranger', 'admin', 'lead', 'sponsor'];

/** Whether somebody with these relations hears that an object changed. */
export const concerned = (relations: ReadonlySet<Relation>): boolean => [...relations].some((relation) => !OUTSIDERS.includes(relation));

/** Spreads what the database tells to the open pages of people who may know. */
export class LiveHub {
  private readonly listeners = new Set<Listener>();
  private readonly gathered = new Map<string, LiveMessage>();
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly mayHear: MayHear,
    private readonly onError: (error: unknown) => void,
  ) {}

  add(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  receive(message: LiveMessage): void {
    if (this.listeners.size === 0) return;
    this.gathered.set(`${message.kind}/${message.id ?? ''}/${message.to ?? ''}`, message);
    this.timer ??= setTimeout(() => this.flush(), GATHER_MS).unref();
  }

  /** Ends gathering, waits for what is being spread and lets the pages go: an open page would hold the server. */
  async close(): Promise<void> {
    clearTimeout(this.timer);
    this.gathered.clear();
    await this.running;
    for (const listener of this.listeners) listener.end();
  }

  private flush(): void {
    const messages = [...this.gathered.values()];
    this.gathered.clear();
    this.timer = undefined;
    this.running = this.running.then(() => this.spread(messages)).catch(this.onError);
  }

  private async spread(messages: LiveMessage[]): Promise<void> {
    const next = async (): Promise<void> => {
      for (let message = messages.shift(); message; message = messages.shift()) await this.deliver(message);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, next));
  }

  private async deliver({ kind, id, to }: LiveMessage): Promise<void> {
    if (kind === 'notice') return this.send({ kind, id: null }, (listener) => listener.employeeId === to);
    if (!id) return;
    for (const employeeId of new Set([...this.listeners].map((listener) => listener.employeeId)))
      if (await this.mayHear(employeeId, kind, id)) this.send({ kind, id }, (listener) => listener.employeeId === employeeId);
  }

  private send(event: LiveEvent, who: (listener: Listener) => boolean): void {
    for (const listener of this.listeners) if (who(listener)) listener.send(event);
  }
}
