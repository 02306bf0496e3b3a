import type { OutboxChannel } from '@fairmark/persistence/process';

/** One message that waits to leave the database. */
export interface OutboxRow {
  id: string;
  channel: OutboxChannel;
  body: Record<string, unknown>;
  attempts: number;
}

/** `later`: not delivered, the row stays and is tried again after a while. */
export type Relayed = 'done' | 'later';

/** Hands one message to where its channel leads. Idempotent: a row can be handed over again after a crash. */
export type Deliver = (row: OutboxRow) => Promise<Relayed>;
