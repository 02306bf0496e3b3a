import { addDays } from '../calendar/index.js';
import { isEmployed, valueAt, type OrgChange, type OrgSnapshot } from '../org/index.js';
import { orgEvent, type OrgEvent } from './event.js';

/**
 * The events that an import contains: what its writes mean for people who are known already. A first import, which only adds, has none but late joiners. A person who gets
 * another department and manager on one day is transferred once; when everybody of a department moves, or several together into a new one, the department is merged or split.
 */
export function deriveChanges(current: OrgSnapshot, changes: readonly OrgChange[]): OrgEvent[] {
  const single = changes.flatMap((change) => eventOf(current, change));
  return withDepartments(current, withTransfers(single), new Set(changes.flatMap((change) => (change.op === 'insertDepartment' ? [change.department.code] : []))));
}

function eventOf(current: OrgSnapshot, change: OrgChange): OrgEvent[] {
  switch (change.op) {
    case 'insertRow':
    case 'correctRow':
      return change.line === 'managers' || change.line === 'departments' ? lineEvent(current, change.line, change) : [];
    case 'updateEmployee':
      return employeeEvent(current, change.number, change.set.leftOn);
    case 'insertEmployee':
      return [orgEvent({ kind: 'joinedLate', number: change.employee.number, effectiveOn: change.employee.hiredOn })];
    case 'insertLeave':
      return current.employees.has(change.number) ? [orgEvent({ kind: 'onLeave', number: change.number, effectiveOn: change.leave.validFrom, until: change.leave.validTo })] : [];
    case 'updateLeave':
      return shortenedLeave(current, change);
    case 'updateDepartment':
      return change.set.name === undefined && change.set.nameEn === undefined ? [] : [orgEvent({ kind: 'departmentRenamed', fromDepartment: change.code, effectiveOn: '' })];
    default:
      return [];
  }
}

function lineEvent(current: OrgSnapshot, line: 'managers' | 'departments', { subject, value, validFrom }: { subject: string; value: string; validFrom: string }): OrgEvent[] {
  const before = valueAt(current.employees.get(subject)?.[line] ?? [], validFrom) ?? valueAt(current.employees.get(subject)?.[line] ?? [], addDays(validFrom, -1));
  if (before === null || before === value) return [];
  const common = { number: subject, effectiveOn: validFrom };
  return [line === 'managers' ? orgEvent({ ...common, kind: 'managerChanged', fromManager: before, toManager: value }) : orgEvent({ ...common, kind: 'transferred', fromDepartment: before, toDepartment: value })];
}

function employeeEvent(current: OrgSnapshot, number: string, leftOn: string | null | undefined): OrgEvent[] {
  const person = current.employees.get(number);
  if (!person || leftOn === undefined || leftOn === person.leftOn) return [];
  return [leftOn === null ? orgEvent({ kind: 'returned', number, effectiveOn: addDays(String(person.leftOn), 1) }) : orgEvent({ kind: 'left', number, effectiveOn: addDays(leftOn, 1) })];
}

function shortenedLeave(current: OrgSnapshot, { number, validFrom, set }: { number: string; validFrom: string; set: { validTo?: string } }): OrgEvent[] {
  const leave = current.employees.get(number)?.leaves.find((one) => one.validFrom === validFrom);
  if (!leave || set.validTo === undefined || set.validTo === leave.validTo) return [];
  return [set.validTo < leave.validTo ? orgEvent({ kind: 'returned', number, effectiveOn: set.validTo }) : orgEvent({ kind: 'onLeave', number, effectiveOn: validFrom, until: set.validTo })];
}

/** A new manager who comes with a new department is part of the transfer. */
function withTransfers(events: readonly OrgEvent[]): OrgEvent[] {
  const keyOf = (event: OrgEvent): string => `${event.number}/${event.effectiveOn}`;
  const managers = new Map(events.filter((event) => event.kind === 'managerChanged').map((event) => [keyOf(event), event]));
  const moved = new Set(events.filter((event) => event.kind === 'transferred').map(keyOf));
  return events.flatMap((event) => {
    if (event.kind === 'managerChanged' && moved.has(keyOf(event))) return [];
    const manager = event.kind === 'transferred' ? managers.get(keyOf(event)) : undefined;
    return [manager ? { ...event, fromManager: manager.fromManager, toManager: manager.toManager } : event];
  });
}

/** People who move together between two departments on one day, when the whole department goes or the other one is new. Their managers stay events of their own. */
function withDepartments(current: OrgSnapshot, events: readonly OrgEvent[], added: ReadonlySet<string>): OrgEvent[] {
  const groups = Map.groupBy(events.filter((event) => event.kind === 'transferred'), (event) => `${event.fromDepartment}→${event.toDepartment}/${event.effectiveOn}`);
  const replaced = new Set<OrgEvent>();
  const staff = staffCounter(current);
  const found = [...groups.values()].flatMap((group) => {
    const [first] = group;
    const kind = first && kindOfMove(staff(first), first, group.length, added);
    if (!first || !kind) return [];
    for (const event of group) replaced.add(event);
    const { fromDepartment, toDepartment, effectiveOn } = first;
    return [orgEvent({ kind, fromDepartment, toDepartment, effectiveOn, people: group.map((event) => String(event.number)) }), ...group.flatMap(managerOfMove)];
  });
  return [...events.filter((event) => !replaced.has(event)), ...found];
}

/** How many people a department has before a day. The company is counted once for each day, however many groups move. */
function staffCounter(current: OrgSnapshot): (move: OrgEvent) => number {
  const days = new Map<string, Map<string | null, number>>();
  return ({ fromDepartment, effectiveOn }) => {
    const counts = days.get(effectiveOn) ?? new Map<string | null, number>();
    if (!days.has(effectiveOn)) {
      days.set(effectiveOn, counts);
      for (const person of current.employees.values()) {
        const department = isEmployed(person, effectiveOn) ? valueAt(person.departments, addDays(effectiveOn, -1)) : null;
        counts.set(department, (counts.get(department) ?? 0) + 1);
      }
    }
    return counts.get(fromDepartment) ?? 0;
  };
}

function kindOfMove(staff: number, { toDepartment }: OrgEvent, count: number, added: ReadonlySet<string>): 'departmentMerged' | 'departmentSplit' | null {
  if (count > 1 && count >= staff) return 'departmentMerged';
  return count > 1 && added.has(String(toDepartment)) ? 'departmentSplit' : null;
}

const managerOfMove = ({ number, fromManager, toManager, effectiveOn }: OrgEvent): OrgEvent[] => (toManager === null ? [] : [orgEvent({ kind: 'managerChanged', number, fromManager, toManager, effectiveOn })]);
