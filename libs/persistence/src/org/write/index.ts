import { writeOrder, type OrgChange, type OrgWrite } from '@fairmark/domain/org';
import type { Executor } from '../../database/index.js';
import type { WriteOf, Writer } from './batch.js';
import { insertCommunity, updateCommunity } from './communities.js';
import { correctRow, endRow, insertRow, removeRow } from './dated.js';
import { insertDepartment, insertPosition, setDepartmentHead, updateDepartment, updatePosition } from './departments.js';
import { insertEmployee, parkEmails, renumberEmployee, updateEmployee } from './employees.js';
import { insertAssignment, insertLeave, removeAssignment, updateAssignment, updateLeave } from './work.js';

const writers: { [Op in OrgWrite['op']]: Writer<Op> } = {
  insertDepartment, updateDepartment, setDepartmentHead, insertPosition, updatePosition, renumberEmployee, insertEmployee, updateEmployee, insertCommunity, updateCommunity,
  removeRow, endRow, correctRow, insertRow, updateLeave, insertLeave, removeAssignment, updateAssignment, insertAssignment,
};

/** Rows a statement: large enough to make round trips cheap, small enough to show progress and to keep the parameter under 1 MB. */
const batchSize = 2_000;

/**
 * Carries planned changes out in the order in which they satisfy keys and the ban on overlapping rows. Runs inside the caller's
 * transaction; `onProgress` is told how many of the changes are written.
 * @throws {DomainError} ORG.UNKNOWN_SUBJECT when the organisation is not the one planned against
 */
export async function writeChanges(tx: Executor, changes: readonly OrgChange[], onProgress: (done: number) => Promise<void> = async () => undefined): Promise<void> {
  await parkEmails(tx, changes.filter((change): change is Extract<OrgChange, WriteOf<'updateEmployee'>> => change.op === 'updateEmployee'));
  const byOp = Map.groupBy(changes, (change) => change.op);
  let done = 0;
  for (const op of writeOrder) {
    const write = writers[op] as (tx: Executor, batch: readonly OrgWrite[]) => Promise<void>;
    const all = byOp.get(op) ?? [];
    for (let start = 0; start < all.length; start += batchSize) {
      const batch = all.slice(start, start + batchSize);
      await write(tx, batch);
      done += batch.length;
      await onProgress(done);
    }
  }
}
