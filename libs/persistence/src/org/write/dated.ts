import type { RowLine } from '@fairmark/domain/org';
import { sql, type Executor } from '../../database/index.js';
import { lineTables, type LineTable } from '../snapshot/tables.js';
import { expectRows, rows } from './batch.js';

/** A statement about the rows of one line. */
type LineWriter = (tx: Executor, names: LineTable, batch: readonly object[]) => Promise<number>;

/** Rows of each line go to their own table; within a line the order of the plan stays. */
function perLine(write: LineWriter) {
  return async (tx: Executor, batch: readonly { line: RowLine }[]): Promise<void> => {
    for (const line of Object.keys(lineTables) as RowLine[]) {
      const own = batch.filter((row) => row.line === line);
      if (own.length > 0) expectRows(own, await write(tx, lineTables[line], own));
    }
  };
}

const raw = (text: string) => sql.raw(text);
const subject = (names: LineTable) => raw(`join ${names.subjectTable} s on s.${names.subjectKey} = r.subject`);
const value = ({ value }: LineTable) => (value.table === null ? { join: raw(''), id: raw('r.value') } : { join: raw(`join ${value.table} v on v.${value.key} = r.value`), id: raw('v.id') });

export const insertRow = perLine(async (tx, names, batch) => {
  const { join, id } = value(names);
  return tx.run(sql`
    insert into ${raw(names.table)} (${raw(names.subjectId)}, ${raw(names.value.column)}, valid_from, valid_to)
    select s.id, ${id}, r."validFrom", r."validTo" from jsonb_to_recordset(${rows(batch)}) as r(subject text, value text, "validFrom" date, "validTo" date) ${subject(names)} ${join}`);
});

export const correctRow = perLine(async (tx, names, batch) => {
  const { join, id } = value(names);
  return tx.run(sql`
    update ${raw(names.table)} t set ${raw(names.value.column)} = ${id}, valid_to = r."validTo", recorded_at = now()
    from jsonb_to_recordset(${rows(batch)}) as r(subject text, value text, "validFrom" date, "validTo" date) ${subject(names)} ${join}
    where t.${raw(names.subjectId)} = s.id and t.valid_from = r."validFrom"`);
});

export const endRow = perLine(async (tx, names, batch) =>
  tx.run(sql`
    update ${raw(names.table)} t set valid_to = r."validTo", recorded_at = now()
    from jsonb_to_recordset(${rows(batch)}) as r(subject text, "validFrom" date, "validTo" date) ${subject(names)}
    where t.${raw(names.subjectId)} = s.id and t.valid_from = r."validFrom"`));

export const removeRow = perLine(async (tx, names, batch) =>
  tx.run(sql`
    delete from ${raw(names.table)} t using jsonb_to_recordset(${rows(batch)}) as r(subject text, "validFrom" date) ${subject(names)}
    where t.${raw(names.subjectId)} = s.id and t.valid_from = r."validFrom"`));
