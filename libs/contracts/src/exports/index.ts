import { z } from 'zod';
import { Id, Instant } from '../common/index.js';

/** `payroll`: lines of a cycle as CSV. `personal`: what the product keeps about the person who asks, as JSON. */
export const ExportKind = z.enum(['payroll', 'personal']).meta({ id: 'ExportKind' });
export type ExportKind = z.infer<typeof ExportKind>;

/** `waiting`: being built. `ready`: may be downloaded by who asked, until `expiresAt`. `expired`: the file is gone. */
export const ExportState = z.enum(['waiting', 'ready', 'expired']).meta({ id: 'ExportState' });
export type ExportState = z.infer<typeof ExportState>;

/** A file that somebody asked for. `bytes` is its size once it is ready. */
export const ExportView = z
  .object({ id: Id, kind: ExportKind, cycle: z.object({ id: Id, name: z.string() }).nullable(), state: ExportState, requestedAt: Instant, readyAt: Instant.nullable(), expiresAt: Instant.nullable(), bytes: z.int().nullable() })
  .meta({ id: 'ExportView' });
export type ExportView = z.infer<typeof ExportView>;

/** Answer of `GET /exports`: the reader's own, newest first. */
export const ExportList = z.object({ exports: z.array(ExportView) }).meta({ id: 'ExportList' });
export type ExportList = z.infer<typeof ExportList>;

/** Body of the outbox channel `export`: an id, nothing about anybody. */
export interface ExportBody {
  exportId: string;
}
