import type { OrgChangeEffect, OrgFileKind } from '@fairmark/contracts/org';
import { assertNever } from '../../common/index.js';
import type { RowChange } from '../dated.js';
import type { LocalDate } from '../snapshot.js';
import type { RowLine } from './changes.js';
import type { PlanContext } from './context.js';

/** Where row changes come from: the row of the file for a day, and what that row as a whole means. */
export type RowOrigin = { file: OrgFileKind; rowOf: (from: LocalDate) => number; rowEffect: OrgChangeEffect };

/** Turns the differences of one dated line into writes. */
export function emitRows(context: PlanContext, line: RowLine, subject: string, differences: readonly RowChange<string>[], origin: RowOrigin): void {
  for (const difference of differences) {
    const { row } = difference;
    const key = { line, subject, validFrom: row.validFrom };
    const add = (effect: OrgChangeEffect, at: LocalDate, write: Parameters<typeof context.changes.add>[4]) =>
      context.changes.add(origin.file, origin.rowOf(at), effect, origin.rowEffect, write);
    switch (difference.kind) {
      case 'insert':
        add('added', row.validFrom, { op: 'insertRow', ...key, value: row.value, validTo: row.validTo });
        break;
      case 'remove':
        add('ended', row.validFrom, { op: 'removeRow', ...key });
        break;
      case 'end':
        add(ends(row.validTo, difference.validTo), difference.validTo ?? row.validFrom, { op: 'endRow', ...key, validTo: difference.validTo });
        break;
      case 'correct':
        add('changed', row.validFrom, { op: 'correctRow', ...key, value: difference.value, validTo: difference.validTo });
        break;
      default:
        assertNever(difference);
    }
  }
}

/** A row that now ends earlier is ended; one that goes on longer is changed. */
export function ends(old: LocalDate | null, next: LocalDate | null): OrgChangeEffect {
  return next !== null && (old === null || next < old) ? 'ended' : 'changed';
}
