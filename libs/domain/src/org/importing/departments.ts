import { OrgErrors } from '@fairmark/contracts/errors';
import type { Department, Position } from '../snapshot.js';
import { readCountry } from './cells.js';
import type { PlanContext } from './context.js';
import { difference } from './difference.js';
import { readerFor } from './files.js';
import { RowsByKey } from './rows-by-key.js';
import type { RowReader } from './row-reader.js';

/** Country of people and departments when nothing says otherwise; it chooses the calendar of working days. */
export const defaultCountry = 'CN';

/** Reads departments; heads are judged after the employees, `planDepartmentHeads`. Returns the row of each code. */
export function planDepartments(context: PlanContext): RowsByKey {
  const rows = new RowsByKey();
  const table = context.tables.get('departments');
  if (!table) return rows;
  const reader = readerFor(table, context.issues);
  table.records.forEach((record, index) => {
    if (!reader.load(record, index + 2)) return;
    const next = readDepartment(reader, context);
    if (next.code !== '') rows.claim(reader, 'code', next.code);
    if (reader.failed) context.refused.departments.add(next.code);
    else context.departments.set(next.code, next);
  });
  checkParents(context, rows);
  emitDepartments(context, rows);
  return rows;
}

function readDepartment(reader: RowReader, context: PlanContext): Department {
  const code = reader.needCode('code');
  const old = context.current.departments.get(code);
  return {
    code,
    name: reader.need('name'),
    nameEn: reader.has('name_en') ? reader.text('name_en') : (old?.nameEn ?? null),
    parentCode: reader.has('parent_code') ? reader.code('parent_code') : (old?.parentCode ?? null),
    headNumber: reader.has('head_number') ? reader.code('head_number') : (old?.headNumber ?? null),
    country: readCountry(reader) ?? old?.country ?? defaultCountry,
  };
}

function checkParents(context: PlanContext, rows: RowsByKey): void {
  for (const { code, parentCode } of context.departments.values()) {
    const row = rows.rowOf(code);
    if (parentCode === null) continue;
    if (!context.knows('departments', parentCode)) {
      context.issues.add('departments', row, 'parent_code', OrgErrors.unknownDepartment, { code: parentCode });
      continue;
    }
    const seen = new Set<string>();
    let above: string | null = parentCode;
    while (above !== null && above !== code && !seen.has(above)) {
      seen.add(above);
      above = context.department(above)?.parentCode ?? null;
    }
    if (above === code) context.issues.add('departments', row, 'parent_code', OrgErrors.departmentLoop, { code });
  }
}

/** Parents come before their children, so that each insert finds what it refers to. */
function emitDepartments(context: PlanContext, rows: RowsByKey): void {
  const emitted = new Set<string>();
  const emit = (next: Department): void => {
    if (emitted.has(next.code)) return;
    emitted.add(next.code);
    const parent = next.parentCode === null ? undefined : context.departments.get(next.parentCode);
    if (parent) emit(parent);
    const old = context.current.departments.get(next.code);
    const { headNumber: _head, ...department } = next;
    const row = rows.rowOf(next.code);
    if (!old) return context.changes.add('departments', row, 'added', 'added', { op: 'insertDepartment', department });
    const set = difference(old, next, ['name', 'nameEn', 'parentCode', 'country']);
    if (set) context.changes.add('departments', row, 'changed', 'changed', { op: 'updateDepartment', code: next.code, set });
  };
  for (const department of context.departments.values()) emit(department);
}

/** Heads must be known and must not have left. Runs when the employees of the set are known. */
export function planDepartmentHeads(context: PlanContext, rows: RowsByKey): void {
  for (const { code, headNumber } of context.departments.values()) {
    const row = rows.rowOf(code);
    const head = headNumber === null ? undefined : context.employee(headNumber);
    if (headNumber !== null && !context.knows('employees', headNumber)) {
      context.issues.add('departments', row, 'head_number', OrgErrors.unknownHead, { number: headNumber });
    } else if (head?.leftOn && head.leftOn < context.options.today) {
      context.issues.add('departments', row, 'head_number', OrgErrors.headLeft, { number: head.number, leftOn: head.leftOn });
    } else if (headNumber !== (context.current.departments.get(code)?.headNumber ?? null)) {
      context.changes.add('departments', row, 'changed', 'changed', { op: 'setDepartmentHead', code, headNumber });
    }
  }
}

/** Reads positions and plans their writes. */
export function planPositions(context: PlanContext): void {
  const table = context.tables.get('positions');
  if (!table) return;
  const rows = new RowsByKey();
  const reader = readerFor(table, context.issues);
  table.records.forEach((record, index) => {
    if (!reader.load(record, index + 2)) return;
    const code = reader.needCode('code');
    const old = context.current.positions.get(code);
    const nameEn = reader.has('name_en') ? reader.text('name_en') : (old?.nameEn ?? null);
    const next: Position = { code, name: reader.need('name'), nameEn };
    if (code !== '') rows.claim(reader, 'code', code);
    if (reader.failed) return void context.refused.positions.add(code);
    context.positions.set(code, next);
    if (!old) return context.changes.add('positions', reader.row, 'added', 'added', { op: 'insertPosition', position: next });
    const set = difference(old, next, ['name', 'nameEn']);
    if (set) context.changes.add('positions', reader.row, 'changed', 'changed', { op: 'updatePosition', code, set });
  });
}
