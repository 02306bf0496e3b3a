import { DomainError } from '@fairmark/domain/common';
import { unknownSubject, type OrgWrite } from '@fairmark/domain/org';
import { sql, type Executor } from '../../database/index.js';

/** Writes of one kind. */
export type WriteOf<Op extends OrgWrite['op']> = Extract<OrgWrite, { op: Op }>;

/** Carries out a batch of one kind of write as one statement. */
export type Writer<Op extends OrgWrite['op']> = (tx: Executor, batch: readonly WriteOf<Op>[]) => Promise<void>;

/** A batch as one parameter, to be read with `jsonb_to_recordset`: one statement for thousands of rows, whatever their number. */
export function rows(batch: readonly object[]) {
  return sql`${JSON.stringify(batch)}::jsonb`;
}

/** Every write must have met its row: a key that is unknown here means that the organisation is not the one that was planned against. */
export function expectRows(batch: readonly unknown[], changed: number): void {
  if (changed !== batch.length) throw new DomainError(unknownSubject, { expected: batch.length, found: changed });
}
