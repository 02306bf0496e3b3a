import type { OrganisationChange } from '@fairmark/contracts/changes';
import { changeErrors } from '@fairmark/contracts/errors';
import { orgEvent, writesOf, type OrgEvent } from '@fairmark/domain/changes';
import { DomainError } from '@fairmark/domain/common';
import { addDays, isEmployed, managerChain, valueAt, type Dated, type Employee, type OrgSnapshot } from '@fairmark/domain/org';
import { appendAudit } from '../audit/index.js';
import { sql, type Executor } from '../database/index.js';
import { lockOrganisation } from '../org/lock.js';
import { loadSnapshot } from '../org/snapshot/load.js';
import { writeChanges } from '../org/write/index.js';
import { registerChanges } from './register.js';

/** Who reports it, under which key; the same key again answers what was made of it the first time. */
export interface Report {
  by: string;
  at: string;
  today: string;
  key: string;
}

/**
 * Writes a change as dated rows and records it as an event, in one transaction. The organisation is locked: an import and a report never overtake each other.
 * @throws {DomainError} `CHANGE.*`
 */
export async function reportChange(tx: Executor, change: OrganisationChange, report: Report): Promise<string> {
  await lockOrganisation(tx);
  const known = await tx.one(sql<{ id: string; kind: string; effectiveOn: string }>`select id, kind, effective_on as "effectiveOn" from org_changes where key = ${report.key}`);
  if (known) {
    if (known.kind !== change.kind || known.effectiveOn !== change.effectiveOn) throw new DomainError(changeErrors.keyReused, { changeId: known.id });
    return known.id;
  }
  const snapshot = await loadSnapshot(tx);
  const event = await eventOf(tx, snapshot, change);
  const writes = writesOf(snapshot, event, { ...(change.kind === 'onLeave' ? { leaveKind: change.leaveKind } : {}), ...(change.kind === 'departmentRenamed' ? { renaming: { name: change.name, nameEn: change.nameEn } } : {}) });
  if (writes.length === 0 && change.kind === 'departmentRenamed') throw new DomainError(changeErrors.nothingChanges);
  await writeChanges(tx, writes);
  const [id] = await registerChanges(tx, [event], { source: 'hr', origin: 'hr', importId: null, by: report.by, at: report.at, today: report.today, reason: change.reason, key: report.key, successorId: change.kind === 'left' ? change.successorId : null });
  if (!id) throw new DomainError(changeErrors.nothingChanges);
  await appendAudit(tx, `org/change/${id}`, { actorId: report.by }, report.at, [{ action: 'orgChange.reported', object: id, after: { kind: change.kind, effectiveOn: change.effectiveOn, rows: writes.length }, texts: { reason: { body: change.reason, ownerId: report.by } } }]);
  return id;
}

/** The event by business keys, checked against the organisation as it is. */
async function eventOf(tx: Executor, snapshot: OrgSnapshot, change: OrganisationChange): Promise<OrgEvent> {
  const { kind, effectiveOn } = change;
  const person = 'employeeId' in change ? await personOf(tx, snapshot, change.employeeId) : null;
  if (person && (effectiveOn < person.hiredOn || (person.leftOn !== null && effectiveOn > person.leftOn && kind !== 'left' && kind !== 'returned'))) throw new DomainError(changeErrors.day);
  const department = 'departmentId' in change ? await departmentOf(tx, change.departmentId) : null;
  const into = 'intoDepartmentId' in change ? await departmentOf(tx, change.intoDepartmentId) : null;
  switch (kind) {
    case 'managerChanged':
      return orgEvent({ kind, number: numberOf(person), effectiveOn, ...managersOf(snapshot, person, await managerOf(tx, snapshot, person, change.managerId, effectiveOn), effectiveOn) });
    case 'transferred':
      return orgEvent({
        kind, number: numberOf(person), effectiveOn, fromDepartment: before(person?.departments ?? [], effectiveOn), toDepartment: department,
        ...(change.managerId === null ? {} : managersOf(snapshot, person, await managerOf(tx, snapshot, person, change.managerId, effectiveOn), effectiveOn)),
      });
    case 'left':
      if (change.successorId !== null) await successorOf(tx, snapshot, person, change.successorId, effectiveOn);
      return orgEvent({ kind, number: numberOf(person), effectiveOn });
    case 'onLeave':
      if (change.until <= effectiveOn) throw new DomainError(changeErrors.day);
      return orgEvent({ kind, number: numberOf(person), effectiveOn, until: change.until });
    case 'departmentMerged':
      return orgEvent({ kind, fromDepartment: department, toDepartment: into, effectiveOn, people: staffOf(snapshot, department, effectiveOn) });
    case 'departmentSplit':
      return orgEvent({ kind, fromDepartment: department, toDepartment: into, effectiveOn, people: await numbersOf(tx, change.employeeIds) });
    case 'departmentRenamed':
      return orgEvent({ kind, fromDepartment: department, effectiveOn });
    default:
      return orgEvent({ kind, number: numberOf(person), effectiveOn });
  }
}

/** What held until the change: an event may come after the rows that it is about. */
const before = (rows: readonly Dated<string>[], day: string): string | null => valueAt(rows, addDays(day, -1)) ?? valueAt(rows, day);

const numberOf = (person: Employee | null): string | null => person?.number ?? null;

async function personOf(tx: Executor, snapshot: OrgSnapshot, id: string): Promise<Employee> {
  const row = await tx.one(sql<{ number: string }>`select number from employees where id = ${id}`);
  const person = row && snapshot.employees.get(row.number);
  if (!person) throw new DomainError(changeErrors.unknownPerson, { employeeId: id });
  return person;
}

async function departmentOf(tx: Executor, id: string): Promise<string> {
  const row = await tx.one(sql<{ code: string }>`select code from departments where id = ${id}`);
  if (!row) throw new DomainError(changeErrors.unknownDepartment, { departmentId: id });
  return row.code;
}

async function numbersOf(tx: Executor, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.all(sql<{ number: string }>`select number from employees where id = any(${[...ids]}::uuid[]) order by number`);
  if (rows.length !== new Set(ids).size) throw new DomainError(changeErrors.unknownPerson);
  return rows.map((row) => row.number);
}

/** Somebody who can act from that day on, and is not the person. */
async function successorOf(tx: Executor, snapshot: OrgSnapshot, person: Employee | null, id: string, day: string): Promise<Employee> {
  const other = await personOf(tx, snapshot, id);
  if (other.number === person?.number || !isEmployed(other, day)) throw new DomainError(changeErrors.personInactive, { employeeId: id });
  return other;
}

async function managerOf(tx: Executor, snapshot: OrgSnapshot, person: Employee | null, id: string, day: string): Promise<Employee> {
  const manager = await successorOf(tx, snapshot, person, id, day);
  if (person && managerChain(snapshot, manager.number, day).includes(person.number)) throw new DomainError(changeErrors.managerLoop);
  return manager;
}

const managersOf = (snapshot: OrgSnapshot, person: Employee | null, manager: Employee, day: string): Pick<OrgEvent, 'fromManager' | 'toManager'> => ({ fromManager: before(snapshot.employees.get(person?.number ?? '')?.managers ?? [], day), toManager: manager.number });

const staffOf = (snapshot: OrgSnapshot, code: string | null, day: string): string[] => [...snapshot.employees.values()].filter((one) => isEmployed(one, day) && before(one.departments, day) === code).map((one) => one.number);
